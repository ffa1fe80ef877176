import { problem, type ProblemDetail } from '#platform'
import type { CheckLevel } from '../enums'
import type { Impact, KpiImpact, SeriesFate } from './impact'
import type { DryRunReport } from './report'

export const CONSEQUENCE_CODES = ['REUSE', 'SERIES', 'EXPORTS', 'CLIENTS', 'OFFICIAL_TEXTS', 'CHANGES'] as const // prettier-ignore
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
): readonly Consequence[] {
  const kpis = impact?.kpis ?? []
  const found: readonly Consequence[] = [
    { code: 'REUSE', level: 'WARN', problems: kpis.filter(losesAnswers).map((kpi) => note(kpi, 'ANSWERS_LOST', 'Answers of the last cycle cannot be reused.')) },
    { code: 'SERIES', level: 'WARN', problems: kpis.flatMap((kpi) => ofFate(kpi, BREAKING)) },
    { code: 'EXPORTS', level: 'WARN', problems: kpis.filter(({ figures }) => figures > 0).map((kpi) => note(kpi, 'FIGURES_LOST', 'Public group figures and the exports with them lose their successor.')) },
    { code: 'CLIENTS', level: 'WARN', problems: kpis.filter(({ clients }) => clients > 0).map((kpi) => note(kpi, 'CLIENTS_CONCERNED', 'Partner clients may read the KPI.')) },
    { code: 'OFFICIAL_TEXTS', level: 'WARN', problems: texts.filter(({ state }) => state === 'DRAFT' || state === 'REVIEWED').map(({ code, text }) => problem('CONFLICT', 'TEXT_NOT_OFFICIAL', 'The French text is not official yet.', [code, text])) },
    { code: 'CHANGES', level: 'INFO', problems: kpis.flatMap((kpi) => ofFate(kpi, CARRIED)) },
  ] // prettier-ignore
  return impact ? found : found.filter(({ code }) => code === 'OFFICIAL_TEXTS')
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
  CONTINUES: ['SERIES_CONTINUES', 'The series goes on; the words changed.'],
}

function ofFate(kpi: KpiImpact, words: Words): readonly ProblemDetail[] {
  const [reason, message] = words[kpi.fate] ?? []
  return reason && message ? [note(kpi, reason, message)] : []
}

// A count below twenty is told as a band, so a band that differs is a loss as well.
const losesAnswers = ({ answers, reusable }: KpiImpact): boolean =>
  answers.n !== reusable.n || answers.band !== reusable.band

const note = ({ code, ancestorCode }: KpiImpact, reason: string, message: string): ProblemDetail =>
  problem('CONFLICT', reason, message, [(code ?? ancestorCode)!, 'lineage'])
