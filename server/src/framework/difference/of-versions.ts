import type { Context } from '#access'
import type { LocaleCode, LocalizedText } from '../definition'
import { snapshotByCode } from '../framework-version.query'
import { lineageOf } from '../lineage'
import type { VersionSnapshot } from '../snapshot'
import { guidanceOfVersions } from '../snapshot.rows'
import { differenceOf, type VersionDifference } from './difference'
import { markdownOf } from './markdown'

/** Two versions and what differs between them. */
export interface ComparedVersions {
  readonly from: VersionSnapshot
  readonly to: VersionSnapshot
  readonly difference: VersionDifference
}

/** Two versions compared as far as the viewer reads them; null where the viewer does not see both. */
export async function comparedVersions(
  context: Context,
  codes: { readonly from: string; readonly to: string },
): Promise<ComparedVersions | null> {
  const from = await snapshotByCode(context, codes.from)
  const to = await snapshotByCode(context, codes.to)
  if (!from || !to) return null
  const lineage = to.version.baseVersionId === from.version.id ? await lineageOf(context, to.version.id) : null // prettier-ignore
  const difference = differenceOf(
    { snapshot: from, guidance: await guidanceOf(context, from) },
    { snapshot: to, guidance: await guidanceOf(context, to) },
    lineage?.links,
  )
  return { from, to, difference }
}

// Guidance for reviewers is compared where its row policy lets the viewer read it.
const guidanceOf = async (context: Context, { version }: VersionSnapshot) =>
  (await context.load(guidanceOfVersions, version.id)) ?? new Map<string, LocalizedText>()

/** The same as a Markdown document. */
export const differenceDocument = (
  { from, to, difference }: ComparedVersions,
  locale: LocaleCode,
): string => markdownOf(from.version, to.version, difference, locale)
