import type { RouteLocationRaw } from 'vue-router'
import type { Problem } from '../wording/permission'

interface Named {
  readonly code: string
}

/** A version with the entries whose codes do not say what they are. */
export interface ProblemPlaces extends Named {
  readonly dataElements: readonly Named[]
  readonly instruments: readonly Named[]
}

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^[A-Z]{2}$/, 'dimension'],
  [/^[A-Z]{2}-\d{2}$/, 'outcome'],
]

/** Where the entry a problem of a version names is mended; null where the problem names none. */
export function pageOfProblem(
  { code, dataElements, instruments }: ProblemPlaces,
  { path: [node, part], reason }: Problem,
): RouteLocationRaw | null {
  if (node === undefined) return null
  if (part === 'lineage' || reason === 'NOT_AN_ERRATUM') {
    return { name: 'version-lineage', params: { code }, query: { find: node } }
  }
  if (part?.startsWith('rationale.')) return { name: 'version-mappings', params: { code } }
  if (/^[A-Z]{2}-\d{2}-\d+$/.test(node)) return { name: 'version-kpi', params: { code, kpi: node } }
  const isNode = (each: Named) => each.code === node
  const kind =
    FORMS.find(([form]) => form.test(node))?.[1] ??
    (dataElements.some(isNode) ? 'element' : instruments.some(isNode) ? 'instrument' : null)
  if (kind) return { name: 'version-texts', params: { code, kind, node } }
  // Texts of the version, its scales and reasons have no page of their own; what is left are rules.
  const isText = reason === 'TEXT_MISSING' || reason === 'TRANSLATION_OUTDATED'
  return { name: isText ? 'version-translations' : 'version-rules', params: { code } }
}
