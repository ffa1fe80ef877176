import { buildRelease } from '#analysis'
import { insertRows } from '#platform'
import type { Written } from './written'

const CYCLE = 'C2022'

/** The published release of the reported cycle, built by the product's own rules. */
export async function writeRelease({ db, ids, world, people, cycles }: Written): Promise<void> {
  const cycle = world.cycles.find(({ code }) => code === CYCLE)!
  const [builder, publisher] = world.people
    .filter(({ roles }) => roles.some(({ role }) => role === 'CYCLE_OFFICER'))
    .map(({ key }) => people.get(key)!)
  const releaseId = ids.next()
  const publishedAt = cycle.reportedAt!
  await insertRows(db, 'release', [
    {
      id: releaseId,
      code: `${CYCLE}-R1`,
      cycleId: cycles.get(CYCLE),
      name: {
        en: 'Results of cycle 1, data for 2022 (demonstration)',
        fr: 'Résultats du cycle 1, données de 2022 (démonstration)',
      },
      status: 'BUILDING',
      builtBy: builder,
      requestedAt: publishedAt,
      isDemonstration: true,
    },
  ])
  await buildRelease({ db }, ids, releaseId, new Date(publishedAt))
  await db
    .updateTable('release')
    .set({ status: 'PUBLISHED', publishedAt, publishedBy: publisher! })
    .where('id', '=', releaseId)
    .execute()
}
