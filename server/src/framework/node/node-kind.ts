import { registerEnumType } from 'type-graphql'
import { Refusal, badInput, decodeGlobalId, notFound, type Db } from '#platform'
import type { Viewer } from '#access'
import type { NodeKind } from '../change'
import { lockContent, type ContentTable, type Locked } from '../content-lock'

/** Kinds of parts that are added, moved and removed one by one. */
export const FrameworkNodeKind = {
  DIMENSION: 'DIMENSION',
  EXPECTED_OUTCOME: 'EXPECTED_OUTCOME',
  KPI: 'KPI',
  DATA_ELEMENT: 'DATA_ELEMENT',
  INSTRUMENT: 'INSTRUMENT',
} as const satisfies Partial<Record<NodeKind, string>>
export type FrameworkNodeKind = keyof typeof FrameworkNodeKind

registerEnumType(FrameworkNodeKind, {
  name: 'FrameworkNodeKind',
  description: 'Kind of a part of a framework version. Clients must accept unknown values.',
  valuesConfig: {
    DIMENSION: { description: 'Dimension.' },
    EXPECTED_OUTCOME: { description: 'Expected outcome, in a dimension.' },
    KPI: { description: 'KPI, in an expected outcome.' },
    DATA_ELEMENT: { description: 'Data element, used by formulas of the version.' },
    INSTRUMENT: { description: 'WCO instrument that outcomes and KPIs map to.' },
  },
})

export const TAGS: Readonly<Record<FrameworkNodeKind, string>> = {
  DIMENSION: 'DI',
  EXPECTED_OUTCOME: 'OU',
  KPI: 'KP',
  DATA_ELEMENT: 'DE',
  INSTRUMENT: 'IN',
}

const TABLE_OF = {
  DIMENSION: 'dimension',
  EXPECTED_OUTCOME: 'expectedOutcome',
  KPI: 'kpi',
  DATA_ELEMENT: 'dataElement',
  INSTRUMENT: 'instrument',
} as const satisfies Record<FrameworkNodeKind, ContentTable>

/** Which kind holds parts of a kind, and the column that names the holder. */
export const PARENTS = {
  EXPECTED_OUTCOME: { kind: 'DIMENSION', column: 'dimensionId', table: 'dimension' },
  KPI: { kind: 'EXPECTED_OUTCOME', column: 'outcomeId', table: 'expectedOutcome' },
} as const

export type ParentColumn = (typeof PARENTS)[keyof typeof PARENTS]['column']

export const parentOf = (kind: string) =>
  kind === 'KPI' || kind === 'EXPECTED_OUTCOME' ? PARENTS[kind] : null

/** Any part of a draft by its global id, locked with the draft as a whole. */
export interface LockedNode {
  readonly kind: FrameworkNodeKind
  readonly row: Locked<ContentTable> & {
    readonly code: string
    readonly sort: number
    readonly dimensionId?: string
    readonly outcomeId?: string
  }
  readonly parentId: string | null
}

export async function lockNode(
  db: Db,
  viewer: Viewer,
  globalId: string,
  path: readonly string[],
): Promise<LockedNode> {
  const decoded = decodeGlobalId(globalId)
  const kind = kindOf(decoded?.tag)
  if (!decoded || !kind) throw notFound(path)
  const row = await lockContent(db, viewer, TABLE_OF[kind], decoded.uuid, path, 'ALONE')
  const node = { kind, row: row as LockedNode['row'] }
  return { ...node, parentId: parentIdOf(node) }
}

const kindOf = (tag: string | undefined) =>
  (Object.keys(TAGS) as FrameworkNodeKind[]).find((kind) => TAGS[kind] === tag) ?? null

const parentIdOf = ({ kind, row }: Omit<LockedNode, 'parentId'>) => {
  const parent = parentOf(kind)
  return parent ? (row[parent.column] ?? null) : null
}

/** The holder asked for: of the right kind and of the same version. */
export async function requireParent(
  db: Db,
  kind: FrameworkNodeKind,
  versionId: string,
  globalId: string | null | undefined,
): Promise<{ readonly id: string; readonly code: string } | null> {
  const path = ['input', 'parentId']
  const parent = parentOf(kind)
  if (!parent) {
    if (globalId == null) return null
    throw new Refusal([badInput('NO_PARENT', 'A part of this kind stands in no other.', path)])
  }
  if (globalId == null) {
    throw new Refusal([badInput('PARENT_MISSING', 'Name the part it is to stand in.', path)])
  }
  const decoded = decodeGlobalId(globalId)
  if (!decoded) throw notFound(path)
  const row = await db
    .selectFrom(parent.table as 'dimension')
    .select(['id', 'code'])
    .where('id', '=', decoded.uuid)
    .where('versionId', '=', versionId)
    .executeTakeFirst()
  if (!row || decoded.tag !== TAGS[parent.kind]) throw notFound(path)
  return row
}
