import { createHash } from 'node:crypto'
import { hashPassword, tokenOfClient } from '#accounts'
import { insertRows, type Db, type Ids } from '#platform'
import type { DemoWorld } from './world'

/** Password of every invented person; written in the README, refused outside the demonstration. */
export const DEMONSTRATION_PASSWORD = 'demonstration-only'

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
  await writePartner(db, ids, world, firstStart)
  return people
}

async function writePartner(db: Db, ids: Ids, world: DemoWorld, firstStart: Date): Promise<void> {
  const id = ids.next()
  const secret = createHash('sha256').update('pmm demonstration partner').digest()
  const token = tokenOfClient(id, secret)
  const expiresAt = new Date(firstStart.getTime() + 365 * 24 * 60 * 60 * 1000)
  await db
    .insertInto('apiClient')
    .values({
      id,
      name: world.partner.name,
      scopes: [...world.partner.scopes],
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
