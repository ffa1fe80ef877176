import { Field, InputType } from 'type-graphql'
import { Access, SECRETARIAT } from '#access'
import type { VersionSnapshot } from '#framework'
import { badInput, problem, type ProblemDetail } from '#platform'
import { explanationProblems } from './explained'

@InputType({ description: 'One KPI to return.' })
export class ReturnedItemInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpiCode!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Why it is returned.' })
  readonly reason!: string
}

const MAX_REASON = 4000

/** Everything that is wrong with the items and the day by which they are due. */
export function returnProblems(
  items: readonly ReturnedItemInput[],
  dueAt: Date,
  framework: Pick<VersionSnapshot, 'kpiByCode'>,
  now: Date,
): readonly ProblemDetail[] {
  const seen = new Set<string>()
  const problems = items.flatMap(({ kpiCode, reason }) => {
    const isRepeated = seen.has(kpiCode)
    seen.add(kpiCode)
    if (!framework.kpiByCode.has(kpiCode)) {
      return [
        problem('NOT_FOUND', 'UNKNOWN_KPI', 'The framework version has no such KPI.', [kpiCode]),
      ]
    }
    if (isRepeated) return [badInput('TWICE', 'This KPI is given twice.', [kpiCode])]
    if (reason.trim() === '') {
      return [badInput('TEXT_MISSING', 'A returned item needs a reason.', [kpiCode])]
    }
    return reason.length > MAX_REASON
      ? [badInput('TEXT_TOO_LONG', `At most ${MAX_REASON} characters.`, [kpiCode])]
      : explanationProblems(reason, [kpiCode])
  })
  return [
    ...(items.length === 0
      ? [badInput('LIST_LENGTH', 'Name at least one item.', ['input', 'items'])]
      : []),
    ...problems,
    ...(dueAt <= now
      ? [badInput('BAD_PERIOD', 'The due date has passed.', ['input', 'dueAt'])]
      : []),
  ]
}
