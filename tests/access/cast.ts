import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { anonymous, identityOf } from '../../server/src/access'
import { loadViewer } from '../../server/src/accounts'
import type { Db, TransactionIdentity } from '../../server/src/platform'
import { SESSION_COOKIE } from '../../server/src/server'
import type { World } from '../setup/world.ts'
import { demonstrationToken, embargoToken, kpiSetToken } from './arrangement.ts'

/** One letter a hat, as in the design; `-` is nobody. */
export type Letter = '-' | 'P' | 'C' | 'N' | 'A' | 'V' | 'R' | 'L' | 'E' | 'O' | 'D' | 'B'

const ROLE: Readonly<Record<Exclude<Letter, '-' | 'P'>, string>> = {
  C: 'CONTRIBUTOR',
  N: 'COORDINATOR',
  A: 'APPROVER',
  V: 'VIEWER',
  R: 'REVIEWER',
  L: 'LEAD_REVIEWER',
  E: 'METHODOLOGY_EDITOR',
  O: 'CYCLE_OFFICER',
  D: 'ADMINISTRATOR',
  B: 'PMMPT_OBSERVER',
}

/** A review as it concerns one of its reviewers. */
export interface CastReview {
  readonly reviewId: string
  readonly assessmentId: string
  readonly submissionId: string | null
  readonly status: string
  readonly declaration: string | null
  readonly isLead: boolean
  readonly concludedAt: string | null
}

/** Somebody who asks, with the facts the expectations need; read by statements of our own. */
export interface Actor {
  readonly name: string
  readonly hat: Letter
  readonly personId: string | null
  readonly administrationId: string | null
  readonly administration: string | null
  readonly reviews: readonly CastReview[]
  /** `assessment:kpi` and `assessment:element` a contributor was given. */
  readonly assigned: ReadonlySet<string>
  /** `assessment:element` of those a contributor is responsible for. */
  readonly entrusted: ReadonlySet<string>
  /** `submission:kpi` and `submission:element` of earlier cycles that a contributor has in the running one. */
  readonly earlier: ReadonlySet<string>
  readonly hasEmbargoScope: boolean
  /** KPI sets that narrow a token; none means all. */
  readonly kpiSets: readonly string[]
  readonly headers: Readonly<Record<string, string>>
}

export interface Part {
  readonly name: string
  readonly hat: Letter
  readonly person?: string
  readonly administration?: string
  readonly isSuspended?: true
}

const team = (administration: string): readonly Part[] =>
  (['C', 'N', 'A', 'V'] as const).map((hat) => ({
    name: `${ROLE[hat].toLowerCase()} of ${administration}`,
    hat,
    administration,
  }))

/** Everybody the matrix asks as. */
export const PARTS: readonly Part[] = [
  { name: 'anonymous', hat: '-' },
  { name: 'partner', hat: 'P' },
  { name: 'partner with the embargo scope', hat: 'P' },
  ...team('XAL'),
  ...team('XOR'),
  { name: 'coordinator of XPE', hat: 'N', administration: 'XPE' },
  { name: 'approver of XNO', hat: 'A', administration: 'XNO' },
  { name: 'coordinator of XYL', hat: 'N', administration: 'XYL' },
  { name: 'viewer of XSO', hat: 'V', administration: 'XSO' },
  { name: 'reviewer assigned', hat: 'R', person: 'Awa Diorko' },
  { name: 'reviewer of two reviews', hat: 'R', person: 'Ilse Marten' },
  { name: 'lead reviewer assigned', hat: 'L', person: 'Tomas Verrel' },
  { name: 'reviewer unassigned', hat: 'R', person: 'Selma Orrin' },
  { name: 'reviewer before declaring', hat: 'R', person: 'Lucia Ferran' },
  { name: 'reviewer in conflict', hat: 'R', person: 'Kito Lwandle' },
  { name: 'editor', hat: 'E', person: 'Maren Oduvel' },
  { name: 'officer', hat: 'O', person: 'Ines Calder' },
  { name: 'administrator', hat: 'D', person: 'Teodor Wynn' },
  { name: 'PMMPT observer', hat: 'B', person: 'Ottilie Brandt' },
  { name: 'suspended coordinator', hat: 'N', administration: 'XVA', isSuspended: true },
]

/** Asks for some KPIs only; plays where somebody arranged for it. */
export const KPI_SET_PARTNER: Part = { name: 'partner of a KPI set', hat: 'P' }
/** Reads what a returned item says and answers none. */
export const VIEWER_OF_RETURNED: Part = { name: 'viewer of XPE', hat: 'V', administration: 'XPE' }

/** Signs everybody in and reads who they are; the suspended person is suspended afterwards. */
export async function castOf(
  world: World,
  parts: readonly Part[] = PARTS,
): Promise<readonly Actor[]> {
  return world.asOwner(async ({ db }) => {
    const actors: Actor[] = []
    for (const part of parts) actors.push(await actorOf(db, part, world.clock.now()))
    return actors
  })
}

async function actorOf(db: Db, part: Part, now: Date): Promise<Actor> {
  if (part.hat === '-') return nobody(part.name)
  if (part.hat === 'P') return partner(db, part.name)
  const where = part.person
    ? sql`p.name = ${part.person}`
    : sql`a.code = ${part.administration ?? null}`
  const { rows } = await sql<{
    roleId: string
    personId: string
    administrationId: string | null
    code: string | null
  }>`select r.id as role_id, p.id as person_id, r.administration_id, a.code
      from person_role r join person p on p.id = r.person_id
      left join administration a on a.id = r.administration_id
      where r.role = ${ROLE[part.hat]} and r.ended_at is null and ${where} order by p.name, r.id limit 1`.execute(
    db,
  )
  const [held] = rows
  if (!held) throw new Error(`Nobody plays the ${part.name}.`)
  const token = randomBytes(32).toString('base64url')
  await sql`select session_open(${randomUUID()}::uuid, ${createHash('sha256').update(token).digest()},
    ${held.personId}::uuid, ${held.roleId}::uuid, ${now.toISOString()}::timestamptz, 100000, '2100-01-01')`.execute(
    db,
  )
  if (part.isSuspended) {
    await sql`update person_account set status = 'SUSPENDED' where person_id = ${held.personId}::uuid`.execute(
      db,
    )
  }
  const headers = { cookie: `${SESSION_COOKIE}=${token}` }
  if (part.isSuspended) return { ...nobody(part.name), headers }
  return {
    name: part.name,
    hat: part.hat,
    personId: held.personId,
    administrationId: held.administrationId,
    administration: held.code,
    reviews: await reviewsOf(db, held.personId, held.administrationId, part.hat),
    assigned: part.hat === 'C' ? await assignedTo(db, held.personId) : new Set(),
    entrusted: part.hat === 'C' ? await entrustedTo(db, held.personId) : new Set(),
    earlier: part.hat === 'C' ? await earlierOf(db, held.personId) : new Set(),
    hasEmbargoScope: false,
    kpiSets: [],
    headers,
  }
}

const nobody = (name: string): Actor => ({
  name,
  hat: '-',
  personId: null,
  administrationId: null,
  administration: null,
  reviews: [],
  assigned: new Set(),
  entrusted: new Set(),
  earlier: new Set(),
  hasEmbargoScope: false,
  kpiSets: [],
  headers: {},
})

async function partner(db: Db, name: string): Promise<Actor> {
  const hasKpiSet = name === KPI_SET_PARTNER.name
  const hasEmbargoScope = hasKpiSet || name.includes('embargo')
  const { rows } = await sql<{
    id: string
  }>`select id from api_client where is_demonstration limit 1`.execute(db)
  const usual = hasEmbargoScope ? embargoToken() : demonstrationToken(rows[0]!.id)
  const token = hasKpiSet ? kpiSetToken() : usual
  return {
    ...nobody(name),
    hat: 'P',
    hasEmbargoScope,
    kpiSets: hasKpiSet ? ['TF'] : [],
    headers: { authorization: `Bearer ${token}` },
  }
}

async function reviewsOf(
  db: Db,
  personId: string,
  home: string | null,
  hat: Letter,
): Promise<readonly CastReview[]> {
  if (hat !== 'R' && hat !== 'L') return []
  const { rows } =
    await sql<CastReview>`select r.id as review_id, r.assessment_id, r.submission_id, r.status,
      m.declaration, m.is_lead, r.concluded_at
    from review_member m join review r on r.id = m.review_id
    where m.person_id = ${personId}::uuid and m.ended_at is null
      and r.administration_id is distinct from ${home}::uuid`.execute(db)
  return rows
}

async function assignedTo(db: Db, personId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select assessment_id || ':' || kpi_code as key from assignment where person_id = ${personId}::uuid and kpi_code is not null
    union select a.assessment_id || ':' || e.element_code from assignment a
      join assignment_element e on e.assignment_id = a.id where a.person_id = ${personId}::uuid`.execute(
    db,
  )
  return new Set(rows.map(({ key }) => key))
}

async function entrustedTo(db: Db, personId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select a.assessment_id || ':' || e.element_code as key from assignment a
      join assignment_element e on e.assignment_id = a.id where a.person_id = ${personId}::uuid and e.is_responsible`.execute(
    db,
  )
  return new Set(rows.map(({ key }) => key))
}

/** All cycles of this world go by one version, in which nothing is called otherwise. */
async function earlierOf(db: Db, personId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ submissionId: string; kpi: string | null; element: string }>`
    select u.id as submission_id, a.kpi_code as kpi, e.element_code as element
    from assignment a join assignment_element e on e.assignment_id = a.id
      join assessment n on n.id = a.assessment_id and n.status not in ('ACCEPTED', 'WITHDRAWN')
      join cycle c on c.id = n.cycle_id and c.status <> 'REPORTED'
      join assessment p on p.administration_id = n.administration_id and p.status in ('SUBMITTED', 'RETURNED', 'ACCEPTED')
      join cycle b on b.id = p.cycle_id and b.reporting_year < c.reporting_year
      join submission u on u.assessment_id = p.id and u.number = p.submission_count
    where a.person_id = ${personId}::uuid`.execute(db)
  return new Set(
    rows.flatMap(({ submissionId, kpi, element }) => [
      `${submissionId}:${element}`,
      ...(kpi === null ? [] : [`${submissionId}:${kpi}`]),
    ]),
  )
}

/** What the database is told of an actor at the start of a request. */
export async function identityOfActor(world: World, actor: Actor): Promise<TransactionIdentity> {
  const now = world.clock.now()
  const viewer = await loadViewer(world.database, {
    sessionToken: actor.headers['cookie']?.slice(SESSION_COOKIE.length + 1) ?? null,
    authorization: actor.headers['authorization'] ?? null,
    now,
  })
  return identityOf(viewer ?? anonymous(now))
}

/** The first of each hat, where people with the same hat are alike. */
export const oneOfEachHat = (cast: readonly Actor[]): readonly Actor[] => [
  ...new Map(
    cast.toReversed().map((actor) => [`${actor.hat} ${actor.hasEmbargoScope}`, actor]),
  ).values(),
]
