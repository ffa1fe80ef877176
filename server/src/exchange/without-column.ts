import {
  LINEAGE,
  codeOf,
  entriesOf,
  isObject,
  objectOf,
  type Entry,
  type Lists,
} from './catalogue-lists'
import type { ReadContent } from './compare'

type Cells = Readonly<Record<string, string>>

/**
 * A workbook says nothing of what it has no column for: such a part of a group stays as it is, and is not
 * missing where it is there already.
 */
export function withoutColumn(read: ReadContent, current: Lists): ReadContent {
  const { catalogue, places: cells } = read
  if (cells === null || !isObject(catalogue)) return read
  const file: Lists = { ...catalogue }
  const known = new Map<string, Entry>()
  const meet = (pointer: string, entry: Entry, old: Entry) => {
    known.set(pointer, old)
    return completed(cells, pointer, entry, old)
  }
  file['version'] = meet('/version', objectOf(file['version']), objectOf(current['version']))
  for (const [list, given] of Object.entries(catalogue)) {
    if (!Array.isArray(given) || list === LINEAGE) continue
    const byCode = new Map(entriesOf(current[list]).map((entry) => [codeOf(entry), entry]))
    file[list] = entriesOf(given).map((entry, at) => {
      const old = byCode.get(codeOf(entry))
      return old ? meet(`/${list}/${at}`, entry, old) : entry
    })
  }
  const isThere = (pointer: string) => {
    const [, list = '', ...steps] = pointer.split('/')
    const depth = list === 'version' ? 0 : 1
    const old = known.get(['', list, ...steps.slice(0, depth)].join('/'))
    return old !== undefined && !hasCell(cells, pointer) && valueAt(old, steps.slice(depth)) != null
  }
  const problems = read.problems.filter(
    ({ reason, pointer }) => reason !== 'MISSING' || pointer === null || !isThere(pointer),
  )
  return { ...read, catalogue: file, problems }
}

function completed(cells: Cells, pointer: string, entry: Entry, old: Entry): Entry {
  const groups = Object.entries(entry).flatMap(([field, value]) => {
    const place = `${pointer}/${field}`
    const before = old[field]
    if (!isObject(value) || !isObject(before) || Object.hasOwn(cells, place)) return []
    const unsaid = Object.entries(before).filter(
      ([key, inner]) => !Object.hasOwn(value, key) && !hasCell(cells, `${place}/${key}`, inner),
    )
    return [[field, { ...Object.fromEntries(unsaid), ...completed(cells, place, value, before) }]]
  })
  return { ...entry, ...Object.fromEntries(groups) }
}

const hasCell = (cells: Cells, place: string, inner?: unknown): boolean =>
  Object.hasOwn(cells, place) ||
  Object.keys(objectOf(inner)).some((key) => Object.hasOwn(cells, `${place}/${key}`))

const valueAt = (entry: Entry, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((inner, step) => objectOf(inner)[step], entry)
