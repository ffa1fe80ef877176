import { badInput, problem, type ProblemDetail } from '#platform'
import { isDecimal, fitsFigure, normalizeDecimal } from '#platform/decimal'
import type { DataElementDefinition, LocaleCode } from '#framework/definition'
import { parseFigure } from './compute'

/** One figure as it was sent. */
export interface Cell {
  readonly elementCode: string
  readonly year: number
  readonly raw?: string | null
  readonly value?: string | null
  readonly isEstimated?: boolean | null
  readonly note?: string | null
  readonly expectedVersion: number
}

export type ReadCell =
  | { readonly ok: true; readonly value: string | null; readonly echo: string | null }
  | { readonly ok: false; readonly problem: ProblemDetail }

const MAX_NOTE = 2000
const MAX_VERSION = 2_000_000_000

/** The path that names a figure in problems. */
export const cellPath = ({ elementCode, year }: Pick<Cell, 'elementCode' | 'year'>) => [
  elementCode,
  String(year),
]

/** Reads what was sent for one figure, or says in a sentence why it cannot be stored. */
export function readCell(
  cell: Cell,
  element: DataElementDefinition | undefined,
  years: { readonly reportingYear: number; readonly previousYear: number },
  locale: LocaleCode,
): ReadCell {
  const refuse = (reason: string, message: string): ReadCell => ({
    ok: false,
    problem: badInput(reason, message, cellPath(cell)),
  })
  if (!element) {
    const message = 'This framework version has no such data element.'
    return { ok: false, problem: problem('NOT_FOUND', 'UNKNOWN_ELEMENT', message, cellPath(cell)) }
  }
  if (element.origin === 'DERIVED') {
    return refuse('DERIVED', 'The system computes this figure; nobody types it.')
  }
  const period =
    cell.year === years.reportingYear ? 'T' : cell.year === years.previousYear ? 'T-1' : null
  if (period === null || !element.periods.includes(period)) {
    return refuse('YEAR_NOT_ASKED', 'No figure of this year is asked for.')
  }
  if ((cell.note?.length ?? 0) > MAX_NOTE) {
    return refuse('TEXT_TOO_LONG', `A note has at most ${MAX_NOTE} characters.`)
  }
  if (cell.expectedVersion < 0 || cell.expectedVersion > MAX_VERSION) {
    return refuse('BAD_VERSION', 'The expected version is a count from 0.')
  }
  if (cell.raw != null) {
    if (cell.raw.trim() === '') return { ok: true, value: null, echo: null }
    const parsed = parseFigure(cell.raw, locale)
    return parsed.ok
      ? { ok: true, value: parsed.value, echo: parsed.echo ?? null }
      : refuse(parsed.code, parsed.message)
  }
  if (cell.value == null || cell.value === '') return { ok: true, value: null, echo: null }
  if (!isDecimal(cell.value)) return refuse('NOT_A_NUMBER', 'This is not a number.')
  return fitsFigure(cell.value)
    ? { ok: true, value: normalizeDecimal(cell.value), echo: null }
    : refuse('TOO_LONG', 'At most 30 digits before the decimal sign and 20 behind it.')
}
