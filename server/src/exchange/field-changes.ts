import { canonical } from '#framework'
import { isObject, objectOf, type Entry } from './catalogue-lists'
import type { FieldChange } from './import-entry'

/** Fields that follow from others, or only inform. */
const IGNORED = new Set(['periods', 'usedBy', 'lineage', 'nature:kpis', 'mappingProvenance'])
const LONGEST_SHOWN = 2_000

/** Fields of an entry that say something else than before. */
export function changesOf(section: string, before: Entry, after: Entry): readonly FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return fields.flatMap((field) => {
    if (IGNORED.has(field) || IGNORED.has(`${field}:${section}`)) return []
    return leafChanges(field, normal(field, before[field]), normal(field, after[field]))
  })
}

/**
 * An entry as it is to be stored: a field that says the same in another way stays as it was written, so that
 * an import changes only what it lists.
 */
export function settled(old: Entry, whole: Entry, changes: readonly FieldChange[]): Entry {
  const changed = new Set(changes.map(({ field }) => field.split('.')[0]))
  return Object.fromEntries(
    Object.entries(whole).map(([field, value]) => {
      if (field === 'mappings') return [field, settledMappings(old[field], value)]
      return [field, Object.hasOwn(old, field) && !changed.has(field) ? old[field] : value]
    }),
  )
}

function settledMappings(old: unknown, whole: unknown): unknown {
  if (!Array.isArray(old) || !Array.isArray(whole)) return whole
  const known = new Map(old.map((each) => [canonical(normal('', each)), each as unknown]))
  return whole.map((each) => known.get(canonical(normal('', each))) ?? each)
}

function leafChanges(field: string, before: unknown, after: unknown): readonly FieldChange[] {
  if (canonical(before) === canonical(after)) return []
  const isSplit = [before, after].every(
    (each) => each === null || (isObject(each) && !('method' in each)),
  )
  if (!isSplit || field === 'translationStatus')
    return [{ field, before: shown(before), after: shown(after) }]
  const keys = [...new Set([...Object.keys(objectOf(before)), ...Object.keys(objectOf(after))])]
  return keys.flatMap((key) =>
    leafChanges(`${field}.${key}`, objectOf(before)[key] ?? null, objectOf(after)[key] ?? null),
  )
}

// Ways of writing one thing: a note that is null or not there, an empty language, a number with zeros behind.
function normal(field: string, value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (field === 'weight' || field === 'min' || field === 'max') return trimmed(value)
  if (Array.isArray(value)) {
    const list = value.map((each) => (isObject(each) ? normal('', each) : each))
    if (field === 'ancestors') return list.toSorted()
    return field === 'mappings' ? list.toSorted(byTarget) : list
  }
  if (!isObject(value)) return value
  const kept = Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== undefined && inner !== '')
    .map(([key, inner]) => [key, normal(key, inner)] as const)
  if (field === 'provenance') {
    const { fields = [], sources = [], status, note } = Object.fromEntries(kept)
    return {
      status: String(status).toLowerCase().replaceAll('_', ' '),
      fields,
      sources,
      note: note ?? null,
    }
  }
  return kept.length === 0 ? null : Object.fromEntries(kept)
}

// Mappings have no order of their own.
const byTarget = (one: unknown, other: unknown): number => {
  const key = (each: unknown) =>
    `${String(objectOf(each)['kind'])} ${String(objectOf(each)['target'])}`
  return key(one) < key(other) ? -1 : 1
}

const trimmed = (value: unknown) =>
  typeof value === 'string' && value.includes('.') ? value.replace(/\.?0+$/, '') : value

/** A value as a person reads it. */
export const shown = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}
