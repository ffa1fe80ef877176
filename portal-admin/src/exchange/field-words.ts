import { partKey } from '../framework/history-words'

/** Fields of a file that the screens call by another name. */
const OTHERS: Readonly<Record<string, string>> = {
  'range.min': 'framework.field.rangeMin',
  'range.max': 'framework.field.rangeMax',
  dimension: 'framework.field.parent',
  outcome: 'framework.field.parent',
  order: 'framework.field.place',
  min: 'framework.field.minValue',
  max: 'framework.field.maxValue',
  integer: 'framework.field.isInteger',
  kpis: 'framework.field.kpiCodes',
}
const OF_IMPORTS = new Set([
  'elements', 'subMeasures', 'samples', 'levels', 'scored', 'sdgTargets', 'mappings', 'translationStatus', 'scoringMethod', 'number',
  'kind', 'level', 'state', 'type', 'note',
]) // prettier-ignore
const OF_RULES = new Set([
  'part', 'whole', 'element', 'percent', 'period', 'left', 'comparison', 'right', 'tolerance',
]) // prettier-ignore
const OF_SCORING = new Set(['minCoverage', 'requireAllDimensions', 'steps', 'version', 'status'])

/** Keys of the words for a field of a file, such as "provenance.sources", from the whole to its part. */
export function fieldKeys(field: string): readonly string[] {
  const other = OTHERS[field]
  if (other) return [other]
  const [name = field, ...rest] = field.split('.')
  return [nameKey(name), ...rest.map((part) => partOf(name, part))]
}

function nameKey(name: string): string {
  if (OF_IMPORTS.has(name)) return `exchange.field.${name}`
  return OF_RULES.has(name) ? `framework.rules.field.${name}` : `framework.field.${name}`
}

function partOf(name: string, part: string): string {
  if (name === 'scoringMethod' && OF_SCORING.has(part)) return `exchange.scoring.${part}`
  return partKey(part) ?? OTHERS[`range.${part}`] ?? `framework.field.${part}`
}
