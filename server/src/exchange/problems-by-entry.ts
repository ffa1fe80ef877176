import type { CatalogueProblem } from '#framework'
import { HEAD, codeOf, entriesOf, listsOf, type Lists } from './catalogue-lists'
import type { ImportEntry, PlacedProblem } from './import-entry'
import type { Places } from './places'
import type { ReadProblem } from './reading/read-file.worker'

/** Problems by the entry they concern. */
export class ProblemsByEntry {
  headCode = ''
  readonly #places: Places
  readonly #file: Lists
  readonly #byEntry = new Map<string, PlacedProblem[]>()

  constructor(places: Places, file: Lists) {
    this.#places = places
    this.#file = file
  }

  add(problem: ReadProblem): void {
    const [, section = '', index = ''] = (problem.pointer ?? '').split('/')
    const entry = /^\d+$/.test(index) ? entriesOf(this.#file[section])[Number(index)] : undefined
    const { reason, message } = problem
    this.#note(entry ? section : HEAD, entry ? codeOf(entry) : '', {
      at: this.#places.of(problem),
      reason,
      message,
    })
  }

  addChecked({ at, message, place }: CatalogueProblem): void {
    const code = at.split('.')[0] ?? at
    const sections = place ? [place.list] : listsOf(this.#file)
    for (const section of sections) {
      const list = entriesOf(this.#file[section])
      let index = list.findIndex((entry) => codeOf(entry) === at)
      if (index < 0) index = list.findIndex((entry) => codeOf(entry) === code)
      if (index < 0) continue
      const pointer = `/${section}/${index}${place ? `/${place.field}` : ''}`
      this.#note(section, codeOf(list[index]!), {
        at: this.#places.of({ at: null, pointer }), reason: 'NOT_CONSISTENT', message: sentence(at, message),
      }) // prettier-ignore
      return
    }
    this.#note(HEAD, '', { at, reason: 'NOT_CONSISTENT', message: sentence(at, message) })
  }

  of(section: string, code: string): readonly PlacedProblem[] {
    return this.#byEntry.get(`${section}:${code}`) ?? []
  }

  /** What concerns no entry that is listed. */
  rest(entries: readonly ImportEntry[]): readonly PlacedProblem[] {
    const listed = new Set(entries.map(({ section, code }) => `${section}:${code}`))
    return [...this.#byEntry].flatMap(([key, problems]) => (listed.has(key) ? [] : problems))
  }

  #note(section: string, code: string, problem: PlacedProblem): void {
    const key = `${section}:${section === HEAD && code === '' ? '' : code}`
    this.#byEntry.set(key, [...(this.#byEntry.get(key) ?? []), problem])
  }
}

/** Notes each code that stands in its list twice. */
export function noteDoubles(file: Lists, problems: ProblemsByEntry): void {
  for (const section of listsOf(file)) {
    const first = new Map<string, number>()
    for (const [index, entry] of entriesOf(file[section]).entries()) {
      const code = codeOf(entry)
      const known = first.get(code)
      if (known === undefined) first.set(code, index)
      else {
        problems.add({
          pointer: `/${section}/${index}/${section === 'sdgs' ? 'goal' : 'code'}`, at: null, reason: 'CODE_TWICE',
          message: `The code ${code} stands in this list already.`,
        }) // prettier-ignore
      }
    }
  }
}

const sentence = (at: string, message: string) =>
  /^[A-Z"]/.test(message) ? message : `${at} ${message}.`
