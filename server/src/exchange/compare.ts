import {
  checkCatalogue,
  mergeMappings,
  type CatalogueFile,
  type CatalogueProblem,
} from '#framework'
import {
  DEFAULTS,
  DESCRIBED,
  HEAD,
  LINEAGE,
  NOT_CONTENT,
  codeOf,
  entriesOf,
  isObject,
  listsOf,
  mergeEntry,
  objectOf,
  type Entry,
  type Lists,
} from './catalogue-lists'
import { changesOf, settled, shown } from './field-changes'
import type { FieldChange, ImportEntry } from './import-entry'
import { Places } from './places'
import { ProblemsByEntry, noteDoubles } from './problems-by-entry'
import type { ReadProblem } from './reading/read-file.worker'
import { withoutColumn } from './without-column'

export interface Comparison {
  readonly entries: readonly ImportEntry[]
  /** What the draft would hold; null when something is rejected. */
  readonly merged: CatalogueFile | null
}

/** What a file is measured against beside the content that is there. */
export interface Ground {
  readonly check: (catalogue: CatalogueFile) => readonly CatalogueProblem[]
  /** Code of the version the draft is developed from. */
  readonly baseCode: string | null
}

export interface ReadContent {
  readonly catalogue: unknown
  readonly places: Readonly<Record<string, string>> | null
  readonly problems: readonly ReadProblem[]
}

/** What is in the way and what would change is read before what stays. */
const RANK: readonly ImportEntry['state'][] = [
  'REJECTED', 'CHANGED', 'NEW', 'REMOVED', 'KEPT', 'IGNORED', 'UNCHANGED',
] // prettier-ignore

/** Lists whose entries have no number of their own: their order is where they stand. */
const BY_PLACE = new Set(['dataElements', 'instruments', 'rules', 'scales', 'reasonCodes'])

/**
 * Compares what was read with the content of a draft or of its base, entry by entry and field by field.
 * A field or a list that the file does not have stays as it is.
 */
export function compare(
  given: ReadContent,
  current: CatalogueFile | null,
  absent: 'KEEP' | 'REMOVE',
  { check, baseCode }: Ground = { check: checkCatalogue, baseCode: null },
): Comparison {
  const now = (current ?? {}) as unknown as Lists
  const read = withoutColumn(given, now)
  const places = new Places(read.places)
  const whole = (isObject(read.catalogue) ? read.catalogue : {}) as Lists
  const isOfAnother = speaksOfAnother(whole, baseCode)
  const file: Lists = {
    ...whole,
    ...tooLong(read.problems),
    ...(isOfAnother && { lineage: undefined }),
  }
  const problems = new ProblemsByEntry(places, file)
  for (const problem of read.problems) problems.add(problem)
  noteDoubles(file, problems)

  const entries: ImportEntry[] = []
  const merged: Lists = { ...headOf(file, now) }
  const head = compareHead(file, current === null ? null : now, problems)
  entries.push(head)
  merged['version'] = settled(objectOf(now['version']), objectOf(merged['version']), head.changes)
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
    (entry) => codeOf(entry),
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
  if (isOfAnother) entries.push(...entriesOf(whole[LINEAGE]).map(ignored))
  for (const problem of checked(check, merged as unknown as CatalogueFile, current))
    problems.addChecked(problem)

  const judged = entries.map((entry) => {
    const own = problems.of(entry.section, entry.code)
    return own.length > 0 ? { ...entry, state: 'REJECTED' as const, problems: own } : entry
  })
  const loose = problems.rest(judged)
  if (loose.length > 0) {
    judged.unshift({ section: HEAD, code: '', state: 'REJECTED', changes: [], problems: loose })
  }
  judged.sort((one, other) => RANK.indexOf(one.state) - RANK.indexOf(other.state))
  const isRejected = judged.some(({ state }) => state === 'REJECTED')
  return { entries: judged, merged: isRejected ? null : (merged as unknown as CatalogueFile) }
}

// A list beyond its limit is rejected as one; what each of its entries would do helps nobody.
const tooLong = (problems: readonly ReadProblem[]): Lists =>
  Object.fromEntries(
    problems.flatMap(({ pointer, reason }) =>
      reason === 'TOO_MANY' && pointer?.lastIndexOf('/') === 0
        ? [[pointer.slice(1), undefined]]
        : [],
    ),
  )

// What is said of the nodes of one version means nothing about those of another.
const speaksOfAnother = (file: Lists, baseCode: string | null): boolean => {
  const from = objectOf(file['version'])['lineageFrom']
  return typeof from === 'string' && from !== baseCode
}

const ignored = (entry: Entry): ImportEntry => ({
  section: LINEAGE, code: codeOf(entry, LINEAGE), state: 'IGNORED', changes: [], problems: [],
}) // prettier-ignore

function compareList(
  section: string,
  given: readonly Entry[],
  known: readonly Entry[],
  absent: 'KEEP' | 'REMOVE',
  problems: ProblemsByEntry,
  entries: ImportEntry[],
  instruments: readonly string[],
): readonly Entry[] {
  const byCode = new Map(known.map((entry) => [codeOf(entry, section), entry]))
  const result: Entry[] = []
  const seen = new Set<string>()
  for (const entry of given) {
    const code = codeOf(entry, section)
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
    result.push(old ? settled(old, whole, changes) : whole)
    entries.push({
      section, code, changes, problems: [],
      state: old ? (changes.length > 0 ? 'CHANGED' : 'UNCHANGED') : 'NEW',
    }) // prettier-ignore
  }
  const missing = known.filter((entry) => !seen.has(codeOf(entry, section)))
  for (const entry of missing) {
    entries.push({ section, code: codeOf(entry, section), state: absent === 'KEEP' ? 'KEPT' : 'REMOVED', changes: [], problems: [] }) // prettier-ignore
  }
  const order = orderChange(section, given, known)
  if (order) entries.push({ section, code: '*', state: 'CHANGED', changes: [order], problems: [] })
  if (absent === 'REMOVE') return result
  for (const [at, entry] of known.entries()) {
    if (seen.has(codeOf(entry, section))) continue
    const before = known[at - 1]
    const place = before
      ? result.findIndex((each) => codeOf(each, section) === codeOf(before, section)) + 1
      : 0
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
    const shared = new Set(other.map((entry) => codeOf(entry)))
    return list.map((entry) => codeOf(entry)).filter((code) => shared.has(code)).join(', ')
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

// What was wrong in the draft before is no fault of the file.
function checked(check: Ground['check'], merged: CatalogueFile, current: CatalogueFile | null) {
  try {
    const before = new Set(
      current ? check(current).map(({ at, message }) => `${at}: ${message}`) : [],
    )
    return check(merged).filter(({ at, message }) => !before.has(`${at}: ${message}`))
  } catch {
    // Entries of a wrong shape are rejected already; what they mean cannot be asked.
    return []
  }
}

// An open end of a range is written as nothing.
const boundsOf = ({ type }: Entry): Entry => (type === 'RANGE' ? { min: null, max: null } : {})

const goalsOf = (file: Lists, now: Lists) =>
  Array.isArray(file['sdgs'])
    ? file['sdgs']
    : (now['sdgs'] ?? Array.from({ length: 17 }, (_, at) => ({ goal: at + 1 })))
