import { badInput, type Db, type ProblemDetail } from '#platform'
import { toDecimal } from '#platform/decimal'

interface Figure {
  readonly valueType: string
  readonly unit: string
  readonly minValue: string | null
  readonly maxValue: string | null
  readonly isInteger: boolean
  readonly scale: string | null
}

/** What is wrong with the figure a data element asks for; paths name the fields of the input. */
export async function elementProblems(
  db: Db,
  versionId: string,
  { valueType, unit, minValue, maxValue, isInteger, scale }: Figure,
): Promise<readonly ProblemDetail[]> {
  const problems: ProblemDetail[] = []
  const note = (reason: string, message: string, field: string) =>
    problems.push(badInput(reason, message, ['input', field]))
  if (unit === '') note('BAD_UNIT', 'A data element has a unit.', 'unit')
  if (minValue !== null && maxValue !== null && toDecimal(minValue).gte(toDecimal(maxValue))) {
    note('BAD_RANGE', 'The smallest figure is below the largest.', 'max')
  }
  if (!isInteger && ['COUNT', 'LEVEL', 'BOOLEAN'].includes(valueType)) {
    note('NOT_WHOLE', 'Counts, levels and answers of yes or no are whole numbers.', 'isInteger')
  }
  // A figure derived from levels, such as their mean, is read on their scale too.
  const hasScale = valueType === 'LEVEL' || (valueType === 'DECIMAL' && scale !== null)
  if (hasScale !== (scale !== null)) {
    note('BAD_SCALE', 'A level has a scale, and other figures have none.', 'scale')
  } else if (scale !== null && !(await scalesOf(db, versionId)).has(scale)) {
    note('UNKNOWN_CODE', `The version has no scale ${scale}.`, 'scale')
  }
  return problems
}

/** Codes of the scales of a version. */
export async function scalesOf(db: Db, versionId: string): Promise<ReadonlySet<string>> {
  const row = await db
    .selectFrom('frameworkVersion')
    .select('scales')
    .where('id', '=', versionId)
    .executeTakeFirst()
  return new Set(((row?.scales ?? []) as readonly { code: string }[]).map(({ code }) => code))
}
