interface Fate {
  readonly kind: string
  /** What noticed the mutant; nothing for a survivor. */
  readonly by: string | null
  readonly name: string
}

/** Counts changed rules and what noticed them. */
export class Tally {
  readonly #fates: Fate[] = []
  readonly #excused = new Map<string, number>()
  readonly what: string

  constructor(what: string) {
    this.what = what
  }

  caught(kind: string, by: string): void {
    this.#fates.push({ kind, by, name: '' })
  }

  survived(kind: string, name: string): void {
    this.#fates.push({ kind, by: null, name })
  }

  /** Mutants that change nothing for anybody, hence cannot be noticed. */
  excuse(count: number, why: string): void {
    this.#excused.set(why, (this.#excused.get(why) ?? 0) + count)
  }

  /** Caught ones among those of a kind, or of all kinds. */
  share(kind?: string): number {
    const all = this.#fates.filter((each) => !kind || each.kind === kind)
    return all.length === 0 ? 1 : all.filter(({ by }) => by).length / all.length
  }

  print(): void {
    const caught = this.#fates.filter(({ by }) => by)
    const ways = [...Map.groupBy(caught, ({ by }) => by)].map(([by, all]) => `${all.length} ${by}`)
    const excused = [...this.#excused].map(([why, count]) => `; ${count} more ${why}`).join('')
    process.stdout.write(
      `rules: ${this.what}: ${caught.length} of ${this.#fates.length} mutants noticed (${ways.join(', ')})${excused}\n`,
    )
    for (const { name, kind, by } of this.#fates)
      if (!by) process.stdout.write(`  not noticed (${kind}): ${name}\n`)
  }
}
