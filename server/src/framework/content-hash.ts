import { createHash } from 'node:crypto'
import { mappingContent } from './mapping/mapping'
import type { GuidedSnapshot } from './snapshot'

/**
 * SHA-256 over everything a version says: texts, formulas, scoring, mappings, lineage. Keys, states
 * and times are left out, so the same content gives the same hash wherever and whenever it is read.
 */
export const contentHashOf = (snapshot: GuidedSnapshot): string =>
  createHash('sha256')
    .update(canonical(contentOf(snapshot)))
    .digest('hex')

const contentOf = ({ version, guidance, stated, ...parts }: GuidedSnapshot) => ({
  version: pick(version, VERSION),
  dimensions: parts.dimensions.map((node) => pick(node, DIMENSION)),
  outcomes: parts.outcomes.map((node) => ({
    ...pick(node, OUTCOME),
    mappings: node.mappings.map(mappingContent),
  })),
  kpis: parts.kpis.map((node) => ({
    ...pick(node, KPI),
    guidance: guidance.get(node.code) ?? null,
    // Left out where there is none, for the same reason as the lineage below.
    methodologyHelp: node.methodologyHelp ?? undefined,
  })),
  dataElements: parts.dataElements.map((node) => pick(node, ELEMENT)),
  instruments: parts.instruments.map((node) => pick(node, DESCRIBED)),
  rules: parts.rules.map(({ id: _, versionId: __, status: ___, version: ____, ...rule }) => rule),
  // Left out where nobody stated anything, so that versions sealed before keep their hash.
  lineage:
    stated.length === 0
      ? undefined
      : stated.map(({ version: _, isStated: __, ancestorVersionId: ___, ...link }) => link),
})

const VERSION = [
  'code', 'number', 'kind', 'name', 'changeNotes', 'isDemonstration', 'notice', 'scoringMethod',
  'scales', 'reasonCodes', 'provenance', 'translationStatus',
] as const // prettier-ignore
const DESCRIBED = ['code', 'name', 'translationStatus', 'provenance'] as const
const DIMENSION = [...DESCRIBED, 'description', 'order', 'weight'] as const
const OUTCOME = [...DIMENSION, 'dimension'] as const
const ELEMENT = [
  'code', 'label', 'description', 'valueType', 'unit', 'nature', 'origin', 'min', 'max', 'integer',
  'scale', 'translationStatus', 'provenance',
] as const // prettier-ignore
const KPI = [
  ...DIMENSION, 'outcome', 'seriesId', 'relation', 'kind', 'unit', 'decimals', 'maxDisclosureLevel',
  'direction', 'range', 'scored', 'normalisation', 'scale', 'formula', 'undefinedWhen', 'elements',
  'subMeasures', 'samples', 'instruments', 'sdgTargets',
] as const // prettier-ignore

const pick = <T extends object, K extends keyof T>(node: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, node[key] ?? null])) as Pick<T, K>

/** JSON with the keys of every object in order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value)
    .filter(([, content]) => content !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, content]) => `${JSON.stringify(key)}:${canonical(content)}`).join(',')}}`
}
