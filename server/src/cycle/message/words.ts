import { badInput, hiddenCharacter, type ProblemDetail } from '#platform'

const LONGEST_SUBJECT = 120
const LONGEST_TEXT = 4000
/** Longest part of a name or code that narrows the board. */
export const LONGEST_SEARCH = 120

export interface Words {
  readonly subjectEn: string
  readonly subjectFr: string
  readonly textEn: string
  readonly textFr: string
}

const UNPRINTED = /[\p{Cc}\u2028\u2029]/u

/** What is wrong with the words of a message, in both languages at once. */
export const wordProblems = (words: Words): readonly ProblemDetail[] =>
  (['subjectEn', 'subjectFr', 'textEn', 'textFr'] as const).flatMap((field) => {
    const isSubject = field.startsWith('subject')
    return problemsOf(plain(words[field]), field, isSubject ? LONGEST_SUBJECT : LONGEST_TEXT)
  })

function problemsOf(text: string, field: string, longest: number): readonly ProblemDetail[] {
  const path = ['input', field]
  if (text === '') return [badInput('TEXT_MISSING', 'A text is needed in both languages.', path)]
  if ([...text].length > longest) {
    return [badInput('TEXT_TOO_LONG', `At most ${longest} characters.`, path)]
  }
  // Lines belong to a text; a subject has one.
  const shown = field.startsWith('text') ? text.replaceAll(/[\n\t]/g, ' ') : text
  return UNPRINTED.test(shown) || hiddenCharacter(text) !== null
    ? [badInput('TEXT_UNFIT', 'Plain text only, without characters that are not seen.', path)]
    : []
}

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim()

/** The words as they are kept. */
export const wordsOf = (words: Words) => ({
  subject: { en: plain(words.subjectEn), fr: plain(words.subjectFr) },
  body: { en: plain(words.textEn), fr: plain(words.textFr) },
})
