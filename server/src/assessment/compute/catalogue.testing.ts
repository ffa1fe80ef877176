import { readFileSync } from 'node:fs'
import type {
  DataElementDefinition,
  FrameworkDefinition,
  KpiDefinition,
} from '#framework/definition'
import { figureKey, type Figures } from './figures'

const file = new URL('../../../data/pmm-v1.json', import.meta.url)

/** The demonstration catalogue, as the product ships it. */
export const catalogue = JSON.parse(readFileSync(file, 'utf8')) as FrameworkDefinition

export const minCoverage = catalogue.version.scoringMethod.minCoverage

export const elements: ReadonlyMap<string, DataElementDefinition> = new Map(
  catalogue.dataElements.map((element) => [element.code, element]),
)

export const units = Object.fromEntries(
  catalogue.dataElements.map(({ code, unit }) => [code, unit]),
)

export const years = { T: 2022, 'T-1': 2021 }

export function kpi(code: string): KpiDefinition {
  const found = catalogue.kpis.find((candidate) => candidate.code === code)
  if (found === undefined) throw new Error(`The catalogue has no KPI ${code}`)
  return found
}

/** Figures for the symbols of a KPI; a symbol that is left out is missing. */
export function figuresOf(code: string, values: Readonly<Record<string, string>>): Figures {
  return Object.fromEntries(
    kpi(code).elements.map(({ symbol, element, period }) => [
      figureKey(element, period),
      { value: values[symbol] ?? null, revision: values[symbol] === undefined ? null : 1 },
    ]),
  )
}
