import { badInput, problem, type ProblemDetail } from '#platform'
import type { ApprovalBody, FrameworkVersionKind } from './enums'

/** What publishing asks of a version besides the right to do it. */
export interface PublicationFacts {
  readonly kind: FrameworkVersionKind
  readonly isDemonstration: boolean
  readonly contentHash: string
  /** Decisions that stand. */
  readonly approvals: readonly { readonly body: ApprovalBody; readonly contentHash: string }[]
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
  if (decided(facts, 'COUNCIL')) return problems
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

const decided = ({ approvals, contentHash }: PublicationFacts, body: ApprovalBody) =>
  approvals.some((approval) => approval.body === body && approval.contentHash === contentHash)
