const LONGEST = 20_000

/** The query a link brought along behind the `#`, which no server and no log sees; shown, never run by itself. */
export const brought = read(location.hash)

function read(hash: string): { query: string; variables: string } | null {
  const parts = new URLSearchParams(hash.slice(1, LONGEST))
  const query = parts.get('query')
  return query ? { query, variables: parts.get('variables') ?? '' } : null
}
