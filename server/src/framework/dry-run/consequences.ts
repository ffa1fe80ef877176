import { problem, type ProblemDetail } from '#platform'
import type { CheckLevel } from '../enums'
import { PLACE, SCORING, WORDS, type LineageLink } from '../lineage'
import type { VersionSnapshot } from '../snapshot'
import type { Impact, KpiImpact, SeriesFate } from './impact'
import type { DryRunReport } from './report'

export const CONSEQUENCE_CODES = ['REUSE', 'SERIES', 'SCORES', 'EXPORTS', 'CLIENTS', 'OFFICIAL_TEXTS', 'SAMPLED', 'CHANGES', 'EARLIER'] as const // prettier-ignore
export type ConsequenceCode = (typeof CONSEQUENCE_CODES)[number]

/** Something that publishing brings about: a warning or a note, which stops nobody. */
export interface Consequence {
  readonly code: ConsequenceCode
  readonly level: Exclude<keyof typeof CheckLevel, 'BLOCK'>
  readonly problems: readonly ProblemDetail[]
}

/** What publishing a version brings about; what was never released has no series to lose. */
export function consequencesOf(
  impact: Impact | null,
  texts: DryRunReport['texts'],
  changes: ChangedNodes,
  version: VersionSnapshot,
): readonly Consequence[] {
  const [earlier = [], kpis = []] = [true, false].map((isEarlier) =>
    impact?.kpis.filter((kpi) => (kpi.isEarlier ?? false) === isEarlier),
  )
  const found: readonly Consequence[] = [
    { code: 'REUSE', level: 'WARN', problems: impact && impact.releaseCode === null ? [NOT_MEASURED] : [...kpis.filter(losesAnswers).map((kpi) => note(kpi, 'ANSWERS_LOST', 'Answers of the last cycle cannot be reused.')), ...earlier.filter(losesAnswers).map((kpi) => problem('CONFLICT', 'ANSWERS_LOST_EARLIER', 'A version published since the last released cycle keeps answers from being reused.', [codeOf(kpi)]))] },
    { code: 'SERIES', level: 'WARN', problems: kpis.flatMap((kpi) => ofFate(kpi, BREAKING)) },
    { code: 'SCORES', level: 'WARN', problems: changes.flatMap(scoreNotes) },
    { code: 'EXPORTS', level: 'WARN', problems: kpis.filter(({ figures }) => figures > 0).map((kpi) => note(kpi, 'FIGURES_LOST', 'Public group figures and the exports with them lose their successor.')) },
    { code: 'CLIENTS', level: 'WARN', problems: kpis.filter(({ clients }) => clients > 0).map((kpi) => problem('CONFLICT', 'CLIENTS_CONCERNED', 'Partner clients may read the KPI.', [codeOf(kpi)])) },
    { code: 'OFFICIAL_TEXTS', level: 'WARN', problems: texts.filter(({ state }) => state === 'DRAFT' || state === 'REVIEWED').map(({ code, text }) => problem('CONFLICT', 'TEXT_NOT_OFFICIAL', 'The French text is not official yet.', [code, text])) },
    { code: 'SAMPLED', level: 'INFO', problems: version.kpis.filter(({ samples }) => samples.length === 0).map(({ code }) => problem('CONFLICT', 'SAMPLE_MISSING', 'The formula is tried by no sample calculation.', [code, 'samples'])) },
    { code: 'CHANGES', level: 'INFO', problems: kpis.flatMap((kpi) => carriedNotes(kpi, changes)) },
    { code: 'EARLIER', level: 'INFO', problems: earlier.map((kpi) => problem('CONFLICT', 'CHANGED_EARLIER', 'A version published since the last released cycle changed it.', [codeOf(kpi)])) },
  ] // prettier-ignore
  if (impact && impact.releaseCode === null) return found.filter(({ code }) => code !== 'EXPORTS')
  return impact
    ? found
    : found.filter(({ code }) => code === 'OFFICIAL_TEXTS' || code === 'SAMPLED')
}

type Words = Readonly<Partial<Record<SeriesFate, readonly [reason: string, message: string]>>>

const BREAKING: Words = {
  BREAKS: ['SERIES_BREAKS', 'The series breaks; a new one begins.'],
  ENDS: ['SERIES_ENDS', 'The series ends.'],
  RECOMPUTED: ['SERIES_RECOMPUTED', 'The series breaks; old values can be computed anew.'],
}

const CARRIED: Words = {
  BEGINS: ['SERIES_BEGINS', 'A series begins.'],
  CONVERTED: ['SERIES_CONVERTED', 'The series goes on through a conversion.'],
}

/** Nodes that continue others, with the fields in which they differ. */
export type ChangedNodes = readonly (readonly [link: LineageLink, fields: readonly string[]])[]

const SCORE_WORDS: readonly (readonly [field: string, reason: string, message: string])[] = [
  ['direction', 'DIRECTION_CHANGED', 'The direction changed: scores are not comparable with those before.'],
  ['normalisation', 'SCORING_CHANGED', 'The scoring changed: scores are not comparable with those before.'],
  ['dimension', 'MOVED', 'It stands in another part of the framework: scores of both parts are not comparable with those before.'],
  ['outcome', 'MOVED', 'It stands in another part of the framework: scores of both parts are not comparable with those before.'],
  ['weight', 'WEIGHT_CHANGED', 'The weight changed: scores it counts in are not comparable with those before.'],
] // prettier-ignore

const scoreNotes = ([{ code }, fields]: ChangedNodes[number]): readonly ProblemDetail[] =>
  SCORE_WORDS.flatMap(([field, reason, message]) =>
    fields.includes(field) ? [problem('CONFLICT', reason, message, [code!, field])] : [],
  )

// What changes a score alone is a warning by itself and no matter of words.
function carriedNotes(kpi: KpiImpact, changes: ChangedNodes): readonly ProblemDetail[] {
  if (kpi.fate !== 'CONTINUES') return ofFate(kpi, CARRIED)
  const [, fields = []] = changes.find(([{ kind, code }]) => kind === 'KPI' && code === kpi.code) ?? [] // prettier-ignore
  const others = fields.filter((field) => !SCORING.has(field) && !PLACE.has(field))
  const isReworded = others.length === fields.length && others.every((field) => WORDS.has(field))
  return [
    ...(isReworded || others.some((field) => WORDS.has(field)) ? [note(kpi, 'SERIES_CONTINUES', 'The series goes on; the words changed.')] : []),
    ...(others.some((field) => !WORDS.has(field)) ? [note(kpi, 'SETTINGS_CHANGED', 'The series goes on; display, disclosure or mappings changed.')] : []),
  ] // prettier-ignore
}

function ofFate(kpi: KpiImpact, words: Words): readonly ProblemDetail[] {
  const [reason, message] = words[kpi.fate] ?? []
  return reason && message ? [note(kpi, reason, message)] : []
}

// Neither good nor bad: without a released cycle nobody knows.
const NOT_MEASURED = problem('CONFLICT', 'NOT_MEASURED', 'No cycle is released that it could be measured on.', []) // prettier-ignore

// A count below twenty is told as a band, so a band that differs is a loss as well.
const losesAnswers = ({ answers, reusable }: KpiImpact): boolean =>
  answers.n !== reusable.n || answers.band !== reusable.band

const note = (kpi: KpiImpact, reason: string, message: string): ProblemDetail =>
  problem('CONFLICT', reason, message, [codeOf(kpi), 'lineage'])

const codeOf = ({ code, ancestorCode }: KpiImpact): string => (code ?? ancestorCode)!
