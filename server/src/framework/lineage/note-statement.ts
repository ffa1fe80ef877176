import type { CommandScope } from '#access'
import { noteChange, type ChangeAction, type Columns } from '../change/note-change'
import type { LineageLink } from './lineage'
import { nodeOf } from './lineage'
import type { lockLineage } from './lock-lineage'
import { statementOfNode } from './statements'

type Locked = Awaited<ReturnType<typeof lockLineage>>

/** What people stated about one node, as the history keeps it: whole, since its parts mean nothing alone. */
export const statedColumns = (links: readonly LineageLink[]): Columns | null => {
  const statement = statementOfNode(links)
  return statement && { statement }
}

/** Writes a statement, or that it was taken back, into the history of the draft. */
export function noteStatement(
  scope: CommandScope,
  { ids, snapshot, links }: Pick<Locked, 'ids' | 'snapshot' | 'links'>,
  after: readonly LineageLink[],
  action?: ChangeAction,
): Promise<string | null> {
  const { versionId, kind, code, ancestorCode } = ids
  const [old, fresh] = [statedColumns(links), statedColumns(after)]
  const done = action ?? (old === null ? 'CREATE' : fresh === null ? 'REMOVE' : 'UPDATE')
  const id = nodeOf(snapshot, kind, code)?.id ?? versionId
  const node = { kind: 'LINEAGE', id, versionId, code: code ?? ancestorCode ?? '' } as const
  return old === null && fresh === null
    ? Promise.resolve(null)
    : noteChange(scope, node, done, old, fresh)
}
