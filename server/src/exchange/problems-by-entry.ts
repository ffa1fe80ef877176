import type { CatalogueProblem } from '#framework'
import { HEAD, codeOf, entriesOf, listsOf, type Entry, type Lists } from './catalogue-lists'
import type { ImportEntry, PlacedProblem } from './import-entry'
import type { Places } from './places'
import type { ReadProblem } from './reading/read-file.worker'

const OF_SHAPE = new Set(['WRONG_TYPE', 'MISSING', 'NOT_ALLOWED'])

/** Problems by the entry they concern. */
export class ProblemsByEntry {
  headCode = ''
  readonly #places: Places
  readonly #file: Lists
  readonly #indices = new Map<string, ReadonlyMap<string, number>>()
  readonly #byEntry = new Map<string, PlacedProblem[]>()

  constructor(places: Places, file: Lists) {
    this.#places = places
    this.#file = file
  }

  add(problem: ReadProblem): void {
    const [, section = '', index = ''] = (problem.pointer ?? '').split('/')
    const entry = /^\d+$/.test(index) ? this.#entryAt(section, Number(index)) : undefined
    const { reason, message, french } = problem
    this.#note(entry ? section : HEAD, entry ? codeOf(entry, section) : '', {
      at: this.#places.of(problem),
      reason,
      message,
      french,
    })
  }

  addChecked({ at, reason = 'NOT_CONSISTENT', message, french, place }: CatalogueProblem): void {
    const said = { reason, message: sentence(at, message), french: sentence(at, french) }
    const code = at.split('.')[0] ?? at
    const sections = place ? [place.list] : listsOf(this.#file)
    for (const section of sections) {
      const places = this.#placesIn(section)
      const index = places.get(at) ?? places.get(code)
      if (index === undefined) continue
      const entry = this.#entryAt(section, index)!
      const pointer = `/${section}/${index}${place ? `/${place.field}` : ''}`
      this.#noteChecked(section, codeOf(entry, section), {
        at: this.#places.of({ at: null, pointer }),
        ...said,
      })
      return
    }
    this.#note(HEAD, '', { at, ...said })
  }

  of(section: string, code: string): readonly PlacedProblem[] {
    return this.#byEntry.get(`${section}:${code}`) ?? []
  }

  /** What concerns no entry that is listed. */
  rest(entries: readonly ImportEntry[]): readonly PlacedProblem[] {
    const listed = new Set(entries.map(({ section, code }) => `${section}:${code}`))
    return [...this.#byEntry].flatMap(([key, problems]) => (listed.has(key) ? [] : problems))
  }

  /** Where in its list the first entry of each code stands. */
  #placesIn(section: string): ReadonlyMap<string, number> {
    const known = this.#indices.get(section)
    if (known) return known
    const found = new Map<string, number>()
    for (const [index, entry] of entriesOf(this.#file[section]).entries()) {
      const code = codeOf(entry, section)
      if (!found.has(code)) found.set(code, index)
    }
    this.#indices.set(section, found)
    return found
  }

  #entryAt(section: string, index: number): Entry | undefined {
    const list = this.#file[section]
    return Array.isArray(list) ? entriesOf(list.slice(index, index + 1))[0] : undefined
  }

  // Of what is of a wrong type already it need not be said that it means nothing.
  #noteChecked(section: string, code: string, problem: PlacedProblem): void {
    const known = this.of(section, code).some(
      ({ at, reason }) => at === problem.at && OF_SHAPE.has(reason),
    )
    if (!known) this.#note(section, code, problem)
  }

  #note(section: string, code: string, problem: PlacedProblem): void {
    const key = `${section}:${section === HEAD && code === '' ? '' : code}`
    const known = this.#byEntry.get(key)
    if (known) known.push(problem)
    else this.#byEntry.set(key, [problem])
  }
}

/** Notes each code that stands in its list twice. */
export function noteDoubles(file: Lists, problems: ProblemsByEntry): void {
  for (const section of listsOf(file)) {
    const first = new Map<string, number>()
    for (const [index, entry] of entriesOf(file[section]).entries()) {
      const code = codeOf(entry, section)
      const known = first.get(code)
      if (known === undefined) first.set(code, index)
      else {
        problems.add({
          pointer: `/${section}/${index}/${section === 'sdgs' ? 'goal' : 'code'}`, at: null, reason: 'CODE_TWICE',
          message: `The code ${code} stands in this list already.`,
          french: `Le code ${code} figure déjà dans cette liste.`,
        }) // prettier-ignore
      }
    }
  }
}

const sentence = (at: string, message: string) =>
  /^[\p{Lu}"«]/u.test(message) ? message : `${at} ${message}.`
