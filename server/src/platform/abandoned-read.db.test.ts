import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useWorld } from '../../../tests/setup/world'

const world = useWorld()
const identity = { role: 'pmm_app', settings: { hat: 'O' } } as const
const hatOf = sql<{ hat: string }>`select pmm_hat() as hat`

test('a statement of a closed transaction reaches no later one', async () => {
  const abandoned = await world().database.openRead(identity)
  const slow = Array.from({ length: 5 }, () => hatOf.execute(abandoned.db))
  const settled = Promise.allSettled(slow)
  await abandoned.close()

  await expect(hatOf.execute(abandoned.db)).rejects.toThrow('over')
  const next = await world().database.read({ role: 'pmm_app', settings: { hat: 'V' } }, (db) =>
    hatOf.execute(db),
  )

  expect(next.rows).toEqual([{ hat: 'V' }])
  const hats = (await settled).map((each) =>
    each.status === 'fulfilled' ? each.value.rows[0]?.hat : 'refused',
  )
  expect(hats).toEqual(['O', 'O', 'O', 'O', 'O'])
})

test('closing after a failed statement still gives the connection back', async () => {
  const failed = await world().database.openRead(identity)
  await expect(sql`select 1 / 0`.execute(failed.db)).rejects.toThrow()
  await failed.close()

  const next = await world().database.read(identity, (db) => hatOf.execute(db))
  expect(next.rows).toEqual([{ hat: 'O' }])
})
