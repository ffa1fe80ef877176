import { sql } from 'kysely'
import { anonymous, appendAudit } from '#access'
import type { Clock, Database, Db, Ids, TransactionIdentity } from '#platform'
import type { Role } from './hat'
import { newSecret } from './secret-token'

export interface AdministratorRequest {
  readonly mail: string
  /** Name of the person, for a new account; the mail address without one. */
  readonly name?: string | undefined
  readonly role?: Role | undefined
  /** Code of the administration, for roles that belong to one. */
  readonly administration?: string | undefined
}

export type AdministratorResult =
  | { readonly token: string; readonly role: Role; readonly isNew: boolean }
  | { readonly problem: string }

const LINK_HOURS = 24
const HOUR = 60 * 60 * 1000
const OF_THE_SECRETARIAT: ReadonlySet<string> = new Set<Role>([
  'METHODOLOGY_EDITOR',
  'CYCLE_OFFICER',
  'ADMINISTRATOR',
  'PMMPT_OBSERVER',
])
const OF_A_MEMBER: ReadonlySet<string> = new Set<Role>([
  'CONTRIBUTOR',
  'COORDINATOR',
  'APPROVER',
  'VIEWER',
  'REVIEWER',
  'LEAD_REVIEWER',
])

const ownerIdentity: TransactionIdentity = { role: 'pmm_owner', settings: {} }

/**
 * Gives a person an account and a role where they are missing, and a single-use link by which to set
 * the password. For whoever holds the machine: no session can call it.
 */
export async function createAdministrator(
  database: Database,
  ids: Ids,
  clock: Clock,
  request: AdministratorRequest,
): Promise<AdministratorResult> {
  const wrong = problemOf(request)
  if (wrong) return { problem: wrong }
  return database.write(ownerIdentity, ({ db }) => create(db, ids, clock.now(), request))
}

function problemOf({
  mail,
  role = 'ADMINISTRATOR',
  administration,
}: AdministratorRequest): string | null {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail)) return `"${mail}" is not a mail address.`
  if (OF_A_MEMBER.has(role)) {
    return administration
      ? null
      : `The role ${role} belongs to an administration: add --administration CODE.`
  }
  if (!OF_THE_SECRETARIAT.has(role)) {
    return `There is no role ${role}. Known are ${[...OF_THE_SECRETARIAT, ...OF_A_MEMBER].join(', ')}.`
  }
  return administration ? `The role ${role} belongs to no administration.` : null
}

async function create(
  db: Db,
  ids: Ids,
  now: Date,
  { mail, name, role = 'ADMINISTRATOR', administration }: AdministratorRequest,
): Promise<AdministratorResult> {
  const administrationId = administration ? await administrationOf(db, administration) : null
  if (administrationId === undefined)
    return { problem: `There is no administration ${administration}.` }
  const account = await accountOf(db, mail)
  if (account?.status === 'SUSPENDED') return { problem: `The account of ${mail} is suspended.` }

  const personId = account?.personId ?? (await addPerson(db, ids.next(), mail, name, now))
  await sql`insert into person_role (id, person_id, role, administration_id, granted_at)
    values (${ids.next()}::uuid, ${personId}::uuid, ${role}, ${administrationId}::uuid, ${now.toISOString()}::timestamptz)
    on conflict (person_id, role, administration_id) where ended_at is null do nothing`.execute(db)

  const { token, hash } = newSecret()
  // One link at a time: a lost one must not stay good.
  await sql`update sign_in_link set expires_at = ${now.toISOString()}::timestamptz
    where person_id = ${personId}::uuid and used_at is null`.execute(db)
  await db
    .insertInto('signInLink')
    .values({
      tokenHash: hash,
      personId,
      purpose: 'SET_PASSWORD',
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_HOURS * HOUR),
    })
    .execute()
  await appendAudit(db, anonymous(now), 'command line', now, [
    {
      action: 'personLinkByCommandLine',
      objectType: 'Person',
      objectId: personId,
      administrationId,
      facts: { role },
    },
  ])
  return { token, role, isNew: !account }
}

async function administrationOf(db: Db, code: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('administration')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.id
}

const accountOf = (db: Db, mail: string) =>
  db
    .selectFrom('personAccount')
    .select(['personId', 'status'])
    .where(sql`lower(email)`, '=', mail.toLowerCase())
    .executeTakeFirst()

async function addPerson(
  db: Db,
  id: string,
  mail: string,
  name: string | undefined,
  now: Date,
): Promise<string> {
  await db
    .insertInto('person')
    .values({ id, name: name?.trim() || mail, createdAt: now })
    .execute()
  await db.insertInto('personAccount').values({ personId: id, email: mail }).execute()
  return id
}
