import { anonymous, appendAudit } from '#access'
import { notify } from '#notification'
import type { DueHandler } from '#platform'
import { tellClosed } from './tell-closed'

/** Closes cycles whose end has come, as an officer would. */
export const closeDueCycles: DueHandler = async ({ db, now }) => {
  const closed = await db
    .updateTable('cycle')
    .set((eb) => ({ status: 'CLOSED', closedAt: now, version: eb('version', '+', 1) }))
    .where('status', '=', 'OPEN')
    .where('closesAt', '<=', now.toISOString())
    .returning(['id', 'code'])
    .execute()
  for (const { id } of closed) {
    await notify({ db, now }, { kind: 'CYCLE_CLOSED', roles: ['CYCLE_OFFICER'], cycleId: id })
    await tellClosed({ db, now }, id)
  }
  await appendAudit(
    db,
    anonymous(now),
    'clock',
    now,
    closed.map(({ id, code }) => ({
      action: 'cycleClose',
      objectType: 'Cycle',
      objectId: id,
      administrationId: null,
      cycleId: id,
      facts: { code, by: 'clock', from: 'OPEN', to: 'CLOSED' },
    })),
  )
}
