import { badInput, problem, type ProblemDetail } from '#platform'
import type { ApprovalBody, ApprovalDecision, FrameworkVersionKind } from './enums'

export interface StandingDecision {
  readonly body: ApprovalBody
  readonly decision: ApprovalDecision
  readonly contentHash: string
}

/** What publishing asks of a version besides the right to do it. */
export interface PublicationFacts {
  readonly kind: FrameworkVersionKind
  readonly isDemonstration: boolean
  readonly contentHash: string
  /** Decisions that stand, the latest last. */
  readonly approvals: readonly StandingDecision[]
  /** Why the Council's endorsement is not asked for, if somebody says so. */
  readonly waiver: string | null
}

/** What stands against publishing; each decision must speak of exactly this content. */
export function publicationProblems(facts: PublicationFacts): readonly ProblemDetail[] {
  const problems: ProblemDetail[] = []
  const at = ['input', 'versionId']
  if (!decided(facts, 'PMMPT')) {
    problems.push(
      problem(
        'CONFLICT',
        'CONTENT_CHANGED',
        'The PMMPT has not approved exactly this content.',
        at,
      ),
    )
  }
  const against = bodiesAgainst(facts)
  for (const { body, decision } of against) {
    problems.push(
      problem(
        'CONFLICT',
        decision === 'REJECTED' ? 'DECISION_REJECTED' : 'DECISION_DEFERRED',
        'The latest decision of a body does not agree to the version.',
        [...at, body],
      ),
    )
  }
  if (decided(facts, 'COUNCIL') || against.some(({ body }) => body === 'COUNCIL')) return problems
  if (facts.waiver === null) {
    problems.push(
      problem(
        'CONFLICT',
        'COUNCIL_ENDORSEMENT_MISSING',
        'The endorsement of the Council is not recorded.',
        at,
      ),
    )
  } else if (!isWaivable(facts)) {
    problems.push(
      badInput(
        'WAIVER_NOT_ALLOWED',
        'Only errata and demonstration catalogues go without the Council.',
        ['input', 'councilWaiver'],
      ),
    )
  }
  return problems
}

/** Whether a version may be published without the Council, for a reason that is recorded. */
export const isWaivable = ({
  kind,
  isDemonstration,
}: Pick<PublicationFacts, 'kind' | 'isDemonstration'>) => kind === 'ERRATUM' || isDemonstration

const isAgainst = ({ decision }: StandingDecision) =>
  decision === 'REJECTED' || decision === 'DEFERRED'

// A body may think again: its latest word counts.
const latestOf = ({ approvals, contentHash }: PublicationFacts) =>
  new Map(
    approvals
      .filter((approval) => approval.contentHash === contentHash)
      .map((approval) => [approval.body, approval]),
  )

const bodiesAgainst = (facts: PublicationFacts) => [...latestOf(facts).values()].filter(isAgainst)

const decided = (facts: PublicationFacts, body: ApprovalBody) => {
  const latest = latestOf(facts).get(body)
  return latest !== undefined && !isAgainst(latest)
}
