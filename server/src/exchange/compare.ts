import { canonical, checkCatalogue, mergeMappings, type CatalogueFile } from '#framework'
import type { ReadProblem } from './reading/read-file.worker'
import { Places } from './places'

export type EntryState = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'KEPT' | 'REMOVED' | 'REJECTED'

export interface FieldChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

export interface PlacedProblem {
  /** Cell of the workbook, or path of the JSON text. */
  readonly at: string
  readonly reason: string
  readonly message: string
}

export interface ImportEntry {
  /** The list of the file the entry stands in; `version` for the catalogue as a whole. */
  readonly section: string
  readonly code: string
  readonly state: EntryState
  readonly changes: readonly FieldChange[]
  readonly problems: readonly PlacedProblem[]
}

export interface Comparison {
  readonly entries: readonly ImportEntry[]
  /** What the draft would hold; null when something is rejected. */
  readonly merged: CatalogueFile | null
}

export interface ReadContent {
  readonly catalogue: unknown
  readonly places: Readonly<Record<string, string>> | null
  readonly problems: readonly ReadProblem[]
}

type Entry = Record<string, unknown>
type Lists = Record<string, unknown>

const HEAD = 'version'
/** Goals are reference data; what else is not listed here has no entries. */
const NOT_CONTENT = new Set(['sdgs', 'locales'])
/** Fields that follow from others, or only inform. */
const IGNORED = new Set(['periods', 'usedBy', 'lineage', 'nature:kpis', 'mappingProvenance'])
/** Lists whose entries have no number of their own: their order is where they stand. */
const BY_PLACE = new Set(['dataElements', 'instruments', 'rules', 'scales', 'reasonCodes'])
const LONGEST_SHOWN = 2_000

const SOURCE = { status: 'constructed', fields: [], sources: [] }
const DESCRIBED = { translationStatus: {}, provenance: SOURCE }
const WORDED = { description: { en: '', fr: '' }, ...DESCRIBED }
/** What an entry says where it says nothing. */
const DEFAULTS: Readonly<Record<string, Entry>> = {
  dimensions: WORDED,
  outcomes: { sdgs: [], instruments: [], mappings: [], ...WORDED },
  kpis: {
    guidance: null, scale: null, undefinedWhen: null, subMeasures: [], samples: [], instruments: [],
    sdgTargets: [], maxDisclosureLevel: 'PUBLIC', ...WORDED,
  },
  dataElements: { min: null, max: null, integer: false, scale: null, periods: [], usedBy: [], ...WORDED },
  rules: { kpis: [] },
  instruments: DESCRIBED,
} // prettier-ignore

/**
 * Compares what was read with the content of a draft or of its base, entry by entry and field by field.
 * A field or a list that the file does not have stays as it is.
 */
export function compare(
  read: ReadContent,
  current: CatalogueFile | null,
  absent: 'KEEP' | 'REMOVE',
): Comparison {
  const places = new Places(read.places)
  const file = (isObject(read.catalogue) ? read.catalogue : {}) as Lists
  const problems = new ProblemsByEntry(places, file)
  for (const problem of read.problems) problems.add(problem)
  noteDoubles(file, problems)

  const entries: ImportEntry[] = []
  const now = (current ?? {}) as unknown as Lists
  const merged: Lists = { ...headOf(file, now) }
  entries.push(compareHead(file, current === null ? null : now, problems))
  const sections = [
    ...new Set([
      ...listsOf(file),
      ...listsOf(now),
      ...Object.keys(DEFAULTS),
      'scales',
      'reasonCodes',
    ]),
  ]
  const instruments = [...entriesOf(now['instruments']), ...entriesOf(file['instruments'])].map(
    codeOf,
  )
  for (const section of sections.filter((each) => !NOT_CONTENT.has(each))) {
    const known = entriesOf(now[section])
    if (!Array.isArray(file[section])) {
      merged[section] = known
      continue
    }
    merged[section] = compareList(
      section,
      entriesOf(file[section]),
      known,
      absent,
      problems,
      entries,
      instruments,
    )
  }
  merged['sdgs'] = goalsOf(file, now)
  for (const problem of checked(merged as unknown as CatalogueFile, current))
    problems.addChecked(problem)

  const judged = entries.map((entry) => {
    const own = problems.of(entry.section, entry.code)
    return own.length > 0 ? { ...entry, state: 'REJECTED' as const, problems: own } : entry
  })
  const loose = problems.rest(judged)
  if (loose.length > 0) {
    judged.unshift({ section: HEAD, code: '', state: 'REJECTED', changes: [], problems: loose })
  }
  const isRejected = judged.some(({ state }) => state === 'REJECTED')
  return { entries: judged, merged: isRejected ? null : (merged as unknown as CatalogueFile) }
}

function compareList(
  section: string,
  given: readonly Entry[],
  known: readonly Entry[],
  absent: 'KEEP' | 'REMOVE',
  problems: ProblemsByEntry,
  entries: ImportEntry[],
  instruments: readonly string[],
): readonly Entry[] {
  const byCode = new Map(known.map((entry) => [codeOf(entry), entry]))
  const result: Entry[] = []
  const seen = new Set<string>()
  for (const entry of given) {
    const code = codeOf(entry)
    if (seen.has(code)) continue
    seen.add(code)
    const found = byCode.get(code)
    const mapped = (before: Entry, said: Entry) =>
      section === 'outcomes' ? mergeMappings(before, said, instruments) : {}
    const old = found && { ...DEFAULTS[section], ...found, ...mapped({}, found) }
    const whole = {
      ...(old ? mergeEntry(old, entry) : { ...DEFAULTS[section], ...boundsOf(entry), ...entry }),
      ...mapped(old ?? {}, entry),
    }
    const changes = old ? changesOf(section, old, whole) : []
    result.push(whole)
    entries.push({
      section, code, changes, problems: [],
      state: old ? (changes.length > 0 ? 'CHANGED' : 'UNCHANGED') : 'NEW',
    }) // prettier-ignore
  }
  const missing = known.filter((entry) => !seen.has(codeOf(entry)))
  for (const entry of missing) {
    entries.push({ section, code: codeOf(entry), state: absent === 'KEEP' ? 'KEPT' : 'REMOVED', changes: [], problems: [] }) // prettier-ignore
  }
  const order = orderChange(section, given, known)
  if (order) entries.push({ section, code: '*', state: 'CHANGED', changes: [order], problems: [] })
  if (absent === 'REMOVE') return result
  for (const [at, entry] of known.entries()) {
    if (seen.has(codeOf(entry))) continue
    const before = known[at - 1]
    const place = before ? result.findIndex((each) => codeOf(each) === codeOf(before)) + 1 : 0
    result.splice(place, 0, entry)
  }
  return result
}

function orderChange(
  section: string,
  given: readonly Entry[],
  known: readonly Entry[],
): FieldChange | null {
  if (!BY_PLACE.has(section)) return null
  const codes = (list: readonly Entry[], other: readonly Entry[]) => {
    const shared = new Set(other.map(codeOf))
    return list.map(codeOf).filter((code) => shared.has(code)).join(', ')
  } // prettier-ignore
  const before = codes(known, given)
  const after = codes(given, known)
  return before === after ? null : { field: 'order', before: shown(before), after: shown(after) }
}

const headOf = (file: Lists, now: Lists): Entry => ({
  schema: 'pmm-catalogue/1',
  kind: file['kind'] ?? now['kind'],
  notice: file['notice'] === undefined ? (now['notice'] ?? null) : file['notice'],
  version: {
    ...DESCRIBED,
    ...mergeEntry(objectOf(now['version']), objectOf(file['version'])),
  },
})

function compareHead(file: Lists, now: Lists | null, problems: ProblemsByEntry): ImportEntry {
  const head = headOf(file, now ?? {})
  const code = codeOf(objectOf(head['version']))
  problems.headCode = code
  if (now === null) return { section: HEAD, code, state: 'NEW', changes: [], problems: [] }
  const flat = (catalogue: Lists): Entry => {
    const {
      code: _,
      lineageFrom: __,
      officialRecord: ___,
      ...version
    } = objectOf(catalogue['version'])
    return { kind: catalogue['kind'], notice: catalogue['notice'] ?? null, ...version }
  }
  const changes = changesOf(HEAD, flat(now), flat(head))
  return {
    section: HEAD,
    code,
    state: changes.length > 0 ? 'CHANGED' : 'UNCHANGED',
    changes,
    problems: [],
  }
}

/** What the file says over what is there; of a text each language by itself. */
function mergeEntry(old: Entry, given: Entry): Entry {
  const merged: Entry = { ...old }
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined) continue
    const before = old[field]
    merged[field] = isText(value) && isText(before) ? { ...before, ...value } : value
  }
  return merged
}

function changesOf(section: string, before: Entry, after: Entry): readonly FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return fields.flatMap((field) => {
    if (IGNORED.has(field) || IGNORED.has(`${field}:${section}`)) return []
    return leafChanges(field, normal(field, before[field]), normal(field, after[field]))
  })
}

function leafChanges(field: string, before: unknown, after: unknown): readonly FieldChange[] {
  if (canonical(before) === canonical(after)) return []
  const isSplit = [before, after].every(
    (each) => each === null || (isObject(each) && !('method' in each)),
  )
  if (!isSplit || field === 'translationStatus')
    return [{ field, before: shown(before), after: shown(after) }]
  const keys = [...new Set([...Object.keys(objectOf(before)), ...Object.keys(objectOf(after))])]
  return keys.flatMap((key) =>
    leafChanges(`${field}.${key}`, objectOf(before)[key] ?? null, objectOf(after)[key] ?? null),
  )
}

// Ways of writing one thing: a note that is null or not there, an empty language, a number with zeros behind.
function normal(field: string, value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (field === 'weight' || field === 'min' || field === 'max') return trimmed(value)
  if (Array.isArray(value)) {
    const list = value.map((each) => (isObject(each) ? normal('', each) : each))
    return field === 'mappings' ? list.toSorted(byTarget) : list
  }
  if (!isObject(value)) return value
  const kept = Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== undefined && inner !== '')
    .map(([key, inner]) => [key, normal(key, inner)] as const)
  if (field === 'provenance') {
    const { fields = [], sources = [], status, note } = Object.fromEntries(kept)
    return {
      status: String(status).toLowerCase().replaceAll('_', ' '),
      fields,
      sources,
      note: note ?? null,
    }
  }
  return kept.length === 0 ? null : Object.fromEntries(kept)
}

// Mappings have no order of their own.
const byTarget = (one: unknown, other: unknown): number => {
  const key = (each: unknown) =>
    `${String(objectOf(each)['kind'])} ${String(objectOf(each)['target'])}`
  return key(one) < key(other) ? -1 : 1
}

const trimmed = (value: unknown) =>
  typeof value === 'string' && value.includes('.') ? value.replace(/\.?0+$/, '') : value

const shown = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}

function noteDoubles(file: Lists, problems: ProblemsByEntry): void {
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

// What was wrong in the draft before is no fault of the file.
function checked(merged: CatalogueFile, current: CatalogueFile | null) {
  try {
    const before = new Set(
      current ? checkCatalogue(current).map(({ at, message }) => `${at}: ${message}`) : [],
    )
    return checkCatalogue(merged).filter(({ at, message }) => !before.has(`${at}: ${message}`))
  } catch {
    // Entries of a wrong shape are rejected already; what they mean cannot be asked.
    return []
  }
}

/** Problems by the entry they concern. */
class ProblemsByEntry {
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

  addChecked({ at, message, place }: ReturnType<typeof checkCatalogue>[number]): void {
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

const sentence = (at: string, message: string) =>
  /^[A-Z"]/.test(message) ? message : `${at} ${message}.`

// An open end of a range is written as nothing.
const boundsOf = ({ type }: Entry): Entry => (type === 'RANGE' ? { min: null, max: null } : {})

const goalsOf = (file: Lists, now: Lists) =>
  Array.isArray(file['sdgs'])
    ? file['sdgs']
    : (now['sdgs'] ?? Array.from({ length: 17 }, (_, at) => ({ goal: at + 1 })))

const listsOf = (catalogue: Lists): readonly string[] =>
  Object.keys(catalogue).filter((key) => Array.isArray(catalogue[key]) && !NOT_CONTENT.has(key))

const entriesOf = (list: unknown): readonly Entry[] =>
  Array.isArray(list) ? list.map((entry) => (isObject(entry) ? entry : { code: '' })) : []

const codeOf = (entry: Entry): string => String(entry['code'] ?? entry['goal'] ?? '').slice(0, 120)

const objectOf = (value: unknown): Entry => (isObject(value) ? value : {})

const isObject = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is Entry =>
  isObject(value) && Object.keys(value).every((key) => key === 'en' || key === 'fr')
