export interface DiffPart {
  readonly text: string
  readonly change: 'SAME' | 'ADDED' | 'REMOVED'
}

const MOST_WORDS = 600

/** What differs between two texts, word by word; very long ones are shown as replaced whole. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  if (old.length > MOST_WORDS || fresh.length > MOST_WORDS) {
    return joined([
      { text: before, change: 'REMOVED' },
      { text: after, change: 'ADDED' },
    ])
  }
  const common = commonLengths(old, fresh)
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      parts.push({ text: old[i]!, change: 'SAME' })
      i += 1
      j += 1
    } else if (i < old.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) {
      parts.push({ text: old[i]!, change: 'REMOVED' })
      i += 1
    } else if (j < fresh.length) {
      parts.push({ text: fresh[j]!, change: 'ADDED' })
      j += 1
    }
  }
  return joined(parts)
}

const wordsOf = (text: string): readonly string[] => text.match(/\s+|[^\s]+/g) ?? []

/** Lengths of the longest common tails, from each pair of places. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly number[][] {
  const table = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i]![j] =
        a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
    }
  }
  return table
}

function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const merged: DiffPart[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (last?.change === part.change) {
      merged[merged.length - 1] = { ...last, text: last.text + part.text }
    } else if (part.text) merged.push(part)
  }
  return merged
}
