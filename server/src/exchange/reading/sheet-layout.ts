/**
 * How a catalogue lies in a workbook, derived from its JSON Schema alone: a list of entries is a sheet, a
 * field a column, a list of entries inside an entry a sheet of its own. A part that is new in the schema
 * is therefore in the workbook at once.
 */
export interface Column {
  /** Path of the field inside its entry, such as `name.en`. */
  readonly key: string
  readonly label: string
  readonly kind: 'TEXT' | 'DECIMAL' | 'INTEGER' | 'BOOLEAN' | 'CODES' | 'LINES' | 'NUMBERS' | 'JSON'
  /** Whether an empty cell says null; otherwise it says nothing. */
  readonly isNullable: boolean
  readonly width: number
}

export interface SheetLayout {
  readonly title: string
  /** Name of the list in the catalogue. */
  readonly list: string
  /** Name of the list inside an entry of that list, for a sheet of parts. */
  readonly part: string | null
  /** What an entry is found by. */
  readonly id: string
  readonly columns: readonly Column[]
  /** Objects that are null when all their cells are empty. */
  readonly nullable: readonly string[]
}

export interface WorkbookLayout {
  /** Fields of the catalogue as a whole and of its version: one a row. */
  readonly head: readonly Column[]
  readonly nullable: readonly string[]
  readonly sheets: readonly SheetLayout[]
}

export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

export const HEAD_SHEET = 'Version'
export const PARENT = 'of'
/** Label of the row that names what the file does not hold for its reader. */
export const LEFT_OUT = ['Left out for this reader', 'Omis pour ce lecteur'] as const

/** Whether a field, such as `kpis.guidance.en`, is among those that were left out. */
export const isLeftOut = (field: string, leftOut: readonly string[]): boolean =>
  leftOut.some((each) => field === each || field.startsWith(`${each}.`))

const TITLES: Readonly<Record<string, string>> = {
  outcomes: 'Expected outcomes',
  'outcomes.mappings': 'Outcome mappings',
  kpis: 'KPIs',
  'kpis.elements': 'KPI elements',
  'kpis.subMeasures': 'KPI sub-measures',
  'kpis.samples': 'KPI samples',
  rules: 'Validation rules',
  sdgs: 'SDGs',
  'scales.levels': 'Scale levels',
}
const NOT_SHOWN = new Set([
  '$schema',
  'schema',
  'locales',
  'export',
  'sdgMappingProvenance',
  'officialRecord',
  // Of a KPI, where it only informs; the statements have a sheet.
  'lineage',
])
const WIDE =
  /(^|\.)(name|label|description|methodologyHelp|guidance|formula|note|rationale|notice|body|text|sources|conversion)(\.|$)/

export function layoutOf(schema: Schema): WorkbookLayout {
  const resolve = (each: Schema): Schema => {
    if (!each.$ref) return each
    const { $ref, ...own } = each
    return { ...resolve(schema.$defs![$ref.split('/').at(-1)!]!), ...own }
  }
  // A cell of a field that another alternative has is empty and says nothing, not null.
  const merged = (all: readonly Readonly<Record<string, Schema>>[]) =>
    Object.fromEntries(
      all.flatMap(Object.entries).map(([name, given]: [string, Schema]) => {
        const field = resolve(given)
        const types = [field.type ?? 'string'].flat().filter((type) => type !== 'null')
        return [name, { ...field, type: types.length === 1 ? types[0]! : types }]
      }),
    )
  const alternatives = (each: Schema): Schema =>
    each.oneOf
      ? {
          type: 'object',
          properties: merged(each.oneOf.map((one) => resolve(one).properties ?? {})),
        }
      : each
  const itemOf = (each: Schema): Schema | null => {
    const item = each.items && alternatives(resolve(each.items))
    return item?.properties ? item : null
  }
  const isNullable = ({ type }: Schema) => Array.isArray(type) && type.includes('null')

  const columnsOf = (
    entry: Schema,
    prefix: string,
    nullable: string[],
    parts: { key: string; item: Schema }[] | null,
  ): Column[] =>
    Object.entries(entry.properties ?? {}).flatMap(([name, given]) => {
      if (prefix === '' && NOT_SHOWN.has(name)) return []
      const isOfUnion = given.oneOf !== undefined
      const field = alternatives(resolve(given))
      const key = `${prefix}${name}`
      const item = itemOf(field)
      if (item) {
        if (!parts) return [column(key, 'JSON', false)]
        parts.push({ key, item })
        return []
      }
      if (field.properties) {
        if (isNullable(field) && !isOfUnion) nullable.push(key)
        return columnsOf(field, `${key}.`, nullable, null)
      }
      if (key === 'version.officialRecord') return []
      return [column(key, kindOf(field), isNullable(field))]
    })

  const kindOf = (field: Schema): Column['kind'] => {
    const types = [field.type ?? 'string'].flat()
    if (types.includes('integer')) return 'INTEGER'
    if (types.includes('boolean')) return 'BOOLEAN'
    if (types.includes('array')) {
      const item = field.items && resolve(field.items)
      if (!item?.type) return item ? 'LINES' : 'JSON'
      if (item.type === 'integer') return 'NUMBERS'
      return item.pattern || item.enum ? 'CODES' : 'LINES'
    }
    if (types.includes('object')) return 'JSON'
    return field.pattern?.startsWith('^-?\\d') ? 'DECIMAL' : 'TEXT'
  }

  const sheets: SheetLayout[] = []
  const head: Record<string, Schema> = {}
  for (const [list, given] of Object.entries(schema.properties ?? {})) {
    const item = itemOf(resolve(given))
    if (!item) {
      head[list] = given
      continue
    }
    const parts: { key: string; item: Schema }[] = []
    const nullable: string[] = []
    const columns = columnsOf(item, '', nullable, parts)
    const id = columns.some(({ key }) => key === 'code') ? 'code' : (columns[0]?.key ?? 'code')
    sheets.push({ title: titleOf(list), list, part: null, id, columns, nullable })
    for (const part of parts) {
      const nullableOfPart: string[] = []
      sheets.push({
        title: titleOf(`${list}.${part.key}`),
        list,
        part: part.key,
        id,
        columns: columnsOf(part.item, '', nullableOfPart, null),
        nullable: nullableOfPart,
      })
    }
  }
  const nullable: string[] = []
  return { head: columnsOf({ properties: head }, '', nullable, null), nullable, sheets }
}

function column(key: string, kind: Column['kind'], isNullable: boolean): Column {
  const narrow = kind === 'INTEGER' || kind === 'BOOLEAN' || kind === 'DECIMAL' ? 10 : 18
  return { key, kind, isNullable, label: labelOf(key), width: WIDE.test(key) ? 48 : narrow }
}

const words = (key: string) => {
  const text = key
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('.', ' ')
    .toLowerCase()
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

const labelOf = (key: string) => {
  const language = /\.(en|fr)$/.exec(key)?.[1]
  return language
    ? `${words(key.slice(0, -3))} (${language === 'en' ? 'English' : 'French'})`
    : words(key)
}

const titleOf = (list: string) => (TITLES[list] ?? words(list)).slice(0, 31)
