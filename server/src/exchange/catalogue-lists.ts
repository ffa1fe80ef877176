import { statementKey } from '#framework'

/** A catalogue as it came in: lists of entries that need not be of any shape. */
export type Entry = Record<string, unknown>

export type Lists = Record<string, unknown>

export const HEAD = 'version'
export const LINEAGE = 'lineage'
/** Goals are reference data; what else is not listed here has no entries. */
export const NOT_CONTENT = new Set(['sdgs', 'locales'])

const SOURCE = { status: 'constructed', fields: [], sources: [] }
export const DESCRIBED = { translationStatus: {}, provenance: SOURCE }
const WORDED = { description: { en: '', fr: '' }, ...DESCRIBED }
/** What an entry says where it says nothing. */
export const DEFAULTS: Readonly<Record<string, Entry>> = {
  dimensions: WORDED,
  outcomes: { sdgs: [], instruments: [], mappings: [], ...WORDED },
  kpis: {
    methodologyHelp: null, guidance: null, scale: null, undefinedWhen: null, subMeasures: [], samples: [], instruments: [],
    sdgTargets: [], maxDisclosureLevel: 'PUBLIC', ...WORDED,
  },
  dataElements: { min: null, max: null, integer: false, scale: null, periods: [], usedBy: [], ...WORDED },
  rules: { kpis: [] },
  instruments: DESCRIBED,
  lineage: { code: null, ancestors: [], conversion: null, note: null },
} // prettier-ignore

/** What the file says over what is there; of a text each language by itself. */
export function mergeEntry(old: Entry, given: Entry): Entry {
  const merged: Entry = { ...old }
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined) continue
    const before = old[field]
    merged[field] = isText(value) && isText(before) ? { ...before, ...value } : value
  }
  return merged
}

export const listsOf = (catalogue: Lists): readonly string[] =>
  Object.keys(catalogue).filter((key) => Array.isArray(catalogue[key]) && !NOT_CONTENT.has(key))

export const entriesOf = (list: unknown): readonly Entry[] =>
  Array.isArray(list) ? list.map((entry) => (isObject(entry) ? entry : { code: '' })) : []

/** What an entry is found by in its list. */
export const codeOf = (entry: Entry, section?: string): string =>
  (section === LINEAGE
    ? statementKey({
        kind: String(entry['kind']) as never,
        code: typeof entry['code'] === 'string' ? entry['code'] : null,
        ancestors: Array.isArray(entry['ancestors']) ? entry['ancestors'].map(String) : [],
      })
    : String(entry['code'] ?? entry['goal'] ?? '')
  ).slice(0, 160)

export const objectOf = (value: unknown): Entry => (isObject(value) ? value : {})

export const isObject = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isText = (value: unknown): value is Entry =>
  isObject(value) && Object.keys(value).every((key) => key === 'en' || key === 'fr')
