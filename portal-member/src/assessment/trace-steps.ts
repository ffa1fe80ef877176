import { NO_BREAK_SPACE, writeComputation, type TraceStep } from '@pmm/portal-kit'

export interface TraceEntry {
  methodCode: string
  methodVersion: number
  /** Instruments behind a mean level; null for every other KPI. */
  instruments?: readonly { instrumentCode: string; level: number | null }[] | null
  value: {
    formula: string
    substituted: string | null
    result: string | null
    display: string | null
    unit: string
    decimals: number
    elements: readonly {
      symbol: string
      label: string
      year: number
      unit: string | null
      value: string | null
      revision: number | null
    }[]
  }
  score: {
    method: string
    formula: string
    substituted: string
    isClipped: boolean
    score: string
  } | null
}

export interface TraceWords {
  /** A number in the manner of the language: with these decimals, or with those it has. */
  number: (value: string, digits?: number) => string
  /** The same with a few decimals and a sign that there are more. */
  shortened: (value: string) => string
  unit: (unit: string) => string
  missing: string
  figure: (operand: { symbol: string; label: string; year: number }) => string
  revision: (revision: number) => string
  formula: string
  shownAs: (decimals: number) => string
  score: (method: string) => string
  clipped: string
  /** Name of the instruments rated at a level, or not rated. */
  rated: (level: number | null) => string
}

/** Everything between the figures and the score, one line each: the answer to "why this number". */
export const traceSteps = (trace: TraceEntry, words: TraceWords): TraceStep[] =>
  stepsOf(trace, words, writeComputation)

/** The same as plain text to be pasted elsewhere: every digit, with a decimal point in every language. */
export function traceText(code: string, trace: TraceEntry, words: TraceWords): string {
  const plain = { ...words, number: (value: string) => value, shortened: (value: string) => value }
  const lines = stepsOf(trace, plain, (text) => text).map(
    ({ label, value }) => `${label} = ${value}`,
  )
  return [code, ...lines].join('\n').replaceAll(NO_BREAK_SPACE, ' ')
}

function stepsOf(
  { instruments, value, score }: TraceEntry,
  words: TraceWords,
  written: typeof writeComputation,
): TraceStep[] {
  const inUnit = (text: string, unit: string | null) =>
    `${text}${NO_BREAK_SPACE}${unit ? words.unit(unit) : ''}`.trim()
  /** As the eye wants it, and beside it with every digit where that is more. */
  const figure = (decimal: string, unit: string | null) =>
    valued(inUnit(words.shortened(decimal), unit), inUnit(words.number(decimal), unit))
  const computation = (name: string, text: string) =>
    labelled(
      `${name} ${written(text, words.shortened)}`,
      `${name} ${written(text, (decimal) => words.number(decimal))}`,
    )

  const steps: TraceStep[] = [
    ...countsOf(instruments ?? [], words),
    ...value.elements.map((element) => ({
      label: words.figure(element),
      ...(element.value === null ? { value: words.missing } : figure(element.value, element.unit)),
      note: element.revision === null ? undefined : words.revision(element.revision),
    })),
  ]
  if (value.result !== null) {
    steps.push({
      ...computation(words.formula, value.substituted ?? value.formula),
      ...figure(value.result, value.unit),
    })
    steps.push({
      label: words.shownAs(value.decimals),
      value: inUnit(
        value.display === null
          ? words.number(value.result, value.decimals)
          : words.number(value.display),
        value.unit,
      ),
    })
  }
  if (score) {
    steps.push({
      ...computation(words.score(score.method), score.substituted),
      ...valued(words.number(score.score, 1), words.number(score.score)),
      note: score.isClipped ? words.clipped : undefined,
    })
  }
  return steps
}

const LEVELS = [4, 3, 2, 1, 0, null] as const

/** How many instruments stand at each level: what a mean level is the mean of. */
const countsOf = (instruments: readonly { level: number | null }[], words: TraceWords) =>
  LEVELS.map((level) => ({
    label: words.rated(level),
    count: instruments.filter((each) => each.level === level).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => ({ label, value: words.number(String(count)) }))

const labelled = (label: string, exactLabel: string) =>
  label === exactLabel ? { label } : { label, exactLabel }
const valued = (value: string, exactValue: string) =>
  value === exactValue ? { value } : { value, exactValue }
