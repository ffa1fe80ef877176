import type { CommandScope } from '#access'
import { notFound, uuidOf } from '#platform'
import { invitationById, type InvitationRow } from './invitation.rows'
import { lockAdministration } from './person.lock'

/** The invitation a command is about, or nothing where the viewer may not see one with this id. */
export async function lockInvitation(
  { db, now }: Pick<CommandScope, 'db' | 'now'>,
  globalId: string,
): Promise<InvitationRow> {
  const id = uuidOf('IV', globalId)
  const seen = id && (await invitationById(db, id, now))
  if (!seen) throw notFound(['input', 'invitationId'])
  await lockAdministration(db, seen.administrationId)
  return (await invitationById(db, seen.id, now)) ?? seen
}
