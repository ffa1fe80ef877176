import { sql } from 'kysely'
import { requestError, type Db, type Page } from '#platform'
import type { ChangeProposal, ChangeProposalComment } from './proposal.type'
import type {
  ChangeProposalKind,
  ChangeProposalOrder,
  ChangeProposalPrinciple,
  ChangeProposalStatus,
} from './enums'

export interface ProposalFilter {
  readonly status?: ChangeProposalStatus | null
  readonly kind?: ChangeProposalKind | null
  readonly principle?: ChangeProposalPrinciple | null
  /** Code of the version a proposal is about or is carried out by. */
  readonly version?: string | null
  readonly node?: string | null
  readonly search?: string | null
  readonly authorId?: string | null
}

const wordsOf = sql`folded(p.code || ' ' || p.title || ' ' || p.rationale)`
const titleOf = sql<string>`folded(p.title)`

/** A page of proposals in the order wanted, with one more than asked for. */
export async function proposalPage(
  db: Db,
  page: Page,
  order: ChangeProposalOrder,
  filter: ProposalFilter,
): Promise<{ rows: readonly ChangeProposal[]; total: number }> {
  const wanted = () => {
    let query = db.selectFrom('changeProposal as p')
    for (const name of ['status', 'kind', 'principle', 'authorId'] as const) {
      const value = filter[name]
      if (value) query = query.where(`p.${name}`, '=', value as never)
    }
    if (filter.version) {
      query = query.where(
        sql<boolean>`exists (select 1 from framework_version v where v.code = ${filter.version}
          and v.id in (p.about_version_id, p.version_id))`,
      )
    }
    if (filter.node) query = query.where(sql<boolean>`${filter.node} = any (p.node_codes)`)
    const search = filter.search?.trim()
    if (search) query = query.where(sql<boolean>`position(folded(${search}) in ${wordsOf}) > 0`)
    return query
  }
  let query = wanted().selectAll('p')
  if (page.after) query = query.where(beyond(page.after, order))
  const rows = await (order === 'TITLE' ? query.orderBy(titleOf) : query)
    .orderBy('p.number', order === 'NEWEST' ? 'desc' : 'asc')
    .limit(page.first + 1)
    .execute()
  const { total } = await wanted()
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  return { rows: rows as unknown as readonly ChangeProposal[], total }
}

function beyond([number = '', title = '']: readonly string[], order: ChangeProposalOrder) {
  if (!/^\d{1,9}$/.test(number)) {
    throw requestError('BAD_INPUT', 'CURSOR', '"after" is not a cursor of this list.')
  }
  if (order === 'NEWEST') return sql<boolean>`p.number < ${number}::int`
  if (order === 'OLDEST') return sql<boolean>`p.number > ${number}::int`
  return sql<boolean>`(${titleOf}, p.number) > (folded(${title}), ${number}::int)`
}

/** One proposal by its code. */
export async function proposalByCode(db: Db, code: string): Promise<ChangeProposal | null> {
  const row = await db
    .selectFrom('changeProposal')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
  return (row as unknown as ChangeProposal) ?? null
}

/** Proposals by id. */
export async function proposalsById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ChangeProposal>> {
  const rows = await db
    .selectFrom('changeProposal')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row as unknown as ChangeProposal]))
}

/** Proposals that versions carry out, in the order of their numbers. */
export async function proposalsOfVersions(
  db: Db,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ChangeProposal[]>> {
  const rows = await db
    .selectFrom('changeProposal')
    .selectAll()
    .where('versionId', 'in', [...versionIds])
    .orderBy('number')
    .execute()
  return Map.groupBy(rows as unknown as ChangeProposal[], ({ versionId }) => versionId!)
}

/** Discussions of proposals, the oldest comment first. */
export async function commentsOfProposals(
  db: Db,
  proposalIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ChangeProposalComment[]>> {
  const rows = await db
    .selectFrom('changeProposalComment')
    .selectAll()
    .where('proposalId', 'in', [...proposalIds])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows as unknown as ChangeProposalComment[], ({ proposalId }) => proposalId)
}
