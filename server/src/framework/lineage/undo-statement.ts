import type { CommandScope, Context } from '#access'
import { Refusal, globalId, insertRows } from '#platform'
import type { FrameworkChange } from '../change/framework-change'
import { isSame } from '../change/note-change'
import type { LineageSetInput } from './lineage-set'
import { rowsOf } from './lineage.rows'
import { lockLineage } from './lock-lineage'
import { noteStatement, statedColumns } from './note-statement'
import { statementOf } from './statement'
import { continuedIn, statementProblems } from './statement-problems'

type Statement = Pick<
  LineageSetInput,
  'kind' | 'code' | 'ancestors' | 'relation' | 'comparability' | 'conversion' | 'note'
>

const statementIn = (side: FrameworkChange['before']) =>
  (side?.['statement'] ?? null) as Statement | null

/** Gives a node the statement it had, or none; undefined where somebody has stated something else since. */
export async function undoStatement(
  context: Context,
  scope: CommandScope,
  change: FrameworkChange,
): Promise<string | null | undefined> {
  const [back, left] = [statementIn(change.before), statementIn(change.after)]
  const subject = (back ?? left)!
  const versionId = globalId('FV', change.versionId)
  const draft = await lockLineage(context, scope, { ...subject, versionId })
  const now = statementIn(statedColumns(draft.links))
  if (!isSame('statement', now, left)) return undefined

  const { base, snapshot, ids, before } = draft
  const stated = draft.stated.filter((link) => !draft.links.includes(link))
  const input = back && { ...back, versionId, expectedVersion: before.version }
  const continued = () => continuedIn(base!, snapshot, stated)
  const problems = input ? statementProblems(base, snapshot, continued, input) : []
  if (problems.length > 0) throw new Refusal(problems)
  const links = input ? statementOf(base!, input, before.version + 1) : []
  await draft.clear()
  await insertRows(scope.db, 'nodeLineage', rowsOf(ids.versionId, links, scope.newId))
  return noteStatement(scope, draft, links, 'UNDO')
}
