import { createHash } from 'node:crypto'
import { hashPassword, tokenOfClient } from '#accounts'
import { insertRows, type Db, type Ids } from '#platform'
import type { DemoWorld } from './world'

/** Password of every invented person; written in the README, refused outside the demonstration. */
export const DEMONSTRATION_PASSWORD = 'demonstration-only'

/** Officer who proposed the partners and answers for them. */
const PARTNERS_OFFICER = 'ines-calder'

const GRANTED = '2019-10-01T08:00:00.000Z'

/** People, their roles and the partner's program. Returns person ids by key. */
export async function writePeople(
  db: Db,
  ids: Ids,
  world: DemoWorld,
  administrations: ReadonlyMap<string, string>,
  firstStart: Date,
): Promise<ReadonlyMap<string, string>> {
  const people = new Map(world.people.map((person) => [person.key, ids.next()]))
  const idOf = (key: string) => people.get(key)!
  await insertRows(
    db,
    'person',
    world.people.map(({ key, name }) => ({ id: idOf(key), name, createdAt: GRANTED })),
  )
  await insertRows(
    db,
    'personAccount',
    world.people.map(({ key, email, locale, accreditation }) => ({
      personId: idOf(key),
      email,
      locale: locale.toUpperCase(),
      accreditation: accreditation?.status ?? null,
      accreditedAreas: [...(accreditation?.areas ?? [])],
      accreditedUntil: accreditation?.until ?? null,
      isDemonstration: true,
    })),
  )
  await insertRows(
    db,
    'personRole',
    world.people.flatMap(({ key, roles }) =>
      roles.map(({ role, administration }) => ({
        id: ids.next(),
        personId: idOf(key),
        role,
        administrationId: administration ? administrations.get(administration)! : null,
        grantedAt: GRANTED,
      })),
    ),
  )
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD)
  await insertRows(
    db,
    'credential',
    world.people.map(({ key }) => ({ personId: idOf(key), passwordHash, changedAt: GRANTED })),
  )
  await writePartner(db, ids, world, firstStart, idOf(PARTNERS_OFFICER))
  return people
}

async function writePartner(
  db: Db,
  ids: Ids,
  world: DemoWorld,
  firstStart: Date,
  ownerId: string,
): Promise<void> {
  const id = ids.next()
  const secret = createHash('sha256').update('pmm demonstration partner').digest()
  const token = tokenOfClient(id, secret)
  const expiresAt = daysFrom(firstStart, 365)
  await db
    .insertInto('apiClient')
    .values({
      id,
      ...world.partner,
      scopes: [...world.partner.scopes],
      ownerId,
      termsAcceptedOn: dayOf(firstStart),
      isDemonstration: true,
      createdAt: firstStart,
      expiresAt,
    })
    .execute()
  await db
    .insertInto('apiClientToken')
    .values({
      tokenHash: createHash('sha256').update(token).digest(),
      apiClientId: id,
      createdAt: firstStart,
      expiresAt,
    })
    .execute()
}

/** A partner whose access was taken back; it comes last, so that the ids of everything else stay as they were. */
export async function writeFormerPartner(
  db: Db,
  ids: Ids,
  world: DemoWorld,
  people: ReadonlyMap<string, string>,
  firstStart: Date,
): Promise<void> {
  const id = ids.next()
  const grantedAt = daysFrom(firstStart, -200)
  const revokedAt = daysFrom(firstStart, -40)
  await db
    .insertInto('apiClient')
    .values({
      id,
      ...world.formerPartner,
      scopes: [...world.formerPartner.scopes],
      status: 'REVOKED',
      ownerId: people.get(PARTNERS_OFFICER)!,
      termsAcceptedOn: dayOf(grantedAt),
      createdAt: grantedAt,
      decidedAt: grantedAt,
      revokedAt,
      expiresAt: daysFrom(grantedAt, 365),
    })
    .execute()
  await db
    .insertInto('apiClientToken')
    .values({
      // Of no token: nobody ever held it.
      tokenHash: createHash('sha256').update('pmm former partner').digest(),
      apiClientId: id,
      endsWith: 'Qx7f',
      createdAt: grantedAt,
      expiresAt: revokedAt,
      revokedAt,
      lastUsedAt: daysFrom(firstStart, -43),
    })
    .execute()
}

const daysFrom = (moment: Date, days: number): Date =>
  new Date(moment.getTime() + days * 24 * 60 * 60 * 1000)

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)
