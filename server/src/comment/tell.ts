import type { CommandScope } from '#access'
import type { AssessmentSubject } from '#assessment'
import type { VersionSnapshot } from '#framework'
import { notify } from '#notification'
import { readersOf, speakersIn, type Reader } from './comment.rows'
import { kpisAt } from './place'
import type { CommentPlace, Hearers } from './policies'

interface Said extends CommentPlace {
  readonly threadId: string
  readonly isAnswer: boolean
}

type Scope = Pick<CommandScope, 'db' | 'now' | 'viewer'>

/** Tells people of the own administration, each of the KPIs they see themselves. */
export async function tellPeople(
  scope: Scope,
  kind: 'MENTIONED' | 'COMMENTED',
  subject: AssessmentSubject,
  place: CommentPlace,
  framework: VersionSnapshot,
  people: readonly Reader[],
): Promise<void> {
  const kpis = kpisAt(place, framework)
  for (const { personId, role } of people) {
    await notify(scope, {
      kind,
      roles: [role],
      administrationId: subject.administrationId,
      cycleId: subject.cycleId,
      assessmentId: subject.id,
      personIds: [personId],
      ...(role === 'CONTRIBUTOR'
        ? await givenOf(scope, subject, personId, place, kpis)
        : { kpiCodes: kpis }),
    })
  }
}

/** KPIs among these that a contributor was given, and the element where it was given by itself. */
async function givenOf(
  { db }: Scope,
  { id }: AssessmentSubject,
  personId: string,
  { elementCode }: CommentPlace,
  kpis: readonly string[],
) {
  const rows = await db
    .selectFrom('assignment')
    .select(['kpiCode', 'elementCode'])
    .where('assessmentId', '=', id)
    .where('personId', '=', personId)
    .orderBy('kpiCode')
    .execute()
  const given = new Set(rows.map(({ kpiCode }) => kpiCode))
  return {
    kpiCodes: kpis.filter((each) => given.has(each)).toSorted(),
    elementCodes: rows.some((row) => row.elementCode !== null && row.elementCode === elementCode)
      ? [elementCode!]
      : [],
  }
}

/**
 * Tells everybody else whom a new comment concerns: with the secretariat the other side; inside, those who have spoken
 * in the thread, or of a new one the coordinators and whoever enters the place.
 */
export async function tellCommented(
  scope: Scope,
  subject: AssessmentSubject,
  said: Said,
  framework: VersionSnapshot,
  hearers: Hearers,
  mentioned: readonly Reader[],
): Promise<void> {
  if (hearers === 'SECRETARIAT') return tellOtherSide(scope, subject, said, framework)
  const told = new Set(mentioned.map(({ personId }) => personId))
  const readers = await readersOf(scope.db, subject.id, said, hearers)
  const speakers = said.isAnswer
    ? new Set(await speakersIn(scope.db, hearers, said.threadId))
    : null
  const concerned = readers.filter(
    ({ personId, role }) =>
      !told.has(personId) &&
      (speakers ? speakers.has(personId) : role === 'COORDINATOR' || role === 'CONTRIBUTOR'),
  )
  await tellPeople(scope, 'COMMENTED', subject, said, framework, concerned)
}

async function tellOtherSide(
  scope: Scope,
  { id: assessmentId, administrationId, cycleId }: AssessmentSubject,
  said: Said,
  framework: VersionSnapshot,
): Promise<void> {
  const common = {
    kind: 'COMMENTED',
    cycleId,
    assessmentId,
    kpiCodes: kpisAt(said, framework),
  } as const
  await (scope.viewer.hat === 'CYCLE_OFFICER'
    ? notify(scope, { ...common, roles: ['COORDINATOR', 'APPROVER'], administrationId })
    : notify(scope, { ...common, roles: ['CYCLE_OFFICER'], aboutId: administrationId }))
}
