import type { Context } from '#access'
import type { LocaleCode, LocalizedText } from '../definition'
import { snapshotByCode } from '../framework-version.query'
import { baseOf, isBreak, lineageOf, type LineageLink, type LineageRow } from '../lineage'
import type { VersionSnapshot } from '../snapshot'
import { guidanceOfVersions } from '../snapshot.rows'
import { differenceOf, type NodeDifference, type VersionDifference } from './difference'
import { markdownOf } from './markdown'

/** Two versions and what differs between them. */
export interface ComparedVersions {
  readonly from: VersionSnapshot
  readonly to: VersionSnapshot
  readonly difference: VersionDifference
  /** The versions after the earlier one, up to the later one; the later one alone where it did not develop from the earlier. */
  readonly steps: readonly VersionSnapshot[]
}

/** Two versions compared as far as the viewer reads them; null where the viewer does not see both. */
export async function comparedVersions(
  context: Context,
  codes: { readonly from: string; readonly to: string },
): Promise<ComparedVersions | null> {
  const from = await snapshotByCode(context, codes.from)
  const to = await snapshotByCode(context, codes.to)
  if (!from || !to) return null
  const steps = await stepsBetween(context, from, to)
  const links = await Promise.all((steps ?? []).map((step) => linksOf(context, step)))
  const difference = differenceOf(
    { snapshot: from, guidance: await guidanceOf(context, from) },
    { snapshot: to, guidance: await guidanceOf(context, to) },
    links.length === 1 ? links[0] : [],
  )
  return {
    from,
    to,
    steps: steps ?? [to],
    difference: {
      ...difference,
      nodes: difference.nodes.map((node) => ({ ...node, reasons: reasonsFor(node, links) })),
    },
  }
}

async function stepsBetween(
  context: Context,
  from: VersionSnapshot,
  to: VersionSnapshot,
): Promise<readonly VersionSnapshot[] | null> {
  const steps: VersionSnapshot[] = []
  let step: VersionSnapshot | null = to
  while (step && step.version.id !== from.version.id) {
    steps.unshift(step)
    step = await baseOf(context, step) // oxlint-disable-line no-await-in-loop
  }
  return step ? steps : null
}

async function linksOf(context: Context, { version }: VersionSnapshot) {
  const lineage = await lineageOf(context, version.id)
  return (lineage?.links ?? []).map((link) => ({
    ...link,
    versionId: version.id,
    status: version.status,
  }))
}

/** Links on the way of a node that say why its series ends or how it goes on, the oldest first. */
function reasonsFor(
  { kind, code, formerCode }: Pick<NodeDifference, 'kind' | 'code' | 'formerCode'>,
  links: readonly (readonly LineageRow[])[],
): readonly LineageRow[] {
  const own = links.map((each) => each.filter((link) => link.kind === kind))
  return (code === null ? after(formerCode, own) : before(code, own)).filter(saysSomething)
}

const saysSomething = (link: LineageLink) =>
  isBreak(link) || link.conversion !== null || link.note !== null

function before(code: string, links: readonly (readonly LineageRow[])[]): readonly LineageRow[] {
  let codes = new Set([code])
  const way: LineageRow[] = []
  for (const step of links.toReversed()) {
    const met = step.filter((link) => link.code !== null && codes.has(link.code))
    way.unshift(...met)
    codes = new Set(met.flatMap(({ ancestorCode }) => ancestorCode ?? []))
  }
  return way
}

function after(former: string | null, links: readonly (readonly LineageRow[])[]) {
  let codes = new Set(former === null ? [] : [former])
  const way: LineageRow[] = []
  for (const step of links) {
    const met = step.filter(({ ancestorCode }) => ancestorCode !== null && codes.has(ancestorCode))
    way.push(...met)
    codes = new Set(met.flatMap(({ code }) => code ?? []))
  }
  return way
}

// Guidance for reviewers is compared where its row policy lets the viewer read it.
const guidanceOf = async (context: Context, { version }: VersionSnapshot) =>
  (await context.load(guidanceOfVersions, version.id)) ?? new Map<string, LocalizedText>()

/** The same as a Markdown document. */
export const differenceDocument = (
  { from, to, steps, difference }: ComparedVersions,
  locale: LocaleCode,
): string =>
  markdownOf(
    { from: from.version, to: to.version, steps: steps.map(({ version }) => version) },
    difference,
    locale,
  )
