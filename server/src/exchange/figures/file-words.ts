import type { LocaleCode, LocalizedText } from '#framework/definition'

interface FileWords {
  readonly help: string
  readonly title: (name: string) => string
  readonly head: Readonly<Record<'code' | 'label' | 'other' | 'unit' | 'answer' | 'kpis', string>>
  readonly value: (year: number, period: string) => string
  readonly estimate: (year: number) => string
  readonly note: (year: number) => string
  readonly yes: string
  readonly no: string
  readonly wrong: string
  readonly answers: Readonly<Record<'whole' | 'number' | 'choice', string>>
  readonly from: (min: string) => string
  readonly between: (min: string, max: string) => string
  readonly lines: readonly string[]
}

/** What a workbook of figures says, in the language it is downloaded in. */
export const FILE_WORDS: Readonly<Record<LocaleCode, FileWords>> = {
  en: {
    help: 'Read me',
    title: (name) => `Figures of ${name}`,
    head: {
      code: 'Code',
      label: 'Data element',
      other: 'In French',
      unit: 'Unit',
      answer: 'What to enter',
      kpis: 'KPIs',
    },
    value: (year, period) => `Figure ${year} (${period})`,
    estimate: (year) => `Estimate ${year}`,
    note: (year) => `Source or note ${year}`,
    yes: 'Yes',
    no: 'No',
    wrong: 'This cannot be entered here.',
    answers: { whole: 'Whole number', number: 'Number', choice: 'Yes or No' },
    from: (min) => `from ${min}`,
    between: (min, max) => `from ${min} to ${max}`,
    lines: [
      'Fill in the white cells of the sheets that follow, then hand the file in under Assessment, Excel. You see every cell compared before anything is saved.',
      'A cell that is empty leaves the figure as it is: emptying a cell deletes nothing. To delete a figure, use the portal.',
      'Type numbers alone, without unit. A text such as 1,234.5 is read as English writes it; what can be read in two ways is refused.',
      'A percentage is typed as it is spoken of: 50 for 50 %. Formulas, dates and cells in the format of a percentage are refused; paste their values.',
      'A spreadsheet keeps 15 digits of a number. Type a longer one as text, beginning with an apostrophe.',
      'Rows may be sorted or deleted, columns of your own added and moved. The codes, and the row of small grey keys below the heads, have to stay. The sheets are protected without a password: sorting and deleting need the protection taken off.',
      'Grey cells cannot be changed: the system computes them, nobody asks for them, or they are closed to you.',
      'Reasons why there is no figure, justifications and evidence are given in the portal.',
      'The file holds figures of your administration that nobody outside has seen. Treat it like them.',
    ],
  },
  fr: {
    help: 'À lire',
    title: (name) => `Chiffres de ${name}`,
    head: {
      code: 'Code',
      label: 'Élément de données',
      other: 'En anglais',
      unit: 'Unité',
      answer: 'À saisir',
      kpis: 'ICP',
    },
    value: (year, period) => `Chiffre ${year} (${period})`,
    estimate: (year) => `Estimation ${year}`,
    note: (year) => `Source ou note ${year}`,
    yes: 'Oui',
    no: 'Non',
    wrong: 'Ceci ne peut pas être saisi ici.',
    answers: { whole: 'Nombre entier', number: 'Nombre', choice: 'Oui ou Non' },
    from: (min) => `à partir de ${min}`,
    between: (min, max) => `de ${min} à ${max}`,
    lines: [
      'Remplissez les cellules blanches des feuilles qui suivent, puis remettez le fichier sous Évaluation, Excel. Vous voyez chaque cellule comparée avant que rien ne soit enregistré.',
      'Une cellule vide laisse le chiffre tel qu’il est : vider une cellule ne supprime rien. Pour supprimer un chiffre, utilisez le portail.',
      'Saisissez les nombres seuls, sans unité. Un texte tel que 1 234,5 est lu à la française ; ce qui peut se lire de deux façons est refusé.',
      'Un pourcentage se saisit comme on le dit : 50 pour 50 %. Les formules, les dates et les cellules au format pourcentage sont refusées ; collez leurs valeurs.',
      'Un tableur garde 15 chiffres d’un nombre. Saisissez un nombre plus long comme texte, précédé d’une apostrophe.',
      'Les lignes peuvent être triées ou supprimées, des colonnes ajoutées et déplacées. Les codes et la ligne de petites clés grises sous les titres doivent rester. Les feuilles sont protégées sans mot de passe : pour trier ou supprimer, ôtez la protection.',
      'Les cellules grises ne se modifient pas : le système les calcule, personne ne les demande, ou elles vous sont fermées.',
      'Les motifs d’absence de chiffre, les justifications et les pièces se donnent dans le portail.',
      'Le fichier contient des chiffres de votre administration que personne au dehors n’a vus. Traitez-le comme tels.',
    ],
  },
}

const UNITS: Readonly<Record<string, LocalizedText>> = {
  count: { en: 'number', fr: 'nombre' },
  hours: { en: 'hours', fr: 'heures' },
  'level 0-4': { en: 'level 0–4', fr: 'niveau 0–4' },
  'yes/no': { en: 'yes/no', fr: 'oui/non' },
  agencies: { en: 'agencies', fr: 'services' },
  appeals: { en: 'appeals', fr: 'recours' },
  arrangements: { en: 'arrangements', fr: 'arrangements' },
  cases: { en: 'cases', fr: 'affaires' },
  claims: { en: 'claims', fr: 'demandes' },
  consignments: { en: 'consignments', fr: 'envois' },
  controls: { en: 'controls', fr: 'contrôles' },
  'data elements': { en: 'data elements', fr: 'éléments de données' },
  declarations: { en: 'declarations', fr: 'déclarations' },
  enquiries: { en: 'enquiries', fr: 'demandes de renseignements' },
  flights: { en: 'flights', fr: 'vols' },
  inspections: { en: 'inspections', fr: 'inspections' },
  'national currency': { en: 'national currency', fr: 'monnaie nationale' },
  operations: { en: 'operations', fr: 'opérations' },
  operators: { en: 'operators', fr: 'opérateurs' },
  payments: { en: 'payments', fr: 'paiements' },
  persons: { en: 'persons', fr: 'personnes' },
  requests: { en: 'requests', fr: 'demandes' },
  rulings: { en: 'rulings', fr: 'décisions' },
  seizures: { en: 'seizures', fr: 'saisies' },
  shipments: { en: 'shipments', fr: 'envois' },
  targets: { en: 'targets', fr: 'cibles' },
}

/** Name of a unit; one made of others, such as "hours / cases", part by part. */
export const unitName = (unit: string, locale: LocaleCode): string =>
  UNITS[unit]?.[locale] ??
  unit
    .split(' / ')
    .map((part) => UNITS[part]?.[locale] ?? part)
    .join(' / ')
