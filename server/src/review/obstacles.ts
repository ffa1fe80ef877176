import { problem, trimZeros, type ProblemDetail } from '#platform'
import type { Judgement } from './enums'

export interface TeamMemberState {
  readonly personId: string
  readonly name: string
  readonly isLead: boolean
  readonly declaration: 'NO_CONFLICT' | 'CONFLICT' | null
}

export interface SentJudgement {
  readonly kpiCode: string
  readonly authorId: string
  readonly judgement: Judgement
  readonly value: string | null
}

export interface UnsentWork {
  readonly personId: string
  readonly scores: number
  readonly findings: number
}

export interface FindingState {
  readonly id: string
  readonly kpiCode: string
  readonly correctsId: string | null
  readonly isAnswered: boolean
  readonly isResolved: boolean
}

/** Findings that no later one corrects: those that count. */
export function currentFindings<F extends Pick<FindingState, 'id' | 'correctsId'>>(
  findings: readonly F[],
): readonly F[] {
  const corrected = new Set(findings.map(({ correctsId }) => correctsId))
  return findings.filter(({ id }) => !corrected.has(id))
}

/** What keeps the team from starting. */
export function startObstacles(
  team: readonly TeamMemberState[],
  smallestTeam: number,
): readonly ProblemDetail[] {
  const problems = team
    .filter(({ declaration }) => declaration !== 'NO_CONFLICT')
    .map(({ name }) =>
      problem(
        'CONFLICT',
        'DECLARATION_MISSING',
        `${name} has not declared to be free of conflicts.`,
        ['team', name],
      ),
    )
  if (team.length < smallestTeam || !team.some(({ isLead }) => isLead)) {
    problems.push(
      problem('CONFLICT', 'TEAM_INCOMPLETE', 'Somebody in the team has to be replaced first.'),
    )
  }
  return problems
}

/** What keeps the lead from sharing: judgements, consensus, unsent work. All of it, at once. */
export function shareObstacles(facts: {
  readonly scope: readonly string[]
  readonly team: readonly TeamMemberState[]
  readonly judgements: readonly SentJudgement[]
  readonly consensus: ReadonlySet<string>
  readonly unsent: readonly UnsentWork[]
}): readonly ProblemDetail[] {
  const problems: ProblemDetail[] = []
  for (const kpi of facts.scope) {
    const ofKpi = facts.judgements.filter(
      ({ kpiCode, authorId }) =>
        kpiCode === kpi && facts.team.some(({ personId }) => personId === authorId),
    )
    const missing = facts.team.filter(
      ({ personId }) => !ofKpi.some(({ authorId }) => authorId === personId),
    )
    for (const { name } of missing) {
      problems.push(
        problem('CONFLICT', 'NOT_JUDGED', `${name} has not judged ${kpi}.`, [kpi, name]),
      )
    }
    if (missing.length === 0 && judgementsDiffer(ofKpi) && !facts.consensus.has(kpi)) {
      problems.push(
        problem(
          'CONFLICT',
          'CONSENSUS_MISSING',
          `The judgements of ${kpi} differ and no consensus is recorded.`,
          [kpi],
        ),
      )
    }
  }
  for (const { personId, findings } of facts.unsent) {
    const name = facts.team.find((member) => member.personId === personId)?.name
    if (name && findings > 0) {
      problems.push(
        problem(
          'CONFLICT',
          'FINDING_UNSENT',
          `${name} has findings that are not sent: ${findings}.`,
          ['team', name],
        ),
      )
    }
  }
  return problems
}

/** Whether the team came to different results. */
export function judgementsDiffer(
  judgements: readonly Pick<SentJudgement, 'judgement' | 'value'>[],
): boolean {
  return (
    new Set(judgements.map(({ judgement, value }) => `${judgement}:${trimZeros(value ?? '')}`))
      .size > 1
  )
}

/** What keeps the administration from handing its answers in. */
export const respondObstacles = (findings: readonly FindingState[]): readonly ProblemDetail[] =>
  currentFindings(findings)
    .filter(({ isAnswered }) => !isAnswered)
    .map(({ kpiCode }) =>
      problem('CONFLICT', 'NOT_ANSWERED', `A finding on ${kpiCode} has no answer.`, [kpiCode]),
    )

/** What keeps the lead from concluding. */
export const concludeObstacles = (findings: readonly FindingState[]): readonly ProblemDetail[] =>
  currentFindings(findings)
    .filter(({ isResolved }) => !isResolved)
    .map(({ kpiCode }) =>
      problem('CONFLICT', 'NOT_RESOLVED', `A finding on ${kpiCode} has no resolution.`, [kpiCode]),
    )
