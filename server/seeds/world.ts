/** The demonstration world as plain data. Nothing here knows a database: another part of the server writes the rows. */

export type Text = { readonly en: string; readonly fr: string }
export type Locale = 'en' | 'fr'

export type RoleCode =
  | 'CONTRIBUTOR'
  | 'COORDINATOR'
  | 'APPROVER'
  | 'VIEWER'
  | 'REVIEWER'
  | 'LEAD_REVIEWER'
  | 'METHODOLOGY_EDITOR'
  | 'CYCLE_OFFICER'
  | 'ADMINISTRATOR'
  | 'PMMPT_OBSERVER'

export type AccreditationStatus =
  'APPLIED' | 'PRE_SCREENED' | 'PRE_ACCREDITED' | 'ACCREDITED' | 'SUSPENDED' | 'EXPIRED'

export type CycleCode = 'C2020' | 'C2022' | 'C2024'
export type CycleStatus = 'CLOSED' | 'REPORTED' | 'OPEN'
export type AssessmentStatus = 'DRAFT' | 'INTERNAL_APPROVAL' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED'
/** NOT_COMPUTABLE is missing on purpose: the system finds it, nobody declares it. */
export type DeclaredState = 'REPORTED' | 'NOT_APPLICABLE' | 'NOT_AVAILABLE' | 'PENDING'
export type DisclosureLevel = 'NATIONAL' | 'WCO' | 'PUBLIC'
export type AggregateUse = 'NONE' | 'MEMBERS' | 'PUBLIC'
export type ReviewStatus = 'REQUESTED' | 'IN_PROGRESS' | 'SHARED' | 'CONCLUDED'
export type FindingKind = 'STRENGTH' | 'GAP' | 'DATA_QUALITY' | 'QUESTION'
export type Severity = 'MINOR' | 'MODERATE' | 'MAJOR'
export type Confidence = 'LOW' | 'MEDIUM' | 'HIGH'

/** A moment as an ISO 8601 text in UTC. */
export type Moment = string

export type DemoRole = { readonly role: RoleCode; readonly administration?: string }

export type DemoPerson = {
  readonly key: string
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly roles: readonly DemoRole[]
  readonly accreditation?: {
    readonly status: AccreditationStatus
    readonly since: Moment
    /** Codes of the dimensions covered; all without any. */
    readonly areas: readonly string[]
    readonly until: string | null
  }
}

export type DemoPartner = {
  readonly name: string
  readonly organisation: string
  readonly purpose: string
  readonly contactName: string
  readonly contactMail: string
  readonly scopes: readonly string[]
}

export type DemoCycle = {
  readonly code: CycleCode
  readonly number: number
  readonly name: Text
  readonly year: number
  readonly previousYear: number
  readonly opensAt: Moment
  readonly closesAt: Moment
  readonly status: CycleStatus
  readonly reportedAt: Moment | null
}

export type DemoValue = {
  readonly element: string
  readonly year: number
  readonly value: string
  readonly estimated?: true
  readonly note?: string
  readonly sourceNote?: string
}

export type DemoResponse = {
  readonly kpi: string
  readonly state: DeclaredState
  readonly reasonCode: string | null
  readonly reasonText: string | null
  /** The answer to every warning that touches this KPI. */
  readonly justification: string | null
  readonly disclosureLevel: DisclosureLevel
  readonly aggregateUse: AggregateUse
}

export type DemoInstrumentLevel = { readonly instrument: string; readonly level: number }

export type DemoAssignment = {
  readonly person: string
  readonly kpis: readonly string[]
  readonly dueAt: Moment
}

export type DemoReturnedItem = { readonly kpi: string; readonly reason: string }

export type DemoAssessment = {
  readonly administration: string
  readonly cycle: CycleCode
  readonly status: AssessmentStatus
  readonly coordinator: string
  readonly approver: string
  readonly startedAt: Moment
  readonly submittedAt: Moment | null
  readonly returnedAt: Moment | null
  readonly returnDueAt: Moment | null
  readonly acceptedAt: Moment | null
  readonly values: readonly DemoValue[]
  readonly responses: readonly DemoResponse[]
  readonly instrumentLevels: readonly DemoInstrumentLevel[]
  readonly assignments: readonly DemoAssignment[]
  readonly returnedItems: readonly DemoReturnedItem[]
}

export type DemoReviewer = {
  readonly person: string
  readonly lead: boolean
  /** Signed declaration that no conflict of interest exists. */
  readonly declaredAt: Moment
}

export type DemoReviewScore = {
  readonly kpi: string
  readonly reviewer: string
  readonly value: string
  /** Whether that is another value than the administration's. */
  readonly differs: boolean
  readonly confidence: Confidence
  readonly rationale: string
}

export type DemoFinding = {
  readonly key: string
  readonly kpi: string
  readonly author: string
  readonly kind: FindingKind
  readonly severity: Severity
  readonly text: string
  /** Null while only its author may see it. */
  readonly sentAt: Moment | null
  readonly memberResponse: {
    readonly answer: 'ACCEPT' | 'CONTEST'
    readonly text: string
  } | null
  readonly resolution: string | null
}

export type DemoReview = {
  readonly key: string
  readonly administration: string
  readonly cycle: CycleCode
  readonly status: ReviewStatus
  readonly motive: string
  readonly scope: readonly string[]
  readonly requestedBy: string
  readonly confirmedBy: string
  readonly countersignedBy: string | null
  readonly requestedAt: Moment
  readonly acceptedAt: Moment | null
  readonly startedAt: Moment | null
  readonly sharedAt: Moment | null
  readonly respondedAt: Moment | null
  readonly concludedAt: Moment | null
  readonly team: readonly DemoReviewer[]
  readonly scores: readonly DemoReviewScore[]
  /** One note per KPI on which the team agreed after judging blind. */
  readonly consensus: readonly {
    readonly kpi: string
    readonly value: string
    readonly differs: boolean
    readonly note: string
  }[]
  readonly findings: readonly DemoFinding[]
}

/** Administrations whose place in the open cycle is a story worth showing. */
export type DemoStories = {
  readonly notStarted: string
  readonly threeToGo: string
  readonly internalApproval: string
  readonly submitted: string
  readonly returned: string
  readonly accepted: string
  readonly inReview: string
  readonly reviewShared: string
  readonly reviewConcluded: string
}

export type DemoWorld = {
  readonly people: readonly DemoPerson[]
  readonly cycles: readonly DemoCycle[]
  readonly assessments: readonly DemoAssessment[]
  readonly reviews: readonly DemoReview[]
  readonly partner: DemoPartner
  /** One whose access was taken back. */
  readonly formerPartner: DemoPartner
  readonly stories: DemoStories
}

/** What the generator needs to know of the catalogue; the file `pmm-v1.json` fits. */
export type CatalogueInput = {
  readonly instruments: readonly { readonly code: string }[]
  readonly outcomes: readonly { readonly code: string; readonly instruments: readonly string[] }[]
  readonly kpis: readonly KpiInput[]
  readonly rules: readonly RuleInput[]
}

export type KpiInput = {
  readonly code: string
  readonly outcome: string
  readonly formula: string
  readonly decimals: number
  readonly maxDisclosureLevel?: string
  readonly range: { readonly min: string | null; readonly max: string | null }
  readonly elements: readonly {
    readonly symbol: string
    readonly element: string
    readonly period: string
  }[]
}

export type RuleInput = {
  readonly code: string
  readonly type: string
  readonly level: string
  readonly kpis: readonly string[]
  readonly element?: string
  readonly percent?: string
  readonly part?: string
  readonly whole?: string
}

/** What the generator needs to know of the register; entries of `demo-members.json` fit. */
export type MemberInput = {
  readonly code: string
  readonly region: string
  readonly geography: string
}

export type DemoInput = {
  readonly catalogue: CatalogueInput
  readonly members: readonly MemberInput[]
  /** First start of the installation; only the deadlines of the open cycle hang on it. */
  readonly openedAt: Date
}
