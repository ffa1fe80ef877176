import type { Texts } from '#accounts'
import { badInput, type ProblemDetail } from '#platform'
import type { LocalizedTextInput } from './command-input'
import { mergeText, restateTranslations } from './merge-texts'
import type { TranslationStatus } from './snapshot'

interface EditedTexts<K extends string> {
  readonly texts: Readonly<Record<K, Texts | null>>
  readonly translationStatus: TranslationStatus
  readonly problems: readonly ProblemDetail[]
}

/** Texts of an entry with the given ones replaced; English is never missing. */
export function editTexts<K extends string>(
  row: Readonly<Record<K, unknown>> & { readonly translationStatus: unknown },
  input: Readonly<Partial<Record<K, LocalizedTextInput | null>>>,
  names: readonly K[],
): EditedTexts<K> {
  const before = Object.fromEntries(names.map((name) => [name, row[name]])) as Record<
    string,
    unknown
  > as Record<K, Texts>
  const texts = Object.fromEntries(
    names.map((name) => [name, mergeText(before[name], input[name] ?? undefined)]),
  ) as Record<K, Texts | null>
  return {
    texts,
    translationStatus: restateTranslations(
      row.translationStatus as TranslationStatus,
      before,
      texts,
    ),
    problems: names
      .filter((name) => !texts[name]?.en)
      .map((name) =>
        badInput('TEXT_MISSING', 'The English text is missing.', ['input', name, 'en']),
      ),
  }
}

/** What is wrong with a weight; weights are decimals of zero or more. */
export const weightProblems = (weight: string | null | undefined): readonly ProblemDetail[] =>
  weight?.startsWith('-')
    ? [badInput('BAD_WEIGHT', 'A weight is a decimal of zero or more.', ['input', 'weight'])]
    : []
