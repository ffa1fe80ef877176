import type { LocalizedText } from '#framework/definition'

/** Why a cell of a file cannot be taken, in both languages. */
export const PROBLEM_WORDS: Readonly<Record<string, LocalizedText>> = {
  FORMULA_CELL: {
    en: 'The cell holds a formula; only what is typed in is read. Paste its value.',
    fr: 'La cellule contient une formule ; seul ce qui est saisi est lu. Collez sa valeur.',
  },
  ERROR_CELL: {
    en: 'The spreadsheet program shows an error in this cell.',
    fr: 'Le tableur signale une erreur dans cette cellule.',
  },
  DATE_CELL: {
    en: 'The spreadsheet program has made a date of this cell. Type the number again, with the format of a number.',
    fr: 'Le tableur a fait une date de cette cellule. Saisissez de nouveau le nombre, au format nombre.',
  },
  PERCENT_CELL: {
    en: 'The cell has the format of a percentage, in which 50 % is kept as 0.5. Use the format of a number and type 50.',
    fr: 'La cellule est au format pourcentage, où 50 % est gardé comme 0,5. Utilisez le format nombre et saisissez 50.',
  },
  TOO_PRECISE: {
    en: 'A spreadsheet keeps 15 digits of a number. Type a longer one as text, beginning with an apostrophe.',
    fr: 'Un tableur garde 15 chiffres d’un nombre. Saisissez un nombre plus long comme texte, précédé d’une apostrophe.',
  },
  NOT_YES_NO: {
    en: 'Answer with Yes or No.',
    fr: 'Répondez par Oui ou Non.',
  },
  NOT_A_LEVEL: {
    en: 'This is no level of the scale.',
    fr: 'Ce n’est pas un niveau de l’échelle.',
  },
  TEXT_TOO_LONG: {
    en: 'A note has at most 2,000 characters.',
    fr: 'Une note compte au plus 2 000 caractères.',
  },
  ESTIMATE_ALONE: {
    en: 'There is no figure that could be an estimate.',
    fr: 'Il n’y a pas de chiffre qui puisse être une estimation.',
  },
  UNKNOWN_ELEMENT: {
    en: 'There is no data element with this code.',
    fr: 'Aucun élément de données ne porte ce code.',
  },
  NO_CODE: {
    en: 'The row has no code, so nobody knows what the cell belongs to.',
    fr: 'La ligne n’a pas de code : nul ne sait à quoi la cellule se rapporte.',
  },
  CODE_TWICE: {
    en: 'The code of this row stands in the file more than once',
    fr: 'Le code de cette ligne figure plus d’une fois dans le fichier',
  },
  NOT_IN_FILE: {
    en: 'The workbook was not made for this figure. Download one that holds it.',
    fr: 'Le classeur n’a pas été fait pour ce chiffre. Téléchargez-en un qui le contient.',
  },
  YEAR_NOT_ASKED: {
    en: 'No figure of this year is asked for.',
    fr: 'Aucun chiffre de cette année n’est demandé.',
  },
  DERIVED: {
    en: 'The system computes this figure; nobody types it.',
    fr: 'Le système calcule ce chiffre ; personne ne le saisit.',
  },
  DECLARED: {
    en: 'The KPI is declared to have no figure. Take that back in the portal first.',
    fr: 'L’ICP est déclaré sans chiffre. Retirez d’abord cette déclaration dans le portail.',
  },
  NOT_ASSIGNED: {
    en: 'This figure is not assigned to you.',
    fr: 'Ce chiffre ne vous est pas confié.',
  },
  NOT_ALLOWED: {
    en: 'This figure cannot be changed now.',
    fr: 'Ce chiffre ne peut pas être modifié maintenant.',
  },
}
