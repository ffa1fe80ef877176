import { readFileSync } from 'node:fs'
import type { CatalogueFile } from '#framework'

// Beside the sources and beside the built bundle alike.
const SHIPPED = new URL('../data/pmm-v1.json', import.meta.url)

/**
 * A catalogue of this many KPIs, made by repeating the KPIs of the given file under further numbers in
 * their own outcomes; data elements and rules stay, shared by more KPIs than before.
 */
export function largeCatalogue(
  code: string,
  kpis: number,
  file = JSON.parse(readFileSync(SHIPPED, 'utf8')) as CatalogueFile,
): CatalogueFile {
  const next = new Map<string, number>()
  for (const { outcome } of file.kpis) next.set(outcome, (next.get(outcome) ?? 0) + 1)
  const further = Array.from({ length: Math.max(0, kpis - file.kpis.length) }, (_, index) => {
    const kpi = file.kpis[index % file.kpis.length]!
    const number = next.get(kpi.outcome)! + 1
    next.set(kpi.outcome, number)
    return { ...kpi, code: `${kpi.outcome}-${number}`, order: number }
  })
  return {
    ...file,
    version: { ...file.version, code, number: 900 + Math.min(99, Math.ceil(kpis / 100)) },
    kpis: [...file.kpis, ...further],
  }
}
