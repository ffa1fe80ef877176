import { valueKey } from './history-words'

const FIELDS: Readonly<Record<string, string>> = {
  method: 'normalisation.method',
  status: 'provenance.status',
}

/** What a field of a draft says, in words: a choice as the form names it, a list a line each. */
export function draftWords(field: string, value: unknown, t: (key: string) => string): string {
  if (Array.isArray(value)) return value.map(lineOf).join('\n')
  const text = String(value ?? '')
  const key = text === '' ? null : valueKey(FIELDS[field] ?? field, text)
  return key ? t(key) : text
}

function lineOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry)
  return Object.values(entry)
    .map((each) =>
      typeof each === 'object' && each !== null
        ? Object.entries(each)
            .map(([name, value]) => `${name} ${value}`)
            .join(', ')
        : String(each),
    )
    .filter(Boolean)
    .join(', ')
}
