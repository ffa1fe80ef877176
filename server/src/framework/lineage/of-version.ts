import type { Context } from '#access'
import { catalogueOf, snapshotOf } from '../catalogue'
import type { VersionHead, VersionSnapshot } from '../snapshot'
import { findLineage } from './find-lineage'
import type { LineageLink } from './lineage'
import { lineageOfVersions } from './lineage.rows'
import { keyOf } from './node-key'

/** The lineage of a version, with the ways by which it is asked. */
export interface VersionLineage {
  readonly head: VersionHead
  readonly links: readonly LineageLink[]
  readonly byNode: ReadonlyMap<string, readonly LineageLink[]>
}

// Of published versions it never changes; snapshots of others live as long as a request.
const known = new WeakMap<VersionSnapshot, VersionLineage>()

export { keyOf }

/** Lineage of every node of a version the viewer sees: as written down, in a draft as it now stands. */
export async function lineageOf(
  context: Context,
  versionId: string,
): Promise<VersionLineage | null> {
  const snapshot = await snapshotOf(context, versionId)
  if (!snapshot) return null
  const earlier = known.get(snapshot)
  if (earlier) return earlier
  const stored = (await context.load(lineageOfVersions, versionId)) ?? []
  const base = await baseOf(context, snapshot)
  // Every node of a version asks at once; the first to get here finds the lineage for all.
  return known.get(snapshot) ?? found(snapshot, stored, base)
}

function found(
  snapshot: VersionSnapshot,
  stored: readonly LineageLink[],
  base: VersionSnapshot | null,
): VersionLineage {
  const links = linksOf(snapshot, stored, base)
  const lineage = {
    head: snapshot.version,
    links,
    byNode: Map.groupBy(links, ({ kind, code }) => keyOf(kind, code)),
  }
  known.set(snapshot, lineage)
  return lineage
}

function linksOf(
  snapshot: VersionSnapshot,
  stored: readonly LineageLink[],
  base: VersionSnapshot | null,
): readonly LineageLink[] {
  const stated = stored.filter(({ isStated }) => isStated)
  const written = stored.filter(({ isStated }) => !isStated)
  // A version that was imported, or drafted before lineage was written down, is compared as it stands.
  if (snapshot.version.status === 'DRAFT' || written.length === 0) {
    return findLineage(base, snapshot, stated)
  }
  const statements = new Map(stated.map((link) => [statementKey(link), link.version]))
  return written.map((link) => ({
    ...link,
    isStated: statements.has(statementKey(link)),
    version: statements.get(statementKey(link)) ?? 0,
  }))
}

const statementKey = ({ kind, code, ancestorCode }: LineageLink) =>
  `${keyOf(kind, code)} ${ancestorCode ?? ''}`

/** The version a version developed from; drafts develop from published ones, which are in memory. */
export async function baseOf(
  context: Context,
  { version }: Pick<VersionSnapshot, 'version'>,
): Promise<VersionSnapshot | null> {
  if (!version.baseVersionId) return null
  return (
    catalogueOf(context).byId(version.baseVersionId) ??
    (await snapshotOf(context, version.baseVersionId))
  )
}
