/** Where something stands in a text: from the first character to behind the last. */
export interface Place {
  readonly start: number
  readonly end: number
}

interface Token extends Place {
  readonly text: string
}

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(/\d+(?:\.\d+)?|[A-Za-z_]\w*(?:\[[^\]]*\])?|\S/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))

/** What stands in the second formula and not in the first, and the other way round, sign by sign. */
export function differenceOf(
  former: string,
  present: string,
): { readonly removed: readonly Place[]; readonly added: readonly Place[] } {
  const [old, fresh] = [tokensOf(former), tokensOf(present)]
  const kept = commonOf(old, fresh)
  return {
    removed: joined(
      former,
      old.filter((token) => !kept.old.has(token)),
    ),
    added: joined(
      present,
      fresh.filter((token) => !kept.fresh.has(token)),
    ),
  }
}

/** The longest common sequence of signs; formulas are short, so a full table is small. */
function commonOf(old: readonly Token[], fresh: readonly Token[]) {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    Array.from({ length: fresh.length + 1 }, () => 0),
  )
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      lengths[i]![j] =
        old[i]!.text === fresh[j]!.text
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  const kept = { old: new Set<Token>(), fresh: new Set<Token>() }
  for (let i = 0, j = 0; i < old.length && j < fresh.length;) {
    if (old[i]!.text === fresh[j]!.text) {
      kept.old.add(old[i]!)
      kept.fresh.add(fresh[j]!)
      i += 1
      j += 1
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i += 1
    else j += 1
  }
  return kept
}

// Neighbours with nothing but blanks between them are one change.
function joined(text: string, tokens: readonly Token[]): readonly Place[] {
  const places: { start: number; end: number }[] = []
  for (const { start, end } of tokens) {
    const last = places.at(-1)
    if (last && text.slice(last.end, start).trim() === '') last.end = end
    else places.push({ start, end })
  }
  return places
}

/** A text cut at the places, to be shown with them marked. */
export function piecesOf(
  text: string,
  places: readonly Place[],
): readonly { readonly text: string; readonly isMarked: boolean }[] {
  const pieces: { text: string; isMarked: boolean }[] = []
  let at = 0
  for (const { start, end } of places) {
    if (start > at) pieces.push({ text: text.slice(at, start), isMarked: false })
    pieces.push({ text: text.slice(start, end), isMarked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false })
  return pieces
}
