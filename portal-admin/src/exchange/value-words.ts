/** What a value is put into words with. */
export interface Wording {
  readonly locale: string
  /** Words of a key with what belongs into them. */
  readonly t: (key: string, named?: Record<string, unknown>) => string
}

type Item = Readonly<Record<string, unknown>>

/**
 * Both sides of a changed field as lines to read. Of two lists only the entries that differ are told, each in words;
 * what is no list or group is one line.
 */
export function sidesInWords(
  field: string,
  before: string | null,
  after: string | null,
  wording: Wording,
): { readonly before: readonly string[] | null; readonly after: readonly string[] | null } {
  const [old, fresh] = [before, after].map((text) => text && linesOf(field, text, wording))
  if (!old || !fresh) return { before: old || null, after: fresh || null }
  const [gone, come] = [without(old, fresh), without(fresh, old)]
  // The same entries in another order are told in full.
  const isOrder = gone.length === 0 && come.length === 0
  return isOrder || old.length + fresh.length === 2
    ? { before: old, after: fresh }
    : { before: gone, after: come }
}

const without = (lines: readonly string[], others: readonly string[]) =>
  lines.filter((line) => !others.includes(line))

function linesOf(field: string, text: string, wording: Wording): readonly string[] {
  const read = valueOf(text)
  if (read === undefined) return [text]
  const items = Array.isArray(read.value) ? read.value : [read.value]
  const lines = items.map((item) =>
    field === 'mappings' && isItem(item) ? mapping(item, wording) : plain(item, wording),
  )
  return read.isCut ? [...lines, '…'] : lines
}

/** The list or group a text is; of one cut short, what there is of it. */
function valueOf(text: string): { readonly value: unknown; readonly isCut: boolean } | undefined {
  if (!/^[[{]/.test(text)) return undefined
  const end = text.lastIndexOf('},')
  const attempts = [text, ...(text.endsWith('…') && end > 0 ? [`${text.slice(0, end + 1)}]`] : [])]
  for (const [at, attempt] of attempts.entries()) {
    try {
      return { value: JSON.parse(attempt) as unknown, isCut: at > 0 }
    } catch {
      continue
    }
  }
  return undefined
}

function mapping({ kind, target, strength, rationale }: Item, wording: Wording): string {
  const { t } = wording
  const to = kind === 'SDG' ? t('exchange.goal', { target }) : String(target)
  const head = [to, t(`mapping.strength.${Number(strength) || 'none'}`)].join(', ')
  return rationale ? t('kit.labelled', { label: head, text: plain(rationale, wording) }) : head
}

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function plain(value: unknown, wording: Wording): string {
  if (Array.isArray(value)) return value.map((each) => plain(each, wording)).join(', ')
  if (!isItem(value)) return value === null || value === undefined ? '–' : String(value)
  if ('en' in value || 'fr' in value) {
    const own = value[wording.locale]
    if (typeof own === 'string' || typeof value['en'] === 'string')
      return String(own || value['en'])
  }
  return Object.entries(value)
    .map(([name, inner]) =>
      isItem(inner) && !('en' in inner)
        ? wording.t('kit.labelled', { label: name, text: plain(inner, wording) })
        : plain(inner, wording),
    )
    .join(', ')
}
