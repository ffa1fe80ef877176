import type { TraceStep } from '@pmm/portal-kit'

export interface TraceEntry {
  methodCode: string
  methodVersion: number
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
  number: (value: string, digits?: number) => string
  unit: (unit: string) => string
  missing: string
  revision: (revision: number) => string
  formula: string
  shownAs: (decimals: number) => string
  score: (method: string) => string
  clipped: string
}

/** Everything between the figures and the score, one line each: the answer to "why this number". */
export function traceSteps(trace: TraceEntry, words: TraceWords): TraceStep[] {
  const { value, score } = trace
  const figures = value.elements.map((element) => ({
    label: `${element.symbol}: ${element.label}, ${element.year}`,
    value:
      element.value === null
        ? words.missing
        : `${words.number(element.value)} ${element.unit ? words.unit(element.unit) : ''}`.trim(),
    note: element.revision === null ? undefined : words.revision(element.revision),
  }))
  const steps: TraceStep[] = [...figures]
  if (value.result !== null) {
    steps.push({
      label: `${words.formula} ${value.substituted ?? value.formula}`,
      value: shortened(value.result, words),
    })
    steps.push({
      label: words.shownAs(value.decimals),
      value: `${words.number(value.result, value.decimals)} ${words.unit(value.unit)}`,
    })
  }
  if (score) {
    steps.push({
      label: `${words.score(score.method)}: ${score.substituted}`,
      value: words.number(score.score, 1),
      note: score.isClipped ? words.clipped : undefined,
    })
  }
  return steps
}

/** Results may have dozens of digits; six say enough, with a sign that there are more. */
function shortened(result: string, words: TraceWords): string {
  const decimals = result.split('.')[1] ?? ''
  return decimals.length > 6 ? `${words.number(result, 6)}…` : words.number(result)
}
