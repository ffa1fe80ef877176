import { pick } from './prng.ts'
import { SUBJECTS } from './subjects.ts'
import type { Locale } from './world.ts'

/** Sentences administrations write beside a reason code; `%` stands for what the KPI counts. */
const SENTENCES: Readonly<Record<string, Readonly<Record<Locale, readonly string[]>>>> = {
  NO_SUCH_PROCEDURE: {
    en: [
      'Our legislation provides a procedure on paper, but nothing has been introduced for % so far.',
      'There is no national scheme for %; a pilot with four traders is being prepared.',
      'We do not operate a procedure that covers %.',
    ],
    fr: [
      'Aucun dispositif national ne couvre % à ce jour ; un projet pilote est en préparation.',
      'Nous n’appliquons pas de procédure qui concerne %.',
    ],
  },
  OTHER_AUTHORITY: {
    en: [
      'Another ministry is responsible for %; Customs assists on request and keeps no figures.',
      'The competence for % moved to a separate agency some years ago.',
    ],
    fr: [
      'Un autre ministère suit % ; la douane intervient seulement sur demande.',
      'La compétence concernant % relève d’un service distinct de la douane.',
    ],
  },
  NO_LEGAL_BASIS: {
    en: [
      'The Customs Act contains no provision on %; the amendment is with parliament.',
      'We have no legal basis for handling or counting % separately.',
    ],
    fr: [
      'Le code des douanes ne contient encore aucune disposition sur %.',
      'Aucun texte ne nous permet de distinguer % dans nos statistiques.',
    ],
  },
  GEOGRAPHY: {
    en: [
      'We are an island without land borders, so there are no %.',
      'All goods enter through sea and air ports of destination; we have no %.',
    ],
    fr: [
      'Notre territoire est insulaire et sans frontière terrestre : % n’existent pas chez nous.',
      'Toutes les marchandises arrivent par mer ou par air ; % n’y ont pas lieu.',
    ],
  },
  CUSTOMS_UNION_COMPETENCE: {
    en: ['The customs union handles % centrally and publishes the figures for all its members.'],
    fr: ['L’union douanière traite % de manière centralisée pour tous ses membres.'],
  },
  DATA_NOT_COLLECTED: {
    en: [
      'We do not collect national figures on % yet.',
      'Regional offices keep their own registers of %, and no national total exists.',
      'Collection of figures on % starts with the new annual plan.',
    ],
    fr: [
      'Nous ne recueillons pas encore de chiffres nationaux sur %.',
      'Chaque bureau tient son propre registre concernant % et aucun total national n’existe.',
    ],
  },
  SYSTEM_CANNOT_EXTRACT: {
    en: [
      'The declaration system holds the records, but no report isolates %.',
      'Our system has no marker for %; the next release of the software adds one.',
      'An extract on % would have to be made by hand for every office.',
    ],
    fr: [
      'Le système de dédouanement contient les données, mais aucun rapport n’isole %.',
      'Notre système ne permet pas de repérer % ; la prochaine version le prévoit.',
    ],
  },
  CONFIDENTIAL: {
    en: [
      'National law does not allow us to disclose figures on %.',
      'Figures on % are classified and stay with the enforcement directorate.',
    ],
    fr: ['La loi nationale ne nous autorise pas à communiquer de chiffres sur %.'],
  },
  OTHER_PERIOD: {
    en: [
      'Figures on % exist for the fiscal year from July to June only and cannot be split.',
      'We counted % from September onwards, which does not cover the whole reporting year.',
    ],
    fr: [
      'Les chiffres sur % suivent l’exercice budgétaire de juillet à juin et ne peuvent être scindés.',
    ],
  },
}

export function reasonText(
  code: string,
  kpi: string,
  administration: string,
  locale: Locale,
): string {
  const sentences = SENTENCES[code]?.[locale]
  const subject = SUBJECTS[kpi]?.[locale]
  if (sentences === undefined || subject === undefined) {
    throw new Error(`No sentence for ${code} at ${kpi}`)
  }
  const sentence = pick(sentences, 'reason', administration, kpi, code)
  return sentence.replace('%', subject)
}
