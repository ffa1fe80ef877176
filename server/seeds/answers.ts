import { chance, pick, unit } from './prng.ts'
import type { DeclaredState, KpiInput, MemberInput } from './world.ts'

export type Answer = { readonly state: DeclaredState; readonly reasonCode: string | null }

const REPORTED: Answer = { state: 'REPORTED', reasonCode: null }

const USUALLY_ANSWERED = 0.86
/** Share of administrations that can answer the KPIs that are harder, or easier, than most. */
const ANSWERED: Readonly<Record<string, number>> = {
  'TF-01-1': 1,
  'TF-01-2': 0.8,
  'TF-02-2': 0.72,
  'TF-03-2': 0.55,
  'TF-04-1': 0.7,
  'TF-04-3': 0.97,
  'TF-05-2': 0.96,
  'TF-06-2': 0.62,
  'TF-07-1': 0.98,
  'RC-01-2': 0.94,
  'RC-03-3': 0.68,
  'EP-02-1': 0.8,
  'EP-04-1': 0.66,
  'EP-05-2': 0.76,
  'EP-05-3': 0.72,
  'OD-01-1': 0.97,
  'OD-01-3': 0.97,
  'OD-02-1': 0.93,
}

/** Why a KPI may not apply. KPIs not listed always apply. */
const MAY_NOT_APPLY: Readonly<Record<string, readonly string[]>> = {
  'TF-02-3': ['NO_LEGAL_BASIS'],
  'TF-03-1': ['NO_LEGAL_BASIS', 'OTHER_AUTHORITY'],
  'TF-03-2': ['NO_LEGAL_BASIS', 'NO_SUCH_PROCEDURE'],
  'TF-06-1': ['NO_SUCH_PROCEDURE', 'OTHER_AUTHORITY'],
  'TF-06-2': ['NO_SUCH_PROCEDURE'],
  'TF-08-1': ['NO_SUCH_PROCEDURE'],
  'RC-01-1': ['OTHER_AUTHORITY'],
  'RC-03-3': ['CUSTOMS_UNION_COMPETENCE', 'OTHER_AUTHORITY'],
  'RC-05-1': ['OTHER_AUTHORITY'],
  'EP-01-1': ['OTHER_AUTHORITY'],
  'EP-02-1': ['NO_LEGAL_BASIS', 'OTHER_AUTHORITY'],
  'EP-03-1': ['NO_LEGAL_BASIS'],
  'EP-05-3': ['OTHER_AUTHORITY', 'NO_LEGAL_BASIS'],
}

const NOT_MEASURED = [
  'DATA_NOT_COLLECTED',
  'SYSTEM_CANNOT_EXTRACT',
  'SYSTEM_CANNOT_EXTRACT',
  'DATA_NOT_COLLECTED',
  'OTHER_PERIOD',
] as const
const OFTEN_CLASSIFIED = /^(EP-01|EP-05|EP-06-1)/

/** No Authorized Economic Operators, or no advance rulings, and nothing of that outcome applies. */
const HAS_AEO = 0.85
const HAS_RULINGS = 0.9
const MORE_EACH_YEAR = 0.015

/** The administration of most tours shows each way of not having a figure. */
const SETTLED: Readonly<Record<string, Answer>> = {
  'XAL TF-08-1': { state: 'NOT_APPLICABLE', reasonCode: 'NO_SUCH_PROCEDURE' },
  'XAL EP-04-1': { state: 'NOT_AVAILABLE', reasonCode: 'DATA_NOT_COLLECTED' },
  'XAL EP-05-1': { state: 'NOT_AVAILABLE', reasonCode: 'CONFIDENTIAL' },
  'XAL RC-04-1': { state: 'NOT_AVAILABLE', reasonCode: 'OTHER_PERIOD' },
}

export type AnswerContext = {
  readonly member: MemberInput
  readonly year: number
  readonly reportsEcommerce: boolean
  /** A showpiece answers nearly everything. */
  readonly thorough: boolean
}

/** How an administration answers a KPI. What it can answer once it can usually answer later. */
export function answerTo({ code: kpi }: KpiInput, context: AnswerContext): Answer {
  const { member, year, thorough } = context
  const { code } = member
  const settled = SETTLED[`${code} ${kpi}`]
  if (settled !== undefined) return settled
  if (kpi === 'OD-04-2') return REPORTED
  if (kpi.startsWith('TF-02') && !thorough && !chance(HAS_AEO, 'has AEO', code)) {
    return { state: 'NOT_APPLICABLE', reasonCode: 'NO_SUCH_PROCEDURE' }
  }
  if (kpi === 'TF-05-1' && !thorough && !chance(HAS_RULINGS, 'has rulings', code)) {
    return { state: 'NOT_APPLICABLE', reasonCode: 'NO_SUCH_PROCEDURE' }
  }
  if (kpi === 'TF-08-1' && member.geography === 'ISLAND') {
    return { state: 'NOT_APPLICABLE', reasonCode: 'GEOGRAPHY' }
  }
  if (kpi === 'TF-03-1') return context.reportsEcommerce ? REPORTED : unanswered(kpi, code)
  if (kpi === 'TF-03-2' && !context.reportsEcommerce) return unanswered(kpi, code)

  const likelihood =
    (ANSWERED[kpi] ?? USUALLY_ANSWERED) + MORE_EACH_YEAR * (year - 2022) + (thorough ? 0.1 : 0)
  return unit('answers', code, kpi) < likelihood || kpi === 'TF-01-1'
    ? REPORTED
    : unanswered(kpi, code)
}

function unanswered(kpi: string, code: string): Answer {
  const causes = MAY_NOT_APPLY[kpi]
  if (causes !== undefined && chance(0.4, 'does not apply', code, kpi)) {
    return { state: 'NOT_APPLICABLE', reasonCode: pick(causes, 'cause', code, kpi) }
  }
  const classified = OFTEN_CLASSIFIED.test(kpi) && chance(0.5, 'classified', code, kpi)
  const reasonCode = classified ? 'CONFIDENTIAL' : pick(NOT_MEASURED, 'missing', code, kpi)
  return { state: 'NOT_AVAILABLE', reasonCode }
}
