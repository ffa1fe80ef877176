import { badInput, type ProblemDetail } from '#platform'
import type { Accreditation, ConflictKind } from './enums'

/** A person who could review, with everything that speaks for or against it. */
export interface CandidateFacts {
  readonly personId: string
  readonly isActive: boolean
  readonly accreditation: Accreditation | null
  readonly holdsLeadRole: boolean
  readonly holdsReviewerRole: boolean
  readonly conflicts: readonly ConflictKind[]
}

export interface ProposedMember {
  readonly personId: string
  readonly isLead: boolean
}

export const SMALLEST_TEAM = 2

const TRAINED: readonly (Accreditation | null)[] = ['ACCREDITED', 'PRE_ACCREDITED']

/** Whether the person may be in this team at all. */
export const mayReview = (candidate: CandidateFacts): boolean =>
  candidate.isActive &&
  candidate.holdsReviewerRole &&
  TRAINED.includes(candidate.accreditation) &&
  candidate.conflicts.length === 0

/** Whether the person may lead this team. */
export const mayLead = (candidate: CandidateFacts): boolean =>
  mayReview(candidate) && candidate.holdsLeadRole && candidate.accreditation === 'ACCREDITED'

const CONFLICT_TEXT: Readonly<Record<ConflictKind, string>> = {
  OWN_ADMINISTRATION: 'Nobody reviews their own administration.',
  RECIPROCAL: 'The administration under review examined this person’s own in the last cycle.',
  DECLARED: 'This person has declared a conflict of interest.',
}

/** Everything that stands against one member of a team. */
export function memberProblems(
  member: ProposedMember,
  candidate: CandidateFacts | undefined,
  path: readonly string[],
): readonly ProblemDetail[] {
  if (!candidate || !candidate.isActive || !candidate.holdsReviewerRole) {
    return [badInput('NOT_A_REVIEWER', 'This person holds no reviewer’s role.', path)]
  }
  const problems = candidate.conflicts.map((conflict) =>
    badInput(`CONFLICT_${conflict}`, CONFLICT_TEXT[conflict], path),
  )
  if (!TRAINED.includes(candidate.accreditation)) {
    problems.push(
      badInput('NOT_ACCREDITED', 'This person’s accreditation does not allow to review.', path),
    )
  } else if (
    member.isLead &&
    !(candidate.holdsLeadRole && candidate.accreditation === 'ACCREDITED')
  ) {
    problems.push(
      badInput('LEAD_NOT_ACCREDITED', 'Only an accredited lead reviewer may lead.', path),
    )
  }
  return problems
}

/** Everything that stands against a whole team, at once. */
export function teamProblems(
  team: readonly ProposedMember[],
  candidates: ReadonlyMap<string, CandidateFacts>,
): readonly ProblemDetail[] {
  const problems: ProblemDetail[] = []
  const path = ['input', 'team']
  const distinct = new Set(team.map(({ personId }) => personId))
  if (distinct.size < team.length) {
    problems.push(badInput('NAMED_TWICE', 'A person is named twice.', path))
  }
  if (distinct.size < SMALLEST_TEAM) {
    problems.push(badInput('TEAM_TOO_SMALL', 'A team has at least two reviewers.', path))
  }
  if (team.filter(({ isLead }) => isLead).length !== 1) {
    problems.push(badInput('ONE_LEAD', 'A team has exactly one lead.', path))
  }
  team.forEach((member, index) => {
    problems.push(
      ...memberProblems(member, candidates.get(member.personId), [...path, String(index)]),
    )
  })
  return problems
}
