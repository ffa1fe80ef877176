import type { Problem } from '../wording/permission'
import { unsentProblem } from '../wording/use-field-problems'

/** A message as it is typed, in both languages. */
export interface MessageForm {
  subjectEn: string
  subjectFr: string
  textEn: string
  textFr: string
}

/** Fields of the input with the keys of their labels, in the order of the form. */
export const messageFieldNames: Record<keyof MessageForm, string> = {
  subjectEn: 'cycle.message.subjectEn',
  textEn: 'cycle.message.textEn',
  subjectFr: 'cycle.message.subjectFr',
  textFr: 'cycle.message.textFr',
}

/** The most characters the server takes. */
export const longest = { subject: 120, text: 4000 } as const

export const emptyMessage = (): MessageForm => ({
  subjectEn: '',
  subjectFr: '',
  textEn: '',
  textFr: '',
})

/** What is missing before the message can be looked at, everything at once. */
export const missingWords = (form: MessageForm): readonly Problem[] =>
  (Object.keys(messageFieldNames) as (keyof MessageForm)[]).flatMap((field) =>
    form[field].trim() === '' ? [unsentProblem('TEXT_MISSING', field)] : [],
  )
