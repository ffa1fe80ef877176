import { sql } from 'kysely'
import { audiencesOf, type Context, type RowClass } from '#access'
import { administrationsById, localized, peopleById, type Locale, type Texts } from '#accounts'
import { releasesById } from '#analysis'
import { assessmentsById } from '#assessment'
import { cyclesById } from '#cycle'
import { proposalsById } from '#framework'
import type { Db } from '#platform'
import { reviewsById } from '#review'

/** An object an entry is about, as it stands now and only if the viewer may see it. */
export interface Target {
  readonly tag: string
  /** Code the portals address it by, where it has one. */
  readonly code: string | null
  /** Code of the framework version it is part of. */
  readonly versionCode: string | null
  readonly rowClass: RowClass
  readonly row: object
  name(locale: Locale): Promise<string | null>
}

interface NodeRow {
  readonly id: string
  readonly type: string
  readonly code: string
  readonly versionCode: string
  readonly status: string
  readonly name: unknown
}

/** Versions of the framework and their parts by id, whatever their type. */
async function nodesById(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, NodeRow>> {
  const { rows } = await sql<NodeRow>`
    with wanted as (select unnest(${sql.val([...ids])}::uuid[]) as id), node as (
      select id, 'FV' as type, code, id as version_id, name from framework_version
      union all select id, 'DI', code, version_id, name from dimension
      union all select id, 'OU', code, version_id, name from expected_outcome
      union all select id, 'KP', code, version_id, name from kpi
      union all select id, 'DE', code, version_id, label from data_element)
    select n.id, n.type, n.code, n.name, v.code as version_code, v.status
    from wanted join node n using (id) join framework_version v on v.id = n.version_id`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

const NODES: ReadonlySet<string> = new Set(['FrameworkVersion', 'Dimension', 'ExpectedOutcome', 'Kpi', 'DataElement']) // prettier-ignore

/** Looks an object up under the viewer's rights; null when it is not there for the viewer. */
export async function targetOf(
  context: Context,
  type: string,
  uuid: string,
): Promise<Target | null> {
  const found = await lookUp(context, type, uuid)
  // The statement has its scope and the database its policies; the rules have the last word.
  const isTheirs =
    found && audiencesOf(context.viewer, found.rowClass, found.row as Record<string, unknown>) !== 0
  return isTheirs ? found : null
}

async function lookUp(context: Context, type: string, uuid: string): Promise<Target | null> {
  const plain = { code: null, versionCode: null }
  if (type === 'Assessment') {
    const row = await context.load(assessmentsById, uuid)
    return (
      row && { ...plain, tag: 'AS', rowClass: 'ASSESSMENT', row, name: namedByCycle(context, row) }
    )
  }
  if (type === 'Review') {
    const row = await context.load(reviewsById, uuid)
    return row && { ...plain, tag: 'RV', rowClass: 'REVIEW', row, name: namedByCycle(context, row) }
  }
  if (type === 'Cycle') {
    const row = await context.load(cyclesById, uuid)
    return (
      row && { ...plain, tag: 'CY', code: row.code, rowClass: 'REGISTER', row, name: named(row) }
    )
  }
  if (type === 'Release') {
    const row = await context.load(releasesById, uuid)
    return (
      row && { ...plain, tag: 'RL', code: row.code, rowClass: 'RELEASE', row, name: named(row) }
    )
  }
  if (type === 'ChangeProposal') {
    const row = await context.load(proposalsById, uuid)
    return (
      row && { ...plain, tag: 'CP', code: row.code, rowClass: 'PROPOSAL', row, name: async () => row.title }
    ) // prettier-ignore
  }
  if (type === 'Person') {
    const card = await context.load(peopleById, uuid)
    return (
      card && { ...plain, tag: 'PE', rowClass: 'REFERENCE', row: card, name: async () => card.name }
    )
  }
  if (!NODES.has(type)) return null
  const row = await context.load(nodesById, uuid)
  if (!row) return null
  const { type: tag, code, versionCode } = row
  return { tag, code, versionCode, rowClass: 'CATALOGUE', row, name: named(row) }
}

const named =
  ({ name }: { readonly name?: unknown }) =>
  async (locale: Locale) =>
    localized(name as Texts, locale)

const namedByCycle =
  (context: Context, row: { readonly administrationId: string; readonly cycleId: string }) =>
  async (locale: Locale) => {
    const [administration, cycle] = await Promise.all([
      context.load(administrationsById, row.administrationId),
      context.load(cyclesById, row.cycleId),
    ])
    const names = [administration, cycle].map(
      (each) => each && localized(each.name as Texts, locale),
    )
    return names.filter(Boolean).join(' · ')
  }
