import { sql } from 'kysely'
import type { Db } from '../../server/src/platform'
import { addBatches } from './arrangement/batches.ts'
import {
  acceptReview,
  addComments,
  addElementAssignment,
  addReopenRequests,
  addNotes,
  addReleases,
  correctReturned,
} from './arrangement/assessments.ts'
import { addLogs } from './arrangement/logs.ts'
import { addEmbargoPartner } from './arrangement/partners.ts'
import {
  addClients,
  addInvitations,
  addMessages,
  addNotifications,
  addSignIns,
  addSupport,
} from './arrangement/people.ts'
import { addVersions } from './arrangement/versions.ts'
import { addImports, addProposals, addTerm } from './arrangement/workshop.ts'

export { CANARY } from './arrangement/canary.ts'
export {
  addKpiSetPartner,
  demonstrationToken,
  embargoToken,
  kpiSetToken,
} from './arrangement/partners.ts'
export { invitationToken } from './arrangement/people.ts'
export { BATCHES } from './arrangement/batches.ts'

/**
 * Adds the states the demonstration world leaves out: a withdrawn assessment, an accepted review
 * whose team has not declared yet, versions and releases in every state, notes with a canary.
 */
export async function arrangeRareStates(db: Db, at: Date): Promise<void> {
  const now = at.toISOString()
  await acceptReview(db, now)
  await sql`update assessment set status = 'WITHDRAWN', withdrawn_at = ${now}::timestamptz, version = version + 1
    where cycle_id = (select id from cycle where code = 'C2024')
      and administration_id = (select id from administration where code = 'XTE')`.execute(db)
  await addVersions(db, now)
  await addImports(db, now)
  await addTerm(db, now)
  await addProposals(db, now)
  await addReleases(db, now)
  await addElementAssignment(db, now)
  await addNotes(db, now)
  await correctReturned(db)
  await addReopenRequests(db, now)
  await addComments(db, now)
  await addEmbargoPartner(db, now)
  await addLogs(db, now)
  await addBatches(db, now)
  await addInvitations(db, now)
  await addClients(db, now)
  await addSignIns(db, now)
  await addSupport(db, now)
  await addNotifications(db, now)
  await addMessages(db, now)
}
