import type { Columns } from './note-change'

/** One field on both sides of a change, as text. */
export interface FieldTexts {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

// Keys, counters and what follows from other fields say nothing to a reader.
const SILENT = new Set([
  'id', 'versionId', 'version', 'code', 'sort', 'seriesId', 'ancestorId', 'dimensionId', 'outcomeId',
  'translationStatus', 'isScored',
]) // prettier-ignore

/** The fields that differ between two sides of a change; languages and parts of a value each for itself. */
export function fieldChanges(before: Columns | null, after: Columns | null): FieldTexts[] {
  const old = textsOf(before)
  const fresh = textsOf(after)
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((field) => ({
      field,
      before: old.get(field) ?? null,
      after: fresh.get(field) ?? null,
    }))
    .filter((each) => each.before !== each.after)
}

function textsOf(columns: Columns | null): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const [name, value] of Object.entries(columns ?? {})) {
    if (!SILENT.has(name)) addTexts(texts, name, value)
  }
  return texts
}

function addTexts(texts: Map<string, string>, name: string, value: unknown): void {
  if (value === null || value === undefined || value === '') return
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each !== 'object')) {
      if (value.length > 0) texts.set(name, value.join(', '))
      return
    }
    for (const each of value as Columns[]) {
      const { symbol, code, name: title, ...rest } = each
      const key = [symbol, code, title].find((text) => typeof text === 'string') as string
      texts.set(`${name}.${key}`, plain({ ...(code !== key && code ? { code } : {}), ...rest }))
    }
    return
  }
  if (typeof value === 'object') {
    for (const [part, content] of Object.entries(value)) addTexts(texts, `${name}.${part}`, content)
    return
  }
  texts.set(name, String(value))
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) return value.map(plain).join('; ')
  if (typeof value === 'object') return Object.values(value).map(plain).join(', ')
  return String(value)
}
