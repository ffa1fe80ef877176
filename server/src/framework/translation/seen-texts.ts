import { Refusal, badInput, notFound, problem, type Db, type ProblemDetail } from '#platform'
import { lockRowsOf } from './lock-texts'
import { textsOf, type TextRow } from './translation.rows'
import { keyOfUnit } from './unit'

/** A text as somebody saw it. */
export interface SeenText {
  readonly unit: string
  readonly revision: string
}

/** Texts of a draft, held and as last seen; a text of no such name or changed since refuses the whole. */
export async function seenTexts(
  db: Db,
  versionId: string,
  seen: readonly SeenText[],
  pathOf: (index: number) => readonly string[],
): Promise<readonly TextRow[]> {
  const keys = seen.map(({ unit }) => keyOfUnit(unit))
  await lockRowsOf(db, versionId, keys.filter((key) => key !== null)) // prettier-ignore
  const units = seen.map(({ unit }) => unit)
  const rows = new Map((await textsOf(db, versionId, units)).map((row) => [row.unit, row]))
  const problems: ProblemDetail[] = []
  seen.forEach(({ unit, revision }, index) => {
    const row = rows.get(unit)
    const path = pathOf(index)
    if (!row) problems.push(...notFound([...path, 'unit']).problems)
    else if (row.revision !== revision) problems.push(stale([...path, 'revision']))
    if (units.indexOf(unit) !== index) {
      problems.push(badInput('UNIT_TWICE', 'This text is named twice.', [...path, 'unit']))
    }
  })
  if (problems.length > 0) throw new Refusal(problems, { versionId })
  return units.map((unit) => rows.get(unit)!)
}

const stale = (path: readonly string[]) =>
  problem('CONFLICT', 'STALE_VERSION', 'Somebody has changed this in the meantime.', path)
