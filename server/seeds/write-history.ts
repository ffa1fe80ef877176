import { sql } from 'kysely'
import { anonymous, appendAudit, type AuditRecord, type Hat } from '#access'
import type { Db } from '#platform'
import type { Written } from './written'

interface Past extends AuditRecord {
  readonly at: Date
  readonly personId: string | null
  readonly hat: Hat | null
}

/**
 * What the log would hold had the invented past happened here: the steps of versions, cycles, releases and
 * reviews, and of the assessments of those administrations whose story the demonstration tells. In parts, so
 * that what the product's own rules write stands where its time puts it.
 */
export async function writeHistory(
  { db, administrations, world }: Written,
  isTold: (at: Date) => boolean,
): Promise<void> {
  const told = Object.values(world.stories).map((code) => administrations.get(code)!)
  const past = [
    ...(await ofVersions(db)),
    ...(await ofCycles(db)),
    ...(await ofReleases(db)),
    ...(await ofAssessments(db, told)),
    ...(await ofReviews(db)),
  ]
    .filter(({ at }) => isTold(at))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  for (const { at, personId, hat, ...entry } of past) {
    const viewer = { ...anonymous(at), personId, hat }
    await appendAudit(db, viewer, 'demonstration', at, [entry])
  }
}

interface Step {
  readonly action: string
  readonly id: string
  readonly at: string | Date
  readonly personId: string | null
  readonly hat: Hat | null
  readonly administrationId: string | null
  readonly cycleId: string | null
  readonly code: string
  readonly from: string | null
  readonly to: string
}

async function steps(db: Db, objectType: string, query: ReturnType<typeof sql<Step>>): Promise<readonly Past[]> {
  const { rows } = await query.execute(db)
  return rows.map(({ action, id, at, personId, hat, administrationId, cycleId, code, from, to }) => ({
    action, objectType, objectId: id, administrationId, cycleId, at: new Date(at), personId, hat,
    facts: { code, ...(from === null ? {} : { from }), to },
  }))
} // prettier-ignore

const ofVersions = (db: Db) =>
  steps(db, 'FrameworkVersion', sql<Step>`
    select 'frameworkVersionPublish' as action, v.id, v.published_at as at, ${holderOf('METHODOLOGY_EDITOR')} as person_id,
      'METHODOLOGY_EDITOR' as hat, null as administration_id, null as cycle_id, v.code, 'APPROVED' as "from", 'PUBLISHED' as "to"
    from framework_version v where v.published_at is not null`) // prettier-ignore

const ofCycles = (db: Db) =>
  steps(db, 'Cycle', sql<Step>`
    select s.action, c.id, s.at, case when s.by_clock then null else ${holderOf('CYCLE_OFFICER')} end as person_id,
      case when s.by_clock then null else 'CYCLE_OFFICER' end as hat,
      null as administration_id, c.id as cycle_id, c.code, s."from", s."to"
    from cycle c cross join lateral (values
      ('cycleOpen', c.opened_at, false, 'PLANNED', 'OPEN'), ('cycleClose', c.closed_at, true, 'OPEN', 'CLOSED'),
      ('cycleReport', c.reported_at, false, 'CLOSED', 'REPORTED')) s (action, at, by_clock, "from", "to")
    where s.at is not null`) // prettier-ignore

const ofReleases = (db: Db) =>
  steps(db, 'Release', sql<Step>`
    select 'releasePublish' as action, r.id, r.published_at as at, r.published_by as person_id, 'CYCLE_OFFICER' as hat,
      null as administration_id, r.cycle_id, r.code, 'BUILT' as "from", 'PUBLISHED' as "to"
    from release r where r.published_at is not null`) // prettier-ignore

const ofAssessments = (db: Db, administrationIds: readonly string[]) =>
  steps(db, 'Assessment', sql<Step>`
    select s.action, a.id, s.at, s.person_id, s.hat, a.administration_id,
      case when s.hat = 'COORDINATOR' and s.action <> 'assessmentStart' then null else a.cycle_id end as cycle_id,
      c.code, s."from", s."to"
    from assessment a join cycle c on c.id = a.cycle_id
    left join lateral (select f.submitted_by, f.submitted_at from submission f where f.assessment_id = a.id order by f.number desc limit 1) f on true
    cross join lateral (values
      ('assessmentStart', a.started_at, a.started_by, 'COORDINATOR', null, 'DRAFT'),
      ('assessmentRequestApproval', a.approval_requested_at, a.approval_requested_by, 'COORDINATOR', 'DRAFT', 'INTERNAL_APPROVAL'),
      ('assessmentSubmit', f.submitted_at, f.submitted_by, 'APPROVER', 'INTERNAL_APPROVAL', 'SUBMITTED'),
      ('assessmentAccept', a.accepted_at, a.accepted_by, 'CYCLE_OFFICER', 'SUBMITTED', 'ACCEPTED')
    ) s (action, at, person_id, hat, "from", "to")
    where s.at is not null and a.administration_id in (${sql.join(administrationIds)})`) // prettier-ignore

const ofReviews = (db: Db) =>
  steps(db, 'Review', sql<Step>`
    select s.action, r.id, s.at, s.person_id, s.hat, r.administration_id, a.cycle_id, c.code, s."from", s."to"
    from review r join assessment a on a.id = r.assessment_id join cycle c on c.id = a.cycle_id
    left join review_member l on l.review_id = r.id and l.is_lead
    cross join lateral (values
      ('reviewRequest', r.requested_at, r.requested_by, 'COORDINATOR', null, 'REQUESTED'),
      ('reviewAccept', r.decided_at, r.decided_by, 'CYCLE_OFFICER', 'REQUESTED', 'ACCEPTED'),
      ('reviewStart', r.started_at, l.person_id, 'LEAD_REVIEWER', 'ACCEPTED', 'IN_PROGRESS'),
      ('reviewShare', r.shared_at, l.person_id, 'LEAD_REVIEWER', 'IN_PROGRESS', 'SHARED'),
      ('reviewRespond', r.responded_at, r.confirmed_by, 'APPROVER', 'SHARED', 'RESPONDED'),
      ('reviewConclude', r.concluded_at, r.countersigned_by, 'CYCLE_OFFICER', 'RESPONDED', 'CONCLUDED')
    ) s (action, at, person_id, hat, "from", "to")
    where s.at is not null`) // prettier-ignore

const holderOf = (role: string) =>
  sql`(select r.person_id from person_role r join person p on p.id = r.person_id where r.role = ${role} order by p.name limit 1)`
