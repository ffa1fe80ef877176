import { pick } from './prng.ts'
import type { Warning } from './warnings.ts'
import type { Locale } from './world.ts'

type Sentences = Readonly<Record<Locale, readonly string[]>>

const RISES: Readonly<Record<string, Sentences>> = {
  AEO_COUNT: {
    en: [
      'A group of large exporters completed certification in March, so the register grew by more than half.',
    ],
    fr: [
      'Un groupe de grands exportateurs a achevé sa certification en mars, d’où la forte hausse du registre.',
    ],
  },
  REVENUE_COLLECTED: {
    en: [
      'A fuel levy that another agency collected before was transferred to Customs in January of the year.',
    ],
    fr: [
      'La taxe sur les carburants, perçue auparavant par un autre service, a été transférée à la douane en janvier.',
    ],
  },
  RFI_MAA: {
    en: ['The new electronic channel with two neighbouring administrations made requests easier.'],
    fr: ['Le nouveau canal électronique avec deux administrations voisines facilite les demandes.'],
  },
}

const USUAL_RISE: Sentences = {
  en: [
    'Two joint operations with neighbouring services account for most of the additional seizures.',
    'New scanners at the main port came into use in spring and led to more detections.',
  ],
  fr: [
    'Deux opérations conjointes avec des services voisins expliquent l’essentiel de la hausse.',
    'De nouveaux scanners au port principal ont permis davantage de détections dès le printemps.',
  ],
}

const USUAL_FALL: Sentences = {
  en: [
    'The specialised team was redeployed for seven months, and the number of cases fell accordingly.',
    'The year before was exceptional because of one large operation at the northern border.',
  ],
  fr: [
    'L’équipe spécialisée a été redéployée pendant sept mois et le nombre de cas a baissé d’autant.',
    'L’année précédente était exceptionnelle en raison d’une vaste opération à la frontière nord.',
  ],
}

const FEW_CASES: Sentences = {
  en: ['The absolute numbers are small, so a few cases change the rate strongly.'],
  fr: ['Les effectifs sont faibles : quelques cas suffisent à modifier fortement le taux.'],
}

const PART_ABOVE_WHOLE: Sentences = {
  en: [
    'The numerator counts everybody who completed a course during the year, including seasonal staff who had left by December.',
  ],
  fr: [
    'Le numérateur comprend les agents saisonniers formés pendant l’année et partis avant décembre.',
  ],
}

export function justificationText(
  { rule, rises, few }: Warning,
  administration: string,
  year: number,
  locale: Locale,
): string {
  const sentences = sentencesFor(rule, rises, few)
  return pick(sentences[locale], 'justification', administration, rule.code, year)
}

function sentencesFor(rule: Warning['rule'], rises: boolean, few: boolean): Sentences {
  if (rule.type === 'PART_OF_WHOLE') return PART_ABOVE_WHOLE
  if (few) return FEW_CASES
  return rises ? (RISES[rule.element ?? ''] ?? USUAL_RISE) : USUAL_FALL
}
