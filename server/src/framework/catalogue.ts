import { anonymous, identityOf, type Context, type Services } from '#access'
import type { KpiNode, VersionHead, VersionSnapshot } from './snapshot'
import { loadSnapshot, snapshotsById } from './snapshot.rows'

const KEY = 'framework.catalogue'

/** The published and retired versions, held in memory for all requests. */
export class Catalogue {
  #byId = new Map<string, VersionSnapshot>()
  #byCode = new Map<string, VersionSnapshot>()
  #kpiById = new Map<string, KpiNode>()
  #versions: readonly VersionSnapshot[] = []

  /** All versions, the newest first. */
  get versions(): readonly VersionSnapshot[] {
    return this.#versions
  }

  byId(id: string): VersionSnapshot | null {
    return this.#byId.get(id) ?? null
  }

  byCode(code: string): VersionSnapshot | null {
    return this.#byCode.get(code) ?? null
  }

  kpiById(id: string): KpiNode | null {
    return this.#kpiById.get(id) ?? null
  }

  /** The database's `publication_number()` of what is held here; lower means that something is missing. */
  get publicationNumber(): number {
    return this.#versions.reduce((sum, { version }) => sum + weightOf(version), 0)
  }

  /** Takes a version in, in place of an older state of the same version. */
  keep(snapshot: VersionSnapshot): void {
    if (!isPublic(snapshot)) throw new Error('Only published versions are shared in memory.')
    const known = this.#byId.get(snapshot.version.id)
    if (known && weightOf(known.version) > weightOf(snapshot.version)) return
    this.#byId.set(snapshot.version.id, snapshot)
    this.#byCode.set(snapshot.version.code, snapshot)
    for (const kpi of snapshot.kpis) this.#kpiById.set(kpi.id, kpi)
    this.#versions = [...this.#byId.values()].sort(newestFirst)
  }
}

/** The catalogue in memory; published content is answered from it without a statement. */
export function catalogueOf({ services }: { readonly services: Services }): Catalogue {
  const known = services.memory.get(KEY)
  if (known instanceof Catalogue) return known
  const catalogue = new Catalogue()
  services.memory.set(KEY, catalogue)
  return catalogue
}

/** Reads into memory what has been published or retired since; at start that is everything. */
export async function loadCatalogue(services: Services): Promise<Catalogue> {
  const catalogue = catalogueOf({ services })
  // As a stranger reads: nothing unpublished can get into memory.
  const snapshots = await services.database.read(asStranger(services), async (db) => {
    const rows = await db
      .selectFrom('frameworkVersion')
      .select(['id', 'status'])
      .where('status', 'in', ['PUBLISHED', 'RETIRED'])
      .execute()
    const changed = rows.filter(({ id, status }) => catalogue.byId(id)?.version.status !== status)
    return snapshotsById(
      db,
      changed.map(({ id }) => id),
    )
  })
  for (const snapshot of snapshots.values()) catalogue.keep(snapshot)
  return catalogue
}

/** Reads one version anew after it was published or retired. */
export async function refreshCatalogue(services: Services, versionId: string): Promise<void> {
  const snapshot = await services.database.read(asStranger(services), (db) =>
    loadSnapshot(db, versionId),
  )
  if (snapshot) catalogueOf({ services }).keep(snapshot)
}

/**
 * A version by id, or null when the viewer may not see it: from memory where it is published, from
 * the database where it is a draft or another process has published it since.
 */
export async function snapshotOf(
  context: Context,
  versionId: string,
): Promise<VersionSnapshot | null> {
  const catalogue = catalogueOf(context)
  const known = catalogue.byId(versionId)
  if (known) return known
  const snapshot = await context.load(snapshotsById, versionId)
  if (snapshot && isPublic(snapshot)) catalogue.keep(snapshot)
  return snapshot
}

const isPublic = ({ version }: VersionSnapshot) =>
  version.status === 'PUBLISHED' || version.status === 'RETIRED'

// A version is published once and retired once; nothing is ever taken back.
const weightOf = ({ status }: VersionHead) => (status === 'RETIRED' ? 2 : 1)

export const asStranger = (services: Services) => identityOf(anonymous(services.clock.now()))

export const newestFirst = (
  { version: a }: Pick<VersionSnapshot, 'version'>,
  { version: b }: Pick<VersionSnapshot, 'version'>,
): number =>
  b.number - a.number ||
  new Date(b.createdAt).getTime() - new Date(a.createdAt).getTime() ||
  a.code.localeCompare(b.code)
