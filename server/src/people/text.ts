import { badInput, hiddenCharacter, isMailAddress, type ProblemDetail } from '#platform'

const LONGEST_NAME = 120
const UNPRINTED = /[\p{Cc}\u2028\u2029]/u

/** A name as it is kept: without the blanks around it. */
export const plainText = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

/** What is wrong with a name. */
export function nameProblems(name: string, path: readonly string[]): readonly ProblemDetail[] {
  const text = plainText(name)
  if (text === '') return [badInput('TEXT_MISSING', 'Write a name.', path)]
  const isPrinted = !UNPRINTED.test(text) && hiddenCharacter(text) === null
  if ([...text].length > LONGEST_NAME || !isPrinted) {
    return [badInput('NAME_UNFIT', `A name has at most ${LONGEST_NAME} printed characters.`, path)]
  }
  return []
}

/** What is wrong with an e-mail address. */
export function mailProblems(mail: string, path: readonly string[]): readonly ProblemDetail[] {
  return isMailAddress(mail) ? [] : [badInput('MAIL_UNFIT', 'This is not an e-mail address.', path)]
}
