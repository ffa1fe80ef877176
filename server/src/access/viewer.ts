/** The one role, with its administration, that a session acts in. */
export type Hat =
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
  | 'PARTNER'

/** A review the viewer takes part in, with what decides how far it is open to them. */
export interface ReviewAssignment {
  readonly reviewId: string
  readonly assessmentId: string
  readonly administrationId: string
  /** The submitted copy the review is bound to. */
  readonly submissionId: string | null
  readonly reviewStatus: string
  readonly isLead: boolean
  /** Whether the reviewer has declared to have no conflict of interest. */
  readonly isCleared: boolean
  readonly concludedAt: Date | null
}

/** Who is asking: the facts every rule may use, loaded once at the start of a request. */
export interface Viewer {
  readonly hat: Hat | null
  readonly personId: string | null
  readonly apiClientId: string | null
  readonly sessionId: string | null
  readonly administrationId: string | null
  readonly reviewAssignments: readonly ReviewAssignment[]
  /** KPIs assigned to a contributor, each as `${assessmentId}:${kpiCode}`. */
  readonly assignedKpis: ReadonlySet<string>
  /** Data elements of these KPIs, or given by themselves, each as `${assessmentId}:${elementCode}`. */
  readonly assignedElements: ReadonlySet<string>
  /** Those among them that the contributor is responsible for, and so may write. */
  readonly entrustedElements: ReadonlySet<string>
  /** KPIs of earlier cycles that those assigned in a running one open for reading, each as `${submissionId}:${kpiCode}`. */
  readonly earlierKpis: ReadonlySet<string>
  /** Data elements likewise, each as `${submissionId}:${elementCode}`. */
  readonly earlierElements: ReadonlySet<string>
  readonly scopes: readonly string[]
  readonly now: Date
  /** When the session ends by itself; absent without a session. */
  readonly sessionEnds?: SessionEnds
  /** When the person last proved to be themselves in this session. */
  readonly authenticatedAt?: Date
  /** Set while a sign-in lacks its second factor. To every rule such a viewer is nobody. */
  readonly unfinished?: UnfinishedSignIn
  /** Set where nobody is signed in any more because the role of the session has ended. */
  readonly hasRoleEnded?: true
  /** Publications and retirements of framework versions so far; absent for nobody in particular. */
  readonly publicationNumber?: number
  /** Set while an administrator looks through this person's eyes; such a session changes nothing. */
  readonly supportView?: SupportViewFacts
}

/** The administrator behind a session that sees what somebody else sees. */
export interface SupportViewFacts {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly startedAt: Date
  readonly endsAt: Date
}

/**
 * A sign-in that waits for a code, of which nothing more is known; or one that must first set up the
 * second factor its hat needs, which it does not wear until then.
 */
export type UnfinishedSignIn =
  | { readonly step: 'SECOND_FACTOR' }
  | {
      readonly step: 'SECOND_FACTOR_SETUP'
      readonly hat: Hat
      readonly administrationId: string | null
    }

/** A session ends at its latest moment, or earlier after some minutes without a request. */
export interface SessionEnds {
  readonly latestAt: Date
  readonly idleMinutes: number
}

/** The viewer of a request without session or token. */
export const anonymous = (now: Date): Viewer => ({
  hat: null,
  personId: null,
  apiClientId: null,
  sessionId: null,
  administrationId: null,
  reviewAssignments: [],
  assignedKpis: new Set(),
  assignedElements: new Set(),
  entrustedElements: new Set(),
  earlierKpis: new Set(),
  earlierElements: new Set(),
  scopes: [],
  now,
})

/** Hats worn on behalf of a member administration: C N A V. */
export const MEMBER_HATS: ReadonlySet<Hat> = new Set([
  'CONTRIBUTOR',
  'COORDINATOR',
  'APPROVER',
  'VIEWER',
])

/** Hats of the peer reviewers: R L. */
export const REVIEWER_HATS: ReadonlySet<Hat> = new Set(['REVIEWER', 'LEAD_REVIEWER'])

/** Hats of the secretariat and the body that approves versions: E O D B. */
export const SECRETARIAT_HATS: ReadonlySet<Hat> = new Set([
  'METHODOLOGY_EDITOR',
  'CYCLE_OFFICER',
  'ADMINISTRATOR',
  'PMMPT_OBSERVER',
])

/** Whether the viewer wears one of these hats. */
export const wears = (viewer: Viewer, ...hats: readonly Hat[]): boolean =>
  viewer.hat !== null && hats.includes(viewer.hat)

/** Whether the viewer acts for a member administration. */
export const isMember = (viewer: Viewer): boolean =>
  viewer.hat !== null && MEMBER_HATS.has(viewer.hat)

/** Whether the viewer acts as a peer reviewer. */
export const isReviewer = (viewer: Viewer): boolean =>
  viewer.hat !== null && REVIEWER_HATS.has(viewer.hat)

/** Whether the viewer acts for the secretariat or the PMMPT. */
export const isSecretariat = (viewer: Viewer): boolean =>
  viewer.hat !== null && SECRETARIAT_HATS.has(viewer.hat)

/** Whether the viewer acts for this very administration. */
export const actsFor = (viewer: Viewer, administrationId: unknown): boolean =>
  isMember(viewer) &&
  viewer.administrationId !== null &&
  viewer.administrationId === administrationId

/** Whether the session may look and nothing else. */
export const isReadOnly = (viewer: Viewer): boolean => viewer.supportView !== undefined
