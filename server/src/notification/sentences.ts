import type { NotificationKind } from './enums'

export interface Told {
  readonly kind: NotificationKind
  /** Name of the administration it is about; null inside that administration. */
  readonly administration: string | null
  readonly cycle: string | null
  readonly kpiCodes: readonly string[]
  readonly elementNames: readonly string[]
  /** Day it is due, worded. */
  readonly due: string | null
}

type Language = 'en' | 'fr'
const CODES_NAMED = 5

/** One line of a mail: what has happened, in which cycle, to which KPIs and data elements, due when. */
export function sentenceOf(language: Language, told: Told): string {
  const about = [told.administration, told.cycle].filter((each) => each !== null).join(', ')
  const due = told.due && { en: `due by ${told.due}`, fr: `échéance le ${told.due}` }[language]
  const details = [codes(language, [...told.kpiCodes, ...told.elementNames]), due]
    .filter(Boolean)
    .join(', ')
  const colon = { en: ': ', fr: ' : ' }[language]
  const isGoingOn = told.kind === 'CYCLE_CLOSED' && told.due !== null
  const heading = isGoingOn ? GOES_ON[language] : headingOf(language, told)
  return `${heading}${about && ` (${about})`}${details && `${colon}${details}`}`
}

/** What has happened, in few words; of what was assigned they say what it is. */
export function headingOf(
  language: Language,
  { kind, kpiCodes, elementNames }: Pick<Told, 'kind' | 'kpiCodes' | 'elementNames'>,
): string {
  const isOfElements = kpiCodes.length === 0 && elementNames.length > 0
  const said = isOfElements ? OF_ELEMENTS[kind]?.[language] : undefined
  return said ?? SENTENCES[kind][language]
}

function codes(language: Language, all: readonly string[]): string {
  const rest = all.length - CODES_NAMED
  const named = all.slice(0, CODES_NAMED).join(', ')
  if (rest <= 0) return named
  return language === 'en' ? `${named} and ${rest} more` : `${named} et ${rest} autres`
}

/** Day in a person’s time zone, as their language writes it. */
export const dueDay = (at: Date | string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'long',
    timeZone,
  }).format(new Date(at))

/** Told of a closing to those whose own time goes on. */
const GOES_ON = {
  en: 'A cycle has been closed for entry; your own time goes on',
  fr: 'Un cycle est clos à la saisie ; votre délai continue',
}

const SENTENCES: Readonly<Record<NotificationKind, Readonly<Record<Language, string>>>> = {
  CYCLE_OPENED: { en: 'A cycle is open for entry', fr: 'Un cycle est ouvert à la saisie' },
  CYCLE_UNINVITED: {
    en: 'The secretariat has taken back the invitation to a cycle',
    fr: 'Le secrétariat a repris l’invitation à un cycle',
  },
  CYCLE_CLOSED: { en: 'A cycle has been closed for entry', fr: 'Un cycle est clos à la saisie' },
  EXTENDED: {
    en: 'The secretariat has extended your time',
    fr: 'Le secrétariat a prolongé votre délai',
  },
  ASSIGNED: { en: 'KPIs have been assigned to you', fr: 'Des ICP vous ont été attribués' },
  UNASSIGNED: {
    en: 'KPIs are assigned to you no more',
    fr: 'Des ICP ne vous sont plus attribués',
  },
  APPROVAL_REQUESTED: {
    en: 'The assessment waits for your signature',
    fr: 'L’évaluation attend votre signature',
  },
  APPROVAL_TAKEN_BACK: {
    en: 'The request for your signature has been taken back',
    fr: 'La demande de votre signature a été reprise',
  },
  SENT_BACK: {
    en: 'The approver has sent the assessment back without signing',
    fr: 'L’approbateur a renvoyé l’évaluation sans la signer',
  },
  SUBMITTED: { en: 'The assessment has been submitted', fr: 'L’évaluation a été soumise' },
  RETURNED: {
    en: 'The secretariat has returned items of the assessment',
    fr: 'Le secrétariat a renvoyé des éléments de l’évaluation',
  },
  ACCEPTED: {
    en: 'The secretariat has accepted the assessment',
    fr: 'Le secrétariat a accepté l’évaluation',
  },
  REOPENED: {
    en: 'The secretariat has opened the assessment again',
    fr: 'Le secrétariat a rouvert l’évaluation',
  },
  REOPEN_REQUESTED: {
    en: 'An administration asks for its assessment to be opened again',
    fr: 'Une administration demande la réouverture de son évaluation',
  },
  REOPEN_DECLINED: {
    en: 'The secretariat has declined to open the assessment again',
    fr: 'Le secrétariat a refusé de rouvrir l’évaluation',
  },
  WITHDRAWAL_PROPOSED: {
    en: 'The coordinator proposes to withdraw the assessment',
    fr: 'Le coordonnateur propose de retirer l’évaluation',
  },
  WITHDRAWAL_TAKEN_BACK: {
    en: 'The proposal to withdraw the assessment has been taken back',
    fr: 'La proposition de retirer l’évaluation a été reprise',
  },
  WITHDRAWAL_DECLINED: {
    en: 'The approver has declined to withdraw the assessment',
    fr: 'L’approbateur a refusé de retirer l’évaluation',
  },
  DUE_SOON: {
    en: 'Assigned KPIs are due soon',
    fr: 'L’échéance d’ICP qui vous sont confiés approche',
  },
  CYCLE_DUE: {
    en: 'Entry ends soon, and your administration has not submitted yet',
    fr: 'La saisie se termine bientôt et votre administration n’a pas encore soumis',
  },
  CYCLE_MESSAGE: { en: 'Message from the secretariat', fr: 'Message du secrétariat' },
  MENTIONED: { en: 'You are mentioned in a comment', fr: 'Un commentaire vous mentionne' },
  COMMENTED: { en: 'A comment concerns you', fr: 'Un commentaire vous concerne' },
  WITHDRAWN: { en: 'The assessment has been withdrawn', fr: 'L’évaluation a été retirée' },
}

const OF_ELEMENTS: Partial<typeof SENTENCES> = {
  ASSIGNED: { en: 'Figures have been assigned to you', fr: 'Des chiffres vous ont été attribués' },
  UNASSIGNED: {
    en: 'Figures are assigned to you no more',
    fr: 'Des chiffres ne vous sont plus attribués',
  },
  DUE_SOON: {
    en: 'Assigned figures are due soon',
    fr: 'L’échéance de chiffres qui vous sont confiés approche',
  },
}
