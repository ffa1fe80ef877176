import { createHash } from 'node:crypto'
import { TranslatedKind } from './enums'

/** Which text of a version: kind and code of its entry, and the name of the text. */
export interface TextKey {
  readonly kind: TranslatedKind
  readonly code: string
  readonly text: string
}

/** Name of a text that stays the same from version to version, such as `KPI:TF-01-1:name`. */
export const unitOf = ({ kind, code, text }: TextKey): string => `${kind}:${code}:${text}`

/** The text a unit names, or null where it is the name of none. */
export function keyOfUnit(unit: string): TextKey | null {
  const [kind = '', code = '', ...text] = unit.split(':')
  return kind in TranslatedKind && code !== '' && text.length === 1 && text[0] !== ''
    ? { kind: kind as TranslatedKind, code, text: text[0]! }
    : null
}

/** Short mark of a text as somebody saw it; another one says that it has changed since. */
export const revisionOf = ({
  en,
  fr,
  state,
}: {
  readonly en: string
  readonly fr: string
  readonly state: string
}): string =>
  createHash('sha256')
    .update(JSON.stringify([en, fr, state]))
    .digest('base64url')
    .slice(0, 16)
