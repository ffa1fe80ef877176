import { BaseSequencer, type TestSpecification } from 'vitest/node'

// By their size alone they would come last, and one core would wait for them.
const LONGEST = [
  'tests/access/paths.test.ts',
  'tests/access/matrix.test.ts',
  'tests/access/rules-alone.test.ts',
  'tests/access/mutations.test.ts',
  'tests/access/walls.test.ts',
  'tests/access/writes.test.ts',
]

/** Within a group the files that take longest start first, whichever project they belong to. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const groupOf = ({ project }: TestSpecification) => project.config.sequence.groupOrder
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONGEST.findIndex((file) => moduleId.endsWith(`/${file}`))
      return rank < 0 ? LONGEST.length : rank
    }
    return sorted.toSorted((a, b) => groupOf(a) - groupOf(b) || rankOf(a) - rankOf(b))
  }
}
