import type { Texts } from '#accounts'
import type { TranslationStatus } from './snapshot'

type TextInput = { readonly en?: string | null; readonly fr?: string | null }

/** The text with the languages given replaced; null where none is left. */
export function mergeText(
  current: Texts | null,
  input: TextInput | null | undefined,
): Texts | null {
  if (input === undefined) return current
  if (input === null) return null
  const merged = { en: input.en ?? current?.en ?? '', fr: input.fr ?? current?.fr ?? '' }
  const trimmed = { en: merged.en.trim(), fr: merged.fr.trim() }
  return trimmed.en || trimmed.fr ? trimmed : null
}

/**
 * State of the French texts after a change: a new French wording is a draft again, and one whose
 * English source changed alone is outdated until somebody touches it.
 */
export function restateTranslations(
  status: TranslationStatus,
  before: Readonly<Record<string, Texts | null>>,
  after: Readonly<Record<string, Texts | null>>,
): TranslationStatus {
  const { fr } = status
  const states: Record<string, string> =
    typeof fr === 'object'
      ? { ...fr }
      : Object.fromEntries(Object.keys(before).map((text) => [text, fr ?? 'DRAFT']))
  for (const [text, now] of Object.entries(after)) {
    const was = before[text] ?? null
    if (now === null) delete states[text]
    else if (!now.fr) states[text] = 'MISSING'
    else if (now.fr !== was?.fr) states[text] = 'DRAFT'
    else if (now.en !== was?.en) states[text] = 'OUTDATED'
  }
  return { ...status, fr: states }
}
