import {
  ALDOVA_2022,
  ISTARIA_2022,
  KELMAR_2022,
  ORLENIA_2024,
  YLVANIA_2024,
  type PlannedFinding,
} from './review-findings.ts'
import type { CycleCode, DemoReview } from './world.ts'

export type ReviewPlan = Pick<
  DemoReview,
  | 'key'
  | 'administration'
  | 'status'
  | 'motive'
  | 'countersignedBy'
  | 'requestedAt'
  | 'acceptedAt'
  | 'startedAt'
  | 'sharedAt'
  | 'respondedAt'
  | 'concludedAt'
> & {
  readonly cycle: CycleCode
  /** The lead first. */
  readonly team: readonly string[]
  readonly declaredAt: string | null
  readonly scopeSize: number
  /** How many KPIs of the scope each of the team has judged. */
  readonly judged: readonly number[]
  readonly findings: readonly PlannedFinding[]
}

const NOT_YET = {
  countersignedBy: null,
  sharedAt: null,
  respondedAt: null,
  concludedAt: null,
} as const

export const REVIEW_PLANS: readonly ReviewPlan[] = [
  {
    key: 'review-aldova-2022',
    administration: 'XAL',
    cycle: 'C2022',
    status: 'CONCLUDED',
    motive:
      'We want an outside view before the new strategic plan, above all on risk selection and AEOs.',
    team: ['karim-benzar', 'ilse-marten', 'pita-rahui'],
    declaredAt: '2024-08-26T10:00:00.000Z',
    countersignedBy: 'ines-calder',
    requestedAt: '2024-08-05T09:20:00.000Z',
    acceptedAt: '2024-08-19T13:05:00.000Z',
    startedAt: '2024-09-02T08:00:00.000Z',
    sharedAt: '2024-10-21T15:30:00.000Z',
    respondedAt: '2024-11-08T11:45:00.000Z',
    concludedAt: '2024-11-22T09:10:00.000Z',
    scopeSize: 14,
    judged: [14, 14, 14],
    findings: ALDOVA_2022,
  },
  {
    key: 'review-istaria-2022',
    administration: 'XIS',
    cycle: 'C2022',
    status: 'CONCLUDED',
    motive: 'Transparency and integrity are priorities of the reform; we ask for a critical look.',
    team: ['noemi-castera', 'awa-diorko', 'pita-rahui'],
    declaredAt: '2024-09-09T10:00:00.000Z',
    countersignedBy: 'jonas-lindt',
    requestedAt: '2024-08-12T08:40:00.000Z',
    acceptedAt: '2024-09-04T10:15:00.000Z',
    startedAt: '2024-09-16T08:00:00.000Z',
    sharedAt: '2024-11-04T14:00:00.000Z',
    respondedAt: '2024-11-20T16:20:00.000Z',
    concludedAt: '2024-12-03T10:30:00.000Z',
    scopeSize: 10,
    judged: [10, 10, 10],
    findings: ISTARIA_2022,
  },
  {
    key: 'review-kelmar-2022',
    administration: 'XKE',
    cycle: 'C2022',
    status: 'CONCLUDED',
    motive: 'We would like to know whether our counting rules are sound before the next cycle.',
    team: ['tomas-verrel', 'ilse-marten', 'awa-diorko'],
    declaredAt: '2024-09-23T10:00:00.000Z',
    countersignedBy: 'jonas-lindt',
    requestedAt: '2024-08-29T07:50:00.000Z',
    acceptedAt: '2024-09-18T12:00:00.000Z',
    startedAt: '2024-09-30T08:00:00.000Z',
    sharedAt: '2024-11-18T13:15:00.000Z',
    respondedAt: '2024-12-02T09:05:00.000Z',
    concludedAt: '2024-12-12T15:40:00.000Z',
    scopeSize: 8,
    judged: [8, 8, 8],
    findings: KELMAR_2022,
  },
  {
    ...NOT_YET,
    key: 'review-orlenia-2024',
    administration: 'XOR',
    cycle: 'C2024',
    status: 'IN_PROGRESS',
    motive:
      'Release times changed with the new counting rule; we ask whether the trend still holds.',
    team: ['tomas-verrel', 'ilse-marten', 'awa-diorko'],
    declaredAt: '2026-09-14T10:00:00.000Z',
    requestedAt: '2026-08-24T08:10:00.000Z',
    acceptedAt: '2026-09-10T11:30:00.000Z',
    startedAt: '2026-09-21T08:00:00.000Z',
    scopeSize: 14,
    judged: [4, 9, 6],
    findings: ORLENIA_2024,
  },
  {
    ...NOT_YET,
    key: 'review-ylvania-2024',
    administration: 'XYL',
    cycle: 'C2024',
    status: 'SHARED',
    motive: 'The Single Window was renewed in 2024 and we want its figures looked at.',
    team: ['noemi-castera', 'pita-rahui', 'ilse-marten'],
    declaredAt: '2026-07-13T10:00:00.000Z',
    requestedAt: '2026-06-29T09:00:00.000Z',
    acceptedAt: '2026-07-08T14:25:00.000Z',
    startedAt: '2026-07-20T08:00:00.000Z',
    sharedAt: '2026-10-12T10:50:00.000Z',
    scopeSize: 9,
    judged: [9, 9, 9],
    findings: YLVANIA_2024,
  },
  {
    ...NOT_YET,
    key: 'review-valdena-2024',
    administration: 'XVA',
    cycle: 'C2024',
    status: 'REQUESTED',
    motive:
      'Nous souhaitons un regard extérieur sur le recouvrement et sur les contrôles a posteriori.',
    team: [],
    declaredAt: null,
    requestedAt: '2026-10-05T08:30:00.000Z',
    acceptedAt: null,
    startedAt: null,
    scopeSize: 11,
    judged: [],
    findings: [],
  },
]
