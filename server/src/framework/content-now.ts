import type { Context } from '#access'
import { snapshotOf } from './catalogue'
import { contentHashOf } from './content-hash'
import { lineageOfVersions } from './lineage/lineage.rows'
import { guidanceOfVersions } from './snapshot.rows'

/** Hash over what a version holds now; null where the viewer sees no such version. */
export async function contentHashNow(context: Context, versionId: string): Promise<string | null> {
  const snapshot = await snapshotOf(context, versionId)
  if (!snapshot) return null
  const guidance = await context.load(guidanceOfVersions, versionId)
  const stored = (await context.load(lineageOfVersions, versionId)) ?? []
  const stated = stored.filter(({ isStated }) => isStated)
  return contentHashOf({ ...snapshot, guidance: guidance ?? new Map(), stated })
}
