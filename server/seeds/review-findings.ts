import type { FindingKind, Severity } from './world.ts'

/** A finding as written down; `by` counts through the team, 0 being the lead. */
export type PlannedFinding = {
  readonly kpi: string
  readonly by: number
  readonly kind: FindingKind
  readonly severity: Severity
  readonly text: string
  readonly reply?: readonly ['ACCEPT' | 'CONTEST', string]
  readonly resolution?: string
  /** Still a draft that only its author sees. */
  readonly draft?: true
}

export const ALDOVA_2022: readonly PlannedFinding[] = [
  {
    kpi: 'TF-01-1',
    by: 1,
    kind: 'STRENGTH',
    severity: 'MINOR',
    text: 'Paper declarations remain at two rail stations only, and the plan to close them is funded and dated.',
    reply: ['ACCEPT', 'Thank you. The second station follows in the coming spring.'],
    resolution: 'Kept as written.',
  },
  {
    kpi: 'TF-02-1',
    by: 0,
    kind: 'GAP',
    severity: 'MODERATE',
    text: 'The AEO register grows, yet no operator below 50 employees is in it. Guidance for small operators is missing.',
    reply: ['ACCEPT', 'A short application path for small operators is in the plan for next year.'],
    resolution: 'Kept; the planned path is noted as the agreed action.',
  },
  {
    kpi: 'RC-03-1',
    by: 2,
    kind: 'DATA_QUALITY',
    severity: 'MODERATE',
    text: 'The sample holds declarations of the red channel only. The rate therefore says little about all declarations.',
    reply: [
      'CONTEST',
      'The red channel is where officers check classification. A random sample would need staff we do not have.',
    ],
    resolution:
      'Both views stand. The report states that the rate describes checked declarations of the red channel.',
  },
  {
    kpi: 'EP-06-4',
    by: 0,
    kind: 'GAP',
    severity: 'MAJOR',
    text: 'More than one declaration in ten is opened although risk selection finds little in the green channel. Review the selection criteria each quarter.',
    reply: ['ACCEPT', 'The criteria will be reviewed each quarter, starting with textiles.'],
    resolution: 'Kept; progress is looked at in the next cycle.',
  },
  {
    kpi: 'OD-02-1',
    by: 1,
    kind: 'QUESTION',
    severity: 'MINOR',
    text: 'Are officers who attended two courses counted once or twice?',
    reply: ['ACCEPT', 'Once. The register of courses is keyed by staff number.'],
    resolution: 'Answered; the counting rule is now part of the note.',
  },
  {
    kpi: 'OD-03-1',
    by: 2,
    kind: 'STRENGTH',
    severity: 'MINOR',
    text: 'Open competitions for management posts with mixed panels have been held for four years, with visible effect.',
    reply: ['ACCEPT', 'We will gladly share the rules of the panels.'],
    resolution: 'Kept as written.',
  },
]

export const ISTARIA_2022: readonly PlannedFinding[] = [
  {
    kpi: 'TF-07-1',
    by: 0,
    kind: 'STRENGTH',
    severity: 'MINOR',
    text: 'All procedures and fees are online in two languages, with the date of the last change on every page.',
    reply: ['ACCEPT', 'We agree.'],
    resolution: 'Kept as written.',
  },
  {
    kpi: 'OD-01-1',
    by: 1,
    kind: 'GAP',
    severity: 'MODERATE',
    text: 'Le code de conduite est en place, mais la cartographie des risques de corruption date de six ans. Une mise à jour par métier est recommandée.',
    reply: ['ACCEPT', 'The risk map is being redone with the audit office.'],
    resolution: 'Maintenu ; la mise à jour en cours est mentionnée.',
  },
  {
    kpi: 'RC-01-2',
    by: 0,
    kind: 'DATA_QUALITY',
    severity: 'MINOR',
    text: 'Revenue of T-1 includes a late booking of the year before. The effect is below one percent but should be noted.',
    reply: ['ACCEPT', 'The note has been added.'],
    resolution: 'Settled by the note.',
  },
  {
    kpi: 'TF-04-3',
    by: 2,
    kind: 'QUESTION',
    severity: 'MINOR',
    text: 'Which offices did the last Time Release Study cover, and is the next one budgeted?',
    reply: ['ACCEPT', 'The two main seaports and the airport. The next study is budgeted.'],
    resolution: 'Answered.',
  },
]

export const KELMAR_2022: readonly PlannedFinding[] = [
  {
    kpi: 'OD-01-3',
    by: 0,
    kind: 'STRENGTH',
    severity: 'MINOR',
    text: 'The reporting channel is run by the ombudsperson and protects the sender by law.',
    reply: ['ACCEPT', 'We agree with the description.'],
    resolution: 'Kept as written.',
  },
  {
    kpi: 'TF-05-2',
    by: 1,
    kind: 'GAP',
    severity: 'MODERATE',
    text: 'Rulings are issued on classification only; origin and valuation are not covered.',
    reply: [
      'CONTEST',
      'Valuation rulings exist since November of the reporting year, although few were asked for.',
    ],
    resolution:
      'Amended: origin is not covered, valuation since November. The contest and this answer stay on record.',
  },
  {
    kpi: 'OD-02-1',
    by: 2,
    kind: 'DATA_QUALITY',
    severity: 'MINOR',
    text: 'Training of recruits at the academy is counted although they are not yet on the staff list.',
    reply: ['ACCEPT', 'From the next cycle on recruits will be left out.'],
    resolution: 'Kept; the series gets a remark.',
  },
  {
    kpi: 'TF-01-1',
    by: 1,
    kind: 'STRENGTH',
    severity: 'MINOR',
    text: 'Electronic lodgement covers all regimes, and the fallback procedure was tested twice in the year.',
    reply: ['ACCEPT', 'We agree.'],
    resolution: 'Kept as written.',
  },
]

export const ORLENIA_2024: readonly PlannedFinding[] = [
  {
    kpi: 'TF-04-1',
    by: 0,
    kind: 'DATA_QUALITY',
    severity: 'MODERATE',
    text: 'The counting rule changed between cycles: consignments released before arrival now count with 0 hours. State both means and note the break for the trend.',
    draft: true,
  },
  {
    kpi: 'OD-02-1',
    by: 1,
    kind: 'STRENGTH',
    severity: 'MINOR',
    text: 'Every course ends with a test, and the results feed the yearly training plan.',
    draft: true,
  },
  {
    kpi: 'TF-01-1',
    by: 1,
    kind: 'QUESTION',
    severity: 'MINOR',
    text: 'Are transit declarations part of the denominator? The description of the extract leaves it open.',
  },
  {
    kpi: 'EP-06-4',
    by: 2,
    kind: 'GAP',
    severity: 'MINOR',
    text: 'Le taux d’inspection baisse, mais aucun contrôle aléatoire ne permet de vérifier l’efficacité du ciblage.',
    draft: true,
  },
]

export const YLVANIA_2024: readonly PlannedFinding[] = [
  {
    kpi: 'TF-06-1',
    by: 0,
    kind: 'GAP',
    severity: 'MODERATE',
    text: 'The agencies for plant health and for veterinary control still receive paper copies although they are connected.',
  },
  {
    kpi: 'RC-04-1',
    by: 1,
    kind: 'DATA_QUALITY',
    severity: 'MINOR',
    text: 'Claims that were withdrawn are counted as settled in time. Leave them out or explain the rule.',
  },
  {
    kpi: 'TF-07-1',
    by: 2,
    kind: 'STRENGTH',
    severity: 'MINOR',
    text: 'The tariff finder answers in plain words and links each answer to its legal text.',
  },
]
