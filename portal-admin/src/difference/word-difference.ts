/** A run of words that both texts have, or only one of them. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

// Longer texts are shown whole, one after the other: the comparison grows with the product of their lengths.
const MOST_WORDS = 1200

/** What differs between two texts, word by word; spaces belong to the word before. */
export function wordDifference(before: string, after: string): readonly WordRun[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  if (old.length > MOST_WORDS || fresh.length > MOST_WORDS) {
    return joined([...old.map(run('removed')), ...fresh.map(run('added'))])
  }
  const length = lengthsOf(old, fresh)
  const runs: WordRun[] = []
  let [i, j] = [0, 0]
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) {
      runs.push({ kind: 'same', text: old[i]! })
      i += 1
      j += 1
    } else if (length[i + 1]![j]! >= length[i]![j + 1]!) {
      runs.push({ kind: 'removed', text: old[i]! })
      i += 1
    } else {
      runs.push({ kind: 'added', text: fresh[j]! })
      j += 1
    }
  }
  return joined([...runs, ...old.slice(i).map(run('removed')), ...fresh.slice(j).map(run('added'))])
}

const run =
  (kind: WordRun['kind']) =>
  (text: string): WordRun => ({ kind, text })

const wordsOf = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}_]+\s*|[^\p{L}\p{N}_\s]\s*|\s+/gu) ?? []

/** Length of the longest common row of words behind each pair of places. */
function lengthsOf(old: readonly string[], fresh: readonly string[]): readonly Uint16Array[] {
  const length = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      length[i]![j] =
        old[i] === fresh[j]
          ? length[i + 1]![j + 1]! + 1
          : Math.max(length[i + 1]![j]!, length[i]![j + 1]!)
    }
  }
  return length
}

function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const merged: { kind: WordRun['kind']; text: string }[] = []
  for (const { kind, text } of runs) {
    const last = merged.at(-1)
    if (last?.kind === kind) last.text += text
    else merged.push({ kind, text })
  }
  return merged
}
