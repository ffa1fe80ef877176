import type { Figures } from './figures.ts'
import { chance, pick } from './prng.ts'
import type { DemoResponse, DemoValue, KpiInput, Locale } from './world.ts'

const SOURCES: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'Annual extract of the declaration system, 31 January',
    'Statistics unit, final annual table',
    'Consolidated return of the regional offices',
  ],
  fr: [
    'Extraction annuelle du système de dédouanement, 31 janvier',
    'Service des statistiques, tableau annuel définitif',
    'Relevé consolidé des directions régionales',
  ],
}

const ESTIMATES: Readonly<Record<Locale, readonly string[]>> = {
  en: ['Two offices were estimated from their quarterly returns.', 'December is an estimate.'],
  fr: ['Deux bureaux ont été estimés d’après leurs relevés trimestriels.'],
}

/** The figures an administration entered for its answers: one for each element and year. */
export function valuesFor(
  administration: string,
  year: number,
  kpis: readonly KpiInput[],
  responses: readonly DemoResponse[],
  figures: Figures,
  language: Locale,
): readonly DemoValue[] {
  const stateOf = new Map(responses.map((r) => [r.kpi, r.state]))
  const wanted = new Map<string, { element: string; year: number }>()
  const want = (element: string, period: string): void => {
    const of = period === 'T' ? year : year - 1
    wanted.set(`${element} ${of}`, { element, year: of })
  }

  for (const kpi of kpis) {
    if (kpi.code === 'OD-04-2' || stateOf.get(kpi.code) !== 'REPORTED') continue
    for (const { element, period } of kpi.elements) want(element, period)
  }
  for (const kpi of kpis) {
    const state = stateOf.get(kpi.code)
    const [own, ...rest] = kpi.elements
    if (kpi.code === 'OD-04-2' || own === undefined || rest.length === 0) continue
    // A missing T-1 makes a variation unavailable while the figure of T stays.
    const variation = kpi.formula === '100*(A-B)/B'
    const begun =
      (state === 'PENDING' && chance(0.4, 'begun', administration, kpi.code, year)) ||
      (state === 'NOT_AVAILABLE' && variation && chance(0.5, 'kept', administration, kpi.code))
    const completes = rest.every(({ element, period }) =>
      wanted.has(`${element} ${period === 'T' ? year : year - 1}`),
    )
    if (begun && !completes) want(own.element, own.period)
  }

  return [...wanted.values()].map(({ element, year: of }) => {
    const estimated = chance(0.03, 'estimated', administration, element, of)
    const sourced = chance(0.12, 'sourced', administration, element)
    return {
      element,
      year: of,
      value: String(figures(element, of)),
      ...(estimated && {
        estimated: true as const,
        note: pick(ESTIMATES[language], 'estimate', administration, element),
      }),
      ...(sourced && { sourceNote: pick(SOURCES[language], 'source', administration, element) }),
    }
  })
}
