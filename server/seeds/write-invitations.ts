import { insertRows, type Db, type Ids } from '#platform'
import type { Locale, RoleCode } from './world'

interface Invited {
  readonly administration: string
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly roles: readonly RoleCode[]
}

/** Colleagues who have not answered yet. Their links were never given out: to see one, send it again. */
const INVITED: readonly Invited[] = [
  { administration: 'XAL', name: 'Edda Quill', email: 'edda.quill@demo.invalid', locale: 'en', roles: ['CONTRIBUTOR'] },
  { administration: 'XHE', name: 'Joran Vale', email: 'joran.vale@demo.invalid', locale: 'en', roles: ['VIEWER'] },
  { administration: 'XVA', name: 'Solène Arnoux', email: 'solene.arnoux@demo.invalid', locale: 'fr', roles: ['CONTRIBUTOR', 'APPROVER'] },
] // prettier-ignore

const VALID_HOURS = 24

/** Invitations that wait, one hour old at the first start. */
export async function writeInvitations(
  db: Db,
  ids: Ids,
  administrations: ReadonlyMap<string, string>,
  firstStart: Date,
): Promise<void> {
  const createdAt = new Date(firstStart.getTime() - 60 * 60 * 1000)
  const expiresAt = new Date(createdAt.getTime() + VALID_HOURS * 60 * 60 * 1000)
  const coordinators = await db
    .selectFrom('personRole')
    .select(['id', 'personId', 'administrationId'])
    .where('role', '=', 'COORDINATOR')
    .execute()
  await insertRows(
    db,
    'invitation',
    INVITED.flatMap(({ administration, name, email, locale, roles }) => {
      const administrationId = administrations.get(administration)!
      return coordinators
        .filter((each) => each.administrationId === administrationId)
        .slice(0, 1)
        .map((inviter) => ({
          id: ids.next(),
          administrationId,
          email,
          name,
          locale: locale.toUpperCase(),
          roles: [...roles],
          invitedBy: inviter.personId,
          inviterRoleId: inviter.id,
          createdAt,
          sentAt: createdAt,
          expiresAt,
        }))
    }),
  )
}
