import { figureWords, parseFigure } from '#assessment'
import type { DataElementNode } from '#framework'
import type { LocaleCode, LocalizedText } from '#framework/definition'
import { fitsFigure, normalizeDecimal } from '#platform/decimal'
import {
  noteText,
  type FigureBase,
  type FigureContent,
  type FileCell,
  type FileFigure,
  type FilePeriod,
} from './figure-file'
import { PROBLEM_WORDS } from './problem-words'

export type FigureState = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'REJECTED' | 'CONFLICT'

export interface FigureProblem {
  readonly at: string
  readonly reason: string
  readonly words: LocalizedText
}

export interface CurrentFigure extends FigureContent {
  readonly version: number
}

/** What would become of one figure of a file. */
export interface JudgedFigure<Current extends CurrentFigure = CurrentFigure> {
  readonly elementCode: string
  readonly period: FilePeriod
  readonly at: string
  readonly state: FigureState
  /** The cell of the value as it stands in the file; null where it is empty. */
  readonly typed: string | null
  /** What would be saved; null where nothing would. */
  readonly result: FigureContent | null
  readonly base: FigureBase | null
  readonly current: Current | null
  readonly problems: readonly FigureProblem[]
}

export interface Judging<Current extends CurrentFigure> {
  readonly locale: LocaleCode
  readonly elementOf: (code: string) => DataElementNode | undefined
  readonly baseOf: (code: string, period: FilePeriod) => FigureBase | undefined
  readonly currentOf: (code: string, period: FilePeriod) => Current
  readonly closedBecause: (code: string, period: FilePeriod) => string | null
}

const MAX_NOTE = 2000
// Whichever language the file was made in: a colleague may have filled it.
const YES: ReadonlySet<string> = new Set(['yes', 'oui', 'true', 'vrai', '1'])
const NO: ReadonlySet<string> = new Set(['no', 'non', 'false', 'faux', '0'])

/** Compares each figure of a file with what it was filled from and with what is there now. */
export function judgeFigures<Current extends CurrentFigure>(
  figures: readonly FileFigure[],
  judging: Judging<Current>,
): readonly JudgedFigure<Current>[] {
  const places = Map.groupBy(figures, keyOf)
  return figures.map((figure) => {
    const twins = places.get(keyOf(figure))!.filter((each) => each !== figure)
    return judge(figure, twins, judging)
  })
}

const keyOf = ({ code, period }: FileFigure) => `${code} ${period}`

function judge<Current extends CurrentFigure>(
  figure: FileFigure,
  twins: readonly FileFigure[],
  { locale, elementOf, baseOf, currentOf, closedBecause }: Judging<Current>,
): JudgedFigure<Current> {
  const { code, period } = figure
  const element = elementOf(code)
  const base = baseOf(code, period) ?? null
  const at = [figure.value, figure.estimate, figure.note].find(isFilled)?.at ?? figure.codeAt
  const head = { elementCode: code, period, at, typed: typedIn(figure.value), base }
  const rejected = (problems: readonly FigureProblem[], current: Current | null = null) => ({
    ...head,
    state: 'REJECTED' as const,
    result: null,
    current,
    problems,
  })
  if (!element) return rejected([problemAt(figure.codeAt, 'UNKNOWN_ELEMENT')])
  if (twins.length > 0) {
    return rejected([problemAt(figure.codeAt, 'CODE_TWICE', twins.map(({ codeAt }) => codeAt))]) // prettier-ignore
  }
  const said = readFigure(figure, element, locale)
  const changes = Object.entries(said.content).filter(
    ([field, value]) => !base || !isSame(field, value, base[field as keyof FigureContent]),
  )
  const isTouched = said.problems.length > 0 || changes.length > 0
  const closed = closedBecause(code, period) ?? (base ? null : 'NOT_IN_FILE')
  if (closed === 'NOT_ASSIGNED' && isTouched) return rejected([problemAt(at, closed)])
  const current = currentOf(code, period)
  const unchanged = { ...head, state: 'UNCHANGED' as const, result: null, current, problems: [] }
  if (!isTouched) return unchanged
  const due = changes.filter(
    ([field, value]) => !isSame(field, value, current[field as keyof FigureContent]),
  )
  if (said.problems.length === 0 && due.length === 0) return unchanged
  const problems = [...(closed ? [problemAt(at, closed)] : []), ...said.problems]
  const { value, isEstimated, note } = current
  const result: FigureContent = { value, isEstimated, note, ...Object.fromEntries(due) }
  if (problems.length === 0 && result.value === null && result.isEstimated) {
    problems.push(problemAt(figure.estimate?.at ?? at, 'ESTIMATE_ALONE'))
  }
  if (problems.length > 0) return rejected(problems, current)
  // Somebody changed the same part since the file was made, and to something else.
  const isMet = due.some(
    ([field]) =>
      !isSame(field, base![field as keyof FigureContent], current[field as keyof FigureContent]),
  )
  const state = isMet ? 'CONFLICT' : current.value === null ? 'NEW' : 'CHANGED'
  return { ...head, state, result, current, problems }
}

const isFilled = (cell: FileCell | null): boolean => cell !== null && cell.reading.kind !== 'EMPTY'

const typedIn = (cell: FileCell | null): string | null =>
  !cell || cell.reading.kind === 'EMPTY' ? null : cell.reading.text

function isSame(field: string, one: unknown, other: unknown): boolean {
  if (field === 'note') return noteText(one as string | null) === noteText(other as string | null)
  if (field !== 'value' || one === null || other === null) return one === other
  return normalizeDecimal(String(one)) === normalizeDecimal(String(other))
}

const problemAt = (at: string, reason: string, others: readonly string[] = []): FigureProblem => {
  const words = PROBLEM_WORDS[reason] ?? PROBLEM_WORDS['NOT_ALLOWED']!
  const more = others.length > 0 ? ` (${others.join(', ')})` : ''
  return { at, reason, words: { en: words.en + more, fr: words.fr + more } }
}

interface Said {
  readonly content: Partial<FigureContent>
  readonly problems: readonly FigureProblem[]
}

type Read<T> = { readonly value: T } | { readonly reason: string; readonly words?: LocalizedText }

/** What the cells of a figure say. An empty one says nothing: it leaves the figure as it is. */
function readFigure(figure: FileFigure, element: DataElementNode, locale: LocaleCode): Said {
  const problems: FigureProblem[] = []
  const content: { value?: string; isEstimated?: boolean; note?: string } = {}
  const take = <T>(cell: FileCell | null, read: (cell: FileCell) => Read<T>): T | undefined => {
    if (!cell || !isFilled(cell)) return undefined
    const { reading, at } = cell
    const found: Read<T> = reading.kind === 'REFUSED' ? { reason: reading.reason } : read(cell)
    if ('value' in found) return found.value
    const { words } = found
    problems.push(words ? { at, reason: found.reason, words } : problemAt(at, found.reason))
    return undefined
  }
  const value = take(figure.value, (cell) => readValue(cell, element, locale))
  const isEstimated = take(figure.estimate, readYesNo)
  const note = take(figure.note, readNote)
  if (value !== undefined) content.value = value
  if (isEstimated !== undefined) content.isEstimated = isEstimated
  if (note !== undefined) content.note = note
  return { content, problems }
}

const wordOf = ({ reading }: FileCell) =>
  reading.kind === 'EMPTY' ? '' : reading.text.trim().toLowerCase()

function readYesNo(cell: FileCell): Read<boolean> {
  const word = wordOf(cell)
  if (YES.has(word)) return { value: true }
  return NO.has(word) ? { value: false } : { reason: 'NOT_YES_NO' }
}

function readNote({ reading }: FileCell): Read<string> {
  const text = reading.kind === 'EMPTY' ? '' : reading.text.trim()
  return text.length > MAX_NOTE ? { reason: 'TEXT_TOO_LONG' } : { value: text }
}

function readValue(cell: FileCell, element: DataElementNode, locale: LocaleCode): Read<string> {
  const { reading } = cell
  if (element.valueType === 'BOOLEAN') {
    const answer = readYesNo(cell)
    return 'value' in answer ? { value: answer.value ? '1' : '0' } : answer
  }
  if (reading.kind === 'BOOLEAN') return { reason: 'NOT_A_NUMBER', words: figureWords('NOT_A_NUMBER') } // prettier-ignore
  const levels = element.valueType === 'LEVEL' ? element.scaleNode?.levels : undefined
  if (levels) {
    const word = wordOf(cell)
    const level = levels.find(
      (each) =>
        String(each.level) === word ||
        Object.values(each.label).some((label) => label.trim().toLowerCase() === word),
    )
    return level ? { value: String(level.level) } : { reason: 'NOT_A_LEVEL' }
  }
  if (reading.kind === 'NUMBER') {
    return fitsFigure(reading.text)
      ? { value: normalizeDecimal(reading.text) }
      : { reason: 'TOO_LONG', words: figureWords('TOO_LONG') }
  }
  const parsed = parseFigure(reading.kind === 'TEXT' ? reading.text : '', locale)
  if (parsed.ok) return { value: parsed.value }
  return { reason: parsed.code, words: figureWords(parsed.code) }
}
