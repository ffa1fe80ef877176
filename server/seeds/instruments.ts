import { between, unit } from './prng.ts'
import type { CatalogueInput, DemoInstrumentLevel, DemoResponse } from './world.ts'

/** Instruments whose level OD-04-2 needs: those of outcomes with another reported KPI. */
export function neededInstruments(
  catalogue: CatalogueInput,
  responses: readonly DemoResponse[],
): readonly string[] {
  const reported = new Set(
    responses
      .filter((r) => r.state === 'REPORTED' && r.kpi !== 'OD-04-2')
      .map((r) => catalogue.kpis.find((kpi) => kpi.code === r.kpi)?.outcome),
  )
  const needed = catalogue.outcomes
    .filter((outcome) => reported.has(outcome.code))
    .flatMap((outcome) => outcome.instruments)
  return [...new Set(needed)]
}

/** The list of instruments as far as it is rated; an unfinished one lacks a needed level. */
export function instrumentLevels(
  catalogue: CatalogueInput,
  administration: string,
  year: number,
  responses: readonly DemoResponse[],
  rated: number,
): readonly DemoInstrumentLevel[] {
  const needed = neededInstruments(catalogue, responses)
  const missing = rated < 1 ? needed.at(-1) : undefined
  return catalogue.instruments
    .map((instrument) => instrument.code)
    .filter((code) => {
      if (code === missing) return false
      if (rated < 1) return unit('rated', administration, code) < rated
      return needed.includes(code) || unit('rated', administration, code) < 0.8
    })
    .map((code) => ({ instrument: code, level: levelOf(administration, code, year) }))
}

function levelOf(administration: string, instrument: string, year: number): number {
  const maturity = between(-0.7, 0.7, 'maturity', administration)
  const usual = between(0.9, 4.3, 'instrument', administration, instrument)
  return Math.min(4, Math.max(0, Math.floor(usual + maturity + 0.15 * (year - 2022))))
}
