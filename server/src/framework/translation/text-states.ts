import type { TranslationStatus } from '../snapshot'

/**
 * States of an entry with those of some texts replaced. Where one state stood for the whole entry, every text is given
 * it first; a text without French has no state of its own.
 */
export function withStates(
  status: TranslationStatus,
  texts: readonly string[],
  changed: ReadonlyMap<string, string>,
): TranslationStatus {
  const { fr } = status
  const states: Record<string, string> =
    typeof fr === 'object'
      ? { ...fr }
      : Object.fromEntries(texts.map((text) => [text, fr ?? 'DRAFT']))
  for (const [text, state] of changed) states[text] = state
  return { ...status, fr: states }
}
