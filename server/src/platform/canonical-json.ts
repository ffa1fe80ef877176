/**
 * A value as canonical JSON (RFC 8785): names in order, no space, absent members left out. The same
 * content gives the same text, hence the same hash, wherever it is written.
 */
export function canonicalJson(value: unknown): string {
  const plain = value instanceof Date ? value.toISOString() : value
  if (Array.isArray(plain)) return `[${plain.map(itemOf).join(',')}]`
  if (plain === null || typeof plain !== 'object') return wordOf(plain)
  const members = Object.entries(plain)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`
}

const itemOf = (item: unknown) => (item === undefined ? 'null' : canonicalJson(item))

function wordOf(word: unknown): string {
  if (typeof word === 'number' && !Number.isFinite(word))
    throw new Error('JSON has no such number.')
  const text = JSON.stringify(word)
  if (text === undefined) throw new Error(`JSON has no word for a ${typeof word}.`)
  return text
}
