import type { CatalogueProblem } from './catalogue-file'
import type { LocalizedText } from './definition'
import { explainFormulaError, type FormulaError } from './formula'

/** What can be wrong with an entry; each reads on from the code of the entry. */
const WORDS = {
  NO_OBJECT: { en: 'is not an object', fr: 'n’est pas un objet' },
  NO_SCHEMA: { en: 'is not pmm-catalogue/1', fr: 'n’est pas pmm-catalogue/1' },
  NO_VERSION: { en: 'has no code or no scoring method', fr: 'n’a pas de code ou de méthode de notation' },
  NO_LIST: { en: 'is not a list of entries', fr: 'n’est pas une liste d’entrées' },
  NO_CODE: { en: 'has an entry without a code', fr: 'comporte une entrée sans code' },
  TWICE: { en: 'stands twice in {list}', fr: 'figure deux fois dans {list}' },
  dimension: { en: 'names the unknown dimension {code}', fr: 'cite la dimension {code}, qui n’existe pas' },
  outcome: { en: 'names the unknown outcome {code}', fr: 'cite le résultat attendu {code}, qui n’existe pas' },
  instrument: { en: 'names the unknown instrument {code}', fr: 'cite l’instrument {code}, qui n’existe pas' },
  'data element': {
    en: 'names the unknown data element {code}', fr: 'cite l’élément de données {code}, qui n’existe pas',
  },
  KPI: { en: 'names the unknown KPI {code}', fr: 'cite l’ICP {code}, qui n’existe pas' },
  scale: { en: 'names the unknown scale {code}', fr: 'cite l’échelle {code}, qui n’existe pas' },
  goal: { en: 'names the unknown goal {code}', fr: 'cite l’objectif {code}, qui n’existe pas' },
  target: { en: 'names the unknown target {code}', fr: 'cite la cible {code}, qui n’existe pas' },
  NO_ENGLISH_NAME: { en: 'has no English name', fr: 'n’a pas de nom en anglais' },
  NO_ENGLISH_LABEL: { en: 'has no English label', fr: 'n’a pas de libellé en anglais' },
  BAD_WEIGHT: { en: 'has a weight that is no decimal', fr: 'a un poids qui n’est pas un nombre décimal' },
  BAD_CEILING: {
    en: 'has a highest level of disclosure that does not exist',
    fr: 'a un niveau de divulgation maximal qui n’existe pas',
  },
  NO_FORMULA: { en: 'has no formula or no elements', fr: 'n’a pas de formule ou d’éléments' },
  NO_MAPPINGS: {
    en: 'has mappings that are not a list of entries',
    fr: 'a des correspondances qui ne sont pas une liste d’entrées',
  },
  MAPPED_TO_GOAL: {
    en: 'is mapped to the unknown goal or target {code}',
    fr: 'correspond à l’objectif ou à la cible {code}, qui n’existe pas',
  },
  MAPPED_TO_INSTRUMENT: {
    en: 'is mapped to the unknown instrument {code}',
    fr: 'correspond à l’instrument {code}, qui n’existe pas',
  },
  BAD_STRENGTH: {
    en: 'has a mapping with a strength that is not 1, 2 or 3',
    fr: 'a une correspondance dont l’intensité n’est ni 1, ni 2, ni 3',
  },
  NO_REASON: {
    en: 'has a mapping with a reason that is not in English',
    fr: 'a une correspondance dont la raison n’est pas donnée en anglais',
  },
  MAPPED_TWICE: { en: 'is mapped twice to {code}', fr: 'correspond deux fois à {code}' },
  OTHER_GOALS: {
    en: 'names other goals than its mappings do',
    fr: 'cite d’autres objectifs que ses correspondances',
  },
  OTHER_INSTRUMENTS: {
    en: 'names other instruments than its mappings do',
    fr: 'cite d’autres instruments que ses correspondances',
  },
  CODE_RETIRED: {
    en: 'has a code that an earlier version retired: links and series would mean another part',
    fr: 'porte un code retiré par une version antérieure : liens et séries désigneraient un autre élément',
  },
  NO_BASE: {
    en: 'states ancestors, and the draft is developed from no version',
    fr: 'déclare des ancêtres, alors que le projet n’est issu d’aucune version',
  },
} as const satisfies Record<string, LocalizedText> // prettier-ignore

export type CatalogueWord = keyof typeof WORDS
type Place = NonNullable<CatalogueProblem['place']>

/** A problem of a catalogue, in both languages. */
export function catalogueProblem(
  at: string,
  word: CatalogueWord,
  params: Readonly<Record<string, string>> = {},
  place?: Place,
): CatalogueProblem {
  const filled = ({ en, fr }: LocalizedText) =>
    [en, fr].map((text) => text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? ''))
  const [message = '', french = ''] = filled(WORDS[word])
  return { at, message, french, ...(place && { place }) }
}

/** A problem of a formula, with the character it begins at. */
export const formulaProblem = (at: string, error: FormulaError, place: Place): CatalogueProblem => ({
  at,
  message: `${error.message} (character ${error.at.start + 1})`,
  french: `${explainFormulaError(error, 'fr')} (caractère ${error.at.start + 1})`,
  place,
}) // prettier-ignore
