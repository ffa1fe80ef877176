import { sql } from 'kysely'
import type { Services } from '#access'
import { asStranger, catalogueOf, loadCatalogue } from './catalogue'

const KEY = 'framework.publications'
const NOBODY_WAITS_AT_MOST = 5_000

interface Following {
  /** When the database was last asked for somebody who has no identity statement. */
  askedAt: number
  asking: Promise<void> | null
  loading: Promise<unknown> | null
}

/**
 * Takes in what another process has published or retired, before a request is answered. Whoever is
 * signed in brings the number of the day from the identity statement and is answered by it; for
 * nobody in particular it is asked for every five seconds.
 */
export async function followPublications(
  services: Services,
  publicationNumber: number | undefined,
): Promise<void> {
  const following = followingOf(services)
  if (publicationNumber !== undefined) {
    await takeIn(services, following, publicationNumber)
    return
  }
  const now = services.clock.now().getTime()
  if (now - following.askedAt >= NOBODY_WAITS_AT_MOST) {
    following.askedAt = now
    following.asking = numberNow(services)
      .then((number) => takeIn(services, following, number))
      // While the database is away, the framework is served as it was last known.
      .catch(() => {})
      .finally(() => (following.asking = null))
  }
  await following.asking
}

async function takeIn(services: Services, following: Following, number: number): Promise<void> {
  const catalogue = catalogueOf({ services })
  // What is being read already may be from before the change; a second reading is not.
  if (catalogue.publicationNumber < number) await following.loading
  if (catalogue.publicationNumber < number) {
    following.loading ??= loadCatalogue(services).finally(() => (following.loading = null))
    await following.loading
  }
}

async function numberNow(services: Services): Promise<number> {
  const { rows } = await services.database.read(asStranger(services), (db) =>
    sql<{ number: number }>`select publication_number() as number`.execute(db),
  )
  return rows[0]!.number
}

function followingOf({ memory, clock }: Services): Following {
  const known = memory.get(KEY) as Following | undefined
  if (known) return known
  const following = { askedAt: clock.now().getTime(), asking: null, loading: null }
  memory.set(KEY, following)
  return following
}
