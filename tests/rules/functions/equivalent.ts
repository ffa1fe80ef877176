import { readFileSync } from 'node:fs'
import type { Mutant } from './mutants.ts'

/** A change that nobody can tell from the original, with the reason. */
interface Equivalent {
  readonly file: string
  readonly within: string
  readonly from: string
  readonly to: string
  readonly why: string
}

const listed = JSON.parse(
  readFileSync(new URL('equivalent.json', import.meta.url), 'utf8'),
) as readonly Equivalent[]

const nameOf = ({ file, within, from, to }: Omit<Equivalent, 'why'>) =>
  [file, within, from, to].join(' | ')

const names = new Set(listed.map(nameOf))

export const isEquivalent = (mutant: Mutant): boolean => names.has(nameOf(mutant))

/** Entries of the list without such a change, or with one that was noticed after all. */
export function wrongEntries(unnoticed: readonly Mutant[]): readonly string[] {
  const real = new Set(unnoticed.map(nameOf))
  return [...names].filter((each) => !real.has(each))
}
