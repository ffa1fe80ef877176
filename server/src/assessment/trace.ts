import type { DataElementNode } from '#framework'
import { layout, parse } from '#framework/formula'
import { checkMessage } from './compute'
import type { StoredCheck, StoredTrace } from './compute-responses'
import type { ValidationCheck } from './kpi-response.type'
import type { ScoreTrace, Trace, ValueTrace } from './trace.type'

/** A stored explanation in the shape of the schema. */
export const traceOf = (stored: StoredTrace): Trace => ({
  methodCode: stored.method.code,
  methodVersion: stored.method.version,
  methodStatus: stored.method.status,
  value: valueTraceOf(stored.value),
  score: stored.score && scoreTraceOf(stored.score),
  instruments:
    stored.instruments?.map(({ instrument, outcomes, level }) => ({
      instrumentCode: instrument,
      outcomeCodes: outcomes,
      level,
    })) ?? null,
  parts: drawing(stored.value.formula),
})

export const valueTraceOf = (stored: StoredTrace['value']): ValueTrace => ({
  formula: stored.formula,
  substituted: stored.substituted,
  result: stored.result,
  display: stored.display,
  unit: stored.unit,
  decimals: stored.decimals,
  elements: stored.elements.map(({ element, ...operand }) => ({
    ...operand,
    elementCode: element,
  })),
})

function scoreTraceOf(stored: NonNullable<StoredTrace['score']>): ScoreTrace {
  const { normalisation: by } = stored
  return {
    method: by.method,
    floor: by.method === 'LINEAR' ? by.floor : null,
    goal: by.method === 'LINEAR' ? by.goal : null,
    target: by.method === 'DISTANCE' ? by.target : null,
    maxDistance: by.method === 'DISTANCE' ? by.maxDistance : null,
    formula: stored.formula,
    substituted: stored.substituted,
    unclipped: stored.unclipped,
    isClipped: stored.clipped,
    score: stored.score,
  }
}

function drawing(formula: string): unknown {
  const parsed = parse(formula)
  return parsed.ok ? layout(parsed.formula) : null
}

/** Stored findings in the shape of the schema, with their sentences in both languages. */
export function checksOf(
  stored: readonly StoredCheck[],
  elements: ReadonlyMap<string, Pick<DataElementNode, 'label'>>,
): readonly ValidationCheck[] {
  const labels = (locale: 'en' | 'fr') =>
    Object.fromEntries([...elements].map(([code, { label }]) => [code, label[locale]]))
  const [en, fr] = stored.length === 0 ? [{}, {}] : [labels('en'), labels('fr')]
  return stored.map(({ code, kind, level, element, period, params }) => ({
    code,
    kind,
    level,
    elementCode: element,
    period,
    message: {
      en: checkMessage({ kind, params }, 'en', en),
      fr: checkMessage({ kind, params }, 'fr', fr),
    },
  }))
}
