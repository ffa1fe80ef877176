import type { CatalogueFile, CatalogueProblem } from './catalogue-file'
import { catalogueProblem } from './catalogue-words'

const LISTS = ['dimensions', 'outcomes', 'kpis', 'dataElements', 'instruments'] as const

/** Parts of a catalogue file whose code an earlier version retired. */
export const checkRetiredCodes = (
  file: CatalogueFile,
  retired: ReadonlySet<string>,
): readonly CatalogueProblem[] =>
  LISTS.flatMap((list) =>
    (Array.isArray(file[list]) ? file[list] : [])
      .filter(({ code }) => retired.has(code))
      .map(({ code }) => ({
        ...catalogueProblem(code, 'CODE_RETIRED', {}, { list, field: 'code' }),
        reason: 'CODE_RETIRED',
      })),
  )
