import { badInput, isMailAddress, type ProblemDetail } from '#platform'

const LONGEST_NAME = 120
// Control characters, and those that turn the direction of what follows: they would let one name look like another.
const UNPRINTED = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\uFEFF]/u

/** A name as it is kept: without the blanks around it. */
export const plainText = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

/** What is wrong with a name. */
export function nameProblems(name: string, path: readonly string[]): readonly ProblemDetail[] {
  const text = plainText(name)
  if (text === '') return [badInput('TEXT_MISSING', 'Write a name.', path)]
  if ([...text].length > LONGEST_NAME || UNPRINTED.test(text)) {
    return [badInput('NAME_UNFIT', `A name has at most ${LONGEST_NAME} printed characters.`, path)]
  }
  return []
}

/** What is wrong with an e-mail address. */
export function mailProblems(mail: string, path: readonly string[]): readonly ProblemDetail[] {
  return isMailAddress(mail) ? [] : [badInput('MAIL_UNFIT', 'This is not an e-mail address.', path)]
}
