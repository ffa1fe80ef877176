import { registerEnumType } from 'type-graphql'

export const FrameworkVersionStatus = {
  DRAFT: 'DRAFT',
  IN_REVIEW: 'IN_REVIEW',
  APPROVED: 'APPROVED',
  PUBLISHED: 'PUBLISHED',
  RETIRED: 'RETIRED',
} as const
export type FrameworkVersionStatus = keyof typeof FrameworkVersionStatus

registerEnumType(FrameworkVersionStatus, {
  name: 'FrameworkVersionStatus',
  description: 'State of a framework version. Clients must accept unknown values.',
  valuesConfig: {
    DRAFT: { description: 'Being edited by the secretariat.' },
    IN_REVIEW: { description: 'Content frozen; the PMMPT comments.' },
    APPROVED: { description: 'Approved by the PMMPT, not yet published.' },
    PUBLISHED: { description: 'In force and immutable for everybody.' },
    RETIRED: { description: 'No longer used by new cycles; readable for ever.' },
  },
})

export const FrameworkVersionKind = {
  ORIGINAL: 'ORIGINAL',
  REVISION: 'REVISION',
  ERRATUM: 'ERRATUM',
} as const
export type FrameworkVersionKind = keyof typeof FrameworkVersionKind

registerEnumType(FrameworkVersionKind, {
  name: 'FrameworkVersionKind',
  description: 'How a version came about. Clients must accept unknown values.',
  valuesConfig: {
    ORIGINAL: { description: 'Imported as a whole, without a version before it.' },
    REVISION: { description: 'Developed from an earlier version.' },
    ERRATUM: {
      description: 'Corrects wording or translation of an earlier version, no measurement.',
    },
  },
})

export const KpiRelation = {
  SAME: 'SAME',
  REWORDED: 'REWORDED',
  FORMULA_CHANGED: 'FORMULA_CHANGED',
  SPLIT: 'SPLIT',
  MERGED: 'MERGED',
  NEW: 'NEW',
  RETIRED: 'RETIRED',
} as const
export type KpiRelation = keyof typeof KpiRelation

registerEnumType(KpiRelation, {
  name: 'KpiRelation',
  description:
    'How a KPI relates to its ancestor in the version before. Clients must accept unknown values.',
  valuesConfig: {
    SAME: { description: 'Carried over unchanged.' },
    REWORDED: { description: 'Texts or scoring changed; the value is computed as before.' },
    FORMULA_CHANGED: {
      description: 'Formula, element or unit changed; values are not comparable.',
    },
    SPLIT: { description: 'One part of a KPI that was split.' },
    MERGED: { description: 'Several KPIs became this one.' },
    NEW: { description: 'Without ancestor.' },
    RETIRED: { description: 'Kept for the record only.' },
  },
})

export const KpiKind = {
  RATIO: 'RATIO',
  VARIATION: 'VARIATION',
  COUNT: 'COUNT',
  DURATION: 'DURATION',
  ORDINAL: 'ORDINAL',
  BINARY: 'BINARY',
} as const

registerEnumType(KpiKind, {
  name: 'KpiKind',
  description: 'What kind of quantity a KPI measures. Clients must accept unknown values.',
  valuesConfig: {
    RATIO: { description: 'Share of a part in a whole.' },
    VARIATION: { description: 'Change from T-1 to T.' },
    COUNT: { description: 'Number of things.' },
    DURATION: { description: 'Length of time.' },
    ORDINAL: { description: 'Level on a scale.' },
    BINARY: { description: 'Yes or no.' },
  },
})

export const Direction = {
  HIGHER: 'HIGHER',
  LOWER: 'LOWER',
  TARGET: 'TARGET',
  NEUTRAL: 'NEUTRAL',
} as const

registerEnumType(Direction, {
  name: 'Direction',
  description: 'Which values of a KPI are better. Clients must accept unknown values.',
  valuesConfig: {
    HIGHER: { description: 'Higher is better.' },
    LOWER: { description: 'Lower is better.' },
    TARGET: { description: 'Nearer to a target is better.' },
    NEUTRAL: { description: 'Context only: a value, never a score or a gap.' },
  },
})

export const Period = { T: 'T', T_1: 'T-1' } as const

registerEnumType(Period, {
  name: 'Period',
  description: 'Year of a figure, relative to the cycle. Clients must accept unknown values.',
  valuesConfig: {
    T: { description: 'Reporting year of the cycle.' },
    T_1: { description: 'Year before the reporting year.' },
  },
})

export const ElementRole = {
  NUMERATOR: 'NUMERATOR',
  DENOMINATOR: 'DENOMINATOR',
  CURRENT: 'CURRENT',
  BASE: 'BASE',
  VALUE: 'VALUE',
} as const

registerEnumType(ElementRole, {
  name: 'ElementRole',
  description: 'Part a data element plays in a formula. Clients must accept unknown values.',
  valuesConfig: {
    NUMERATOR: { description: 'Above the fraction bar.' },
    DENOMINATOR: { description: 'Below the fraction bar.' },
    CURRENT: { description: 'Figure of T that is compared.' },
    BASE: { description: 'Figure of T-1 that T is compared with.' },
    VALUE: { description: 'The value itself.' },
  },
})

export const NormalisationMethod = { LINEAR: 'LINEAR', DISTANCE: 'DISTANCE', NONE: 'NONE' } as const

registerEnumType(NormalisationMethod, {
  name: 'NormalisationMethod',
  description: 'How a value becomes a score from 0 to 100. Clients must accept unknown values.',
  valuesConfig: {
    LINEAR: { description: '100 x (value - floor) / (goal - floor), clipped to 0-100.' },
    DISTANCE: { description: '100 x (1 - |value - target| / maxDistance), clipped to 0-100.' },
    NONE: { description: 'No score.' },
  },
})

export const ValueType = {
  COUNT: 'COUNT',
  MONEY: 'MONEY',
  DECIMAL: 'DECIMAL',
  LEVEL: 'LEVEL',
  BOOLEAN: 'BOOLEAN',
} as const

registerEnumType(ValueType, {
  name: 'ValueType',
  description: 'Kind of figure a data element holds. Clients must accept unknown values.',
  valuesConfig: {
    COUNT: { description: 'Whole number of things.' },
    MONEY: { description: 'Amount in national currency.' },
    DECIMAL: { description: 'Decimal number.' },
    LEVEL: { description: 'Level on a scale.' },
    BOOLEAN: { description: '1 for yes, 0 for no.' },
  },
})

export const ElementNature = { FLOW: 'FLOW', STOCK: 'STOCK' } as const

registerEnumType(ElementNature, {
  name: 'ElementNature',
  description: 'How a figure relates to its year. Clients must accept unknown values.',
  valuesConfig: {
    FLOW: { description: 'Over the year.' },
    STOCK: { description: 'At the end of the year.' },
  },
})

export const ElementOrigin = { ENTERED: 'ENTERED', DERIVED: 'DERIVED' } as const

registerEnumType(ElementOrigin, {
  name: 'ElementOrigin',
  description: 'Who gives the figure of a data element. Clients must accept unknown values.',
  valuesConfig: {
    ENTERED: { description: 'The administration.' },
    DERIVED: { description: 'The system, from other answers.' },
  },
})

export const ResponseState = {
  PENDING: 'PENDING',
  REPORTED: 'REPORTED',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  NOT_AVAILABLE: 'NOT_AVAILABLE',
  NOT_COMPUTABLE: 'NOT_COMPUTABLE',
} as const

registerEnumType(ResponseState, {
  name: 'ResponseState',
  description: 'Answer an administration gives to a KPI. Clients must accept unknown values.',
  valuesConfig: {
    PENDING: { description: 'Not answered yet, or a figure is missing.' },
    REPORTED: { description: 'There is a value.' },
    NOT_APPLICABLE: { description: 'The function does not exist or lies elsewhere.' },
    NOT_AVAILABLE: { description: 'The function exists but is not measured.' },
    NOT_COMPUTABLE: { description: 'The figures are there, but the formula has no result.' },
  },
})

export const CheckLevel = { BLOCK: 'BLOCK', WARN: 'WARN', INFO: 'INFO' } as const

registerEnumType(CheckLevel, {
  name: 'CheckLevel',
  description: 'Weight of a finding about figures. Clients must accept unknown values.',
  valuesConfig: {
    BLOCK: { description: 'Impossible; refuses the submission.' },
    WARN: { description: 'Unlikely; needs a justification.' },
    INFO: { description: 'A consequence to know.' },
  },
})

export const ValidationRuleType = {
  PART_OF_WHOLE: 'PART_OF_WHOLE',
  LARGE_CHANGE: 'LARGE_CHANGE',
  POSITIVE_BASE: 'POSITIVE_BASE',
  RANGE: 'RANGE',
  CONSISTENCY: 'CONSISTENCY',
} as const

registerEnumType(ValidationRuleType, {
  name: 'ValidationRuleType',
  description: 'What a validation rule compares. Clients must accept unknown values.',
  valuesConfig: {
    PART_OF_WHOLE: { description: 'A part does not exceed its whole.' },
    LARGE_CHANGE: { description: 'A figure does not change by more than a percentage.' },
    POSITIVE_BASE: { description: 'A figure below a fraction bar is above zero.' },
    RANGE: { description: 'A figure lies between two bounds, or on one side of one.' },
    CONSISTENCY: { description: 'Two formulas over figures of one year agree.' },
  },
})

export const Comparison = { EQUAL: 'EQUAL', AT_MOST: 'AT_MOST', AT_LEAST: 'AT_LEAST' } as const

registerEnumType(Comparison, {
  name: 'Comparison',
  description:
    'How the left side of a rule must stand to the right one. Clients must accept unknown values.',
  valuesConfig: {
    EQUAL: { description: 'Both are the same, within the tolerance.' },
    AT_MOST: { description: 'The left one is not greater, within the tolerance.' },
    AT_LEAST: { description: 'The left one is not smaller, within the tolerance.' },
  },
})

export const ApprovalBody = {
  PMMPT: 'PMMPT',
  CAPACITY_BUILDING_COMMITTEE: 'CAPACITY_BUILDING_COMMITTEE',
  POLICY_COMMISSION: 'POLICY_COMMISSION',
  COUNCIL: 'COUNCIL',
} as const
export type ApprovalBody = keyof typeof ApprovalBody

registerEnumType(ApprovalBody, {
  name: 'ApprovalBody',
  description: 'WCO body that decides on a version. Clients must accept unknown values.',
  valuesConfig: {
    PMMPT: { description: 'PMM Project Team.' },
    CAPACITY_BUILDING_COMMITTEE: { description: 'Capacity Building Committee.' },
    POLICY_COMMISSION: { description: 'Policy Commission.' },
    COUNCIL: { description: 'Council.' },
  },
})

export const ApprovalDecision = {
  APPROVED: 'APPROVED',
  ENDORSED: 'ENDORSED',
  WAIVED: 'WAIVED',
  REJECTED: 'REJECTED',
  DEFERRED: 'DEFERRED',
} as const
export type ApprovalDecision = keyof typeof ApprovalDecision

registerEnumType(ApprovalDecision, {
  name: 'ApprovalDecision',
  description: 'Decision of a body on a version. Clients must accept unknown values.',
  valuesConfig: {
    APPROVED: { description: 'The body approved the version.' },
    ENDORSED: { description: 'The body endorsed the version.' },
    WAIVED: { description: 'The decision was not required; a reason is recorded.' },
    REJECTED: { description: 'The body rejected the version.' },
    DEFERRED: { description: 'The body put its decision off.' },
  },
})

export const TranslationState = {
  OFFICIAL: 'OFFICIAL',
  DRAFT: 'DRAFT',
  REVIEWED: 'REVIEWED',
  OUTDATED: 'OUTDATED',
  MISSING: 'MISSING',
} as const
export type TranslationState = keyof typeof TranslationState

registerEnumType(TranslationState, {
  name: 'TranslationState',
  description: 'State of a translated text. Clients must accept unknown values.',
  valuesConfig: {
    OFFICIAL: { description: 'Published wording.' },
    DRAFT: { description: 'Our own, not reviewed.' },
    REVIEWED: { description: 'Our own, reviewed.' },
    OUTDATED: { description: 'The English text has changed since.' },
    MISSING: { description: 'Not translated; English is served.' },
  },
})

export const DisclosureLevelCode = { NATIONAL: 'NATIONAL', WCO: 'WCO', PUBLIC: 'PUBLIC' } as const
export type DisclosureLevelCode = keyof typeof DisclosureLevelCode

registerEnumType(DisclosureLevelCode, {
  name: 'DisclosureLevelCode',
  description: 'How far an answer is opened. Clients must accept unknown values.',
  valuesConfig: {
    NATIONAL: { description: 'To the administration itself.' },
    WCO: { description: 'To the contact points of the members and the peer reviewers.' },
    PUBLIC: { description: 'To everybody.' },
  },
})
