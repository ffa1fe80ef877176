import { registerEnumType } from 'type-graphql'

export const ReviewStatus = {
  REQUESTED: 'REQUESTED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  IN_PROGRESS: 'IN_PROGRESS',
  SHARED: 'SHARED',
  RESPONDED: 'RESPONDED',
  CONCLUDED: 'CONCLUDED',
  WITHDRAWN: 'WITHDRAWN',
} as const
export type ReviewStatus = keyof typeof ReviewStatus

registerEnumType(ReviewStatus, {
  name: 'ReviewStatus',
  description: 'State of a peer review. Clients must accept unknown values.',
  valuesConfig: {
    REQUESTED: { description: 'Asked for by the administration.' },
    ACCEPTED: { description: 'Taken on by the secretariat, with a team and a submission to read.' },
    DECLINED: { description: 'Not taken on; the reason stands beside it.' },
    IN_PROGRESS: { description: 'The team reads and judges.' },
    SHARED: { description: 'The findings are before the administration.' },
    RESPONDED: { description: 'The administration has answered every finding.' },
    CONCLUDED: { description: 'Closed by the lead and countersigned; nothing changes any more.' },
    WITHDRAWN: { description: 'Taken back by the administration.' },
  },
})

export const ConflictDeclaration = { NO_CONFLICT: 'NO_CONFLICT', CONFLICT: 'CONFLICT' } as const
export type ConflictDeclaration = keyof typeof ConflictDeclaration

registerEnumType(ConflictDeclaration, {
  name: 'ConflictDeclaration',
  description:
    'What a reviewer declared about conflicts of interest. Clients must accept unknown values.',
  valuesConfig: {
    NO_CONFLICT: { description: 'None exists.' },
    CONFLICT: { description: 'One exists; the assignment ended with the declaration.' },
  },
})

export const ConflictKind = {
  OWN_ADMINISTRATION: 'OWN_ADMINISTRATION',
  RECIPROCAL: 'RECIPROCAL',
  DECLARED: 'DECLARED',
} as const
export type ConflictKind = keyof typeof ConflictKind

registerEnumType(ConflictKind, {
  name: 'ConflictKind',
  description:
    'Conflict of interest that stands against an assignment. Clients must accept unknown values.',
  valuesConfig: {
    OWN_ADMINISTRATION: { description: 'The person works for the administration under review.' },
    RECIPROCAL: {
      description:
        'Somebody of the administration under review examined the person’s own in the last cycle.',
    },
    DECLARED: { description: 'The person has declared a conflict.' },
  },
})

export const Accreditation = {
  APPLIED: 'APPLIED',
  PRE_SCREENED: 'PRE_SCREENED',
  PRE_ACCREDITED: 'PRE_ACCREDITED',
  ACCREDITED: 'ACCREDITED',
  SUSPENDED: 'SUSPENDED',
  EXPIRED: 'EXPIRED',
} as const
export type Accreditation = keyof typeof Accreditation

registerEnumType(Accreditation, {
  name: 'Accreditation',
  description: 'Standing of a reviewer. Clients must accept unknown values.',
  valuesConfig: {
    APPLIED: { description: 'Has applied.' },
    PRE_SCREENED: { description: 'Application looked through.' },
    PRE_ACCREDITED: { description: 'Trainee: may be in a team, not lead it.' },
    ACCREDITED: { description: 'May be in a team and lead it.' },
    SUSPENDED: { description: 'Takes no part for the time being.' },
    EXPIRED: { description: 'Accreditation has run out.' },
  },
})

export const Judgement = { AGREE: 'AGREE', DIFFER: 'DIFFER' } as const
export type Judgement = keyof typeof Judgement

registerEnumType(Judgement, {
  name: 'Judgement',
  description:
    'What a reviewer makes of the administration’s answer. Clients must accept unknown values.',
  valuesConfig: {
    AGREE: { description: 'The answer stands as it is.' },
    DIFFER: { description: 'The reviewer comes to another value or state, with a reason.' },
  },
})

export const Confidence = { LOW: 'LOW', MEDIUM: 'MEDIUM', HIGH: 'HIGH' } as const
export type Confidence = keyof typeof Confidence

registerEnumType(Confidence, {
  name: 'Confidence',
  description: 'How sure a reviewer is. Clients must accept unknown values.',
  valuesConfig: {
    LOW: { description: 'Little evidence.' },
    MEDIUM: { description: 'Evidence with gaps.' },
    HIGH: { description: 'Evidence that convinces.' },
  },
})

export const ItemStatus = { DRAFT: 'DRAFT', SENT: 'SENT' } as const
export type ItemStatus = keyof typeof ItemStatus

registerEnumType(ItemStatus, {
  name: 'ReviewItemStatus',
  description:
    'Whether a judgement or finding left its author. Clients must accept unknown values.',
  valuesConfig: {
    DRAFT: { description: 'Seen by its author alone.' },
    SENT: { description: 'Seen by the team, later by the administration; never edited again.' },
  },
})

export const FindingKind = {
  STRENGTH: 'STRENGTH',
  GAP: 'GAP',
  DATA_QUALITY: 'DATA_QUALITY',
  QUESTION: 'QUESTION',
} as const
export type FindingKind = keyof typeof FindingKind

registerEnumType(FindingKind, {
  name: 'FindingKind',
  description: 'What a finding is about. Clients must accept unknown values.',
  valuesConfig: {
    STRENGTH: { description: 'Something done well that others may learn from.' },
    GAP: { description: 'A distance between practice and the expected outcome.' },
    DATA_QUALITY: { description: 'A doubt about how the figure was made.' },
    QUESTION: { description: 'A question to the administration.' },
  },
})

export const FindingSeverity = { MINOR: 'MINOR', MODERATE: 'MODERATE', MAJOR: 'MAJOR' } as const
export type FindingSeverity = keyof typeof FindingSeverity

registerEnumType(FindingSeverity, {
  name: 'FindingSeverity',
  description: 'Weight of a finding. Clients must accept unknown values.',
  valuesConfig: {
    MINOR: { description: 'Worth knowing.' },
    MODERATE: { description: 'Worth acting on.' },
    MAJOR: { description: 'Changes what the figure says.' },
  },
})

export const ResponseDecision = { ACCEPTED: 'ACCEPTED', CONTESTED: 'CONTESTED' } as const
export type ResponseDecision = keyof typeof ResponseDecision

registerEnumType(ResponseDecision, {
  name: 'FindingDecision',
  description: 'How the administration answers a finding. Clients must accept unknown values.',
  valuesConfig: {
    ACCEPTED: { description: 'The administration shares the finding.' },
    CONTESTED: { description: 'The administration disagrees; both texts are kept.' },
  },
})

export const ResolutionOutcome = {
  UPHELD: 'UPHELD',
  AMENDED: 'AMENDED',
  DROPPED: 'DROPPED',
} as const
export type ResolutionOutcome = keyof typeof ResolutionOutcome

registerEnumType(ResolutionOutcome, {
  name: 'FindingOutcome',
  description: 'What became of a finding in the end. Clients must accept unknown values.',
  valuesConfig: {
    UPHELD: { description: 'It stands.' },
    AMENDED: { description: 'It stands in the corrected form.' },
    DROPPED: { description: 'The team no longer holds it.' },
  },
})
