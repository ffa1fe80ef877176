import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type CommandScope, type Context } from '#access'
import { Refusal } from '#platform'
import { TABLES, noteChange, type ChangeAction } from '../change'
import { EditInput, inputOf } from '../command-input'
import { guidanceOfKpis } from '../snapshot.rows'
import { mappingsOfOutcome } from '../mapping/replace-codes'
import { dependentProblems } from './dependents'
import { lockNode, type LockedNode } from './node-kind'
import { FrameworkNodePayload } from './node.payload'
import { renumber, siblingsOf } from './siblings'

@InputType('FrameworkNodeRemoveInput', { description: 'A part to be taken out of a draft.' })
export class FrameworkNodeRemoveInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, {
    description: 'Id of the dimension, outcome, KPI, data element or instrument.',
  })
  readonly nodeId!: string
}

const RemoveArgs = inputOf(FrameworkNodeRemoveInput)

@Resolver()
export class FrameworkNodeRemove {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkNodePayload, {
    description:
      'Takes a part out of a draft; refused while another part stands in it or names it. A KPI that had an ancestor counts as retired.',
  })
  frameworkNodeRemove(
    @Args(() => RemoveArgs) { input }: { input: FrameworkNodeRemoveInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkNodeRemove', input, async (scope) => {
      const { db, viewer, record } = scope
      const path = ['input', 'nodeId']
      const node = await lockNode(db, viewer, input.nodeId, path)
      const { kind, row } = node
      const { versionId, code } = row
      expectVersion(row, input.expectedVersion, { versionId })

      const changeId = await removeNode(scope, node, path, 'REMOVE')
      record({
        action: 'frameworkNodeRemove',
        objectType: 'FrameworkVersion',
        objectId: versionId,
        administrationId: null,
        before: row,
        facts: { kind, code },
      })
      return { versionId, changeId, code }
    })
  }
}

/** Removes a locked part that nothing depends on; its whole row goes into the history. */
export async function removeNode(
  scope: CommandScope,
  { kind, row, parentId }: LockedNode,
  path: readonly string[],
  action: ChangeAction,
): Promise<string | null> {
  const { db } = scope
  const { id, versionId, code } = row
  const problems = await dependentProblems(db, kind, row, path)
  if (problems.length > 0) throw new Refusal(problems)
  const guidance = kind === 'KPI' ? (await guidanceOfKpis(db, [id])).get(id) : undefined
  // They go with the outcome, and come back with it.
  const mappings = kind === 'EXPECTED_OUTCOME' ? await mappingsOfOutcome(db, versionId, code) : []
  const place = { kind, versionId, parentId }
  const sort = (await siblingsOf(db, place)).indexOf(id) + 1
  await db
    .deleteFrom(TABLES[kind] as 'kpi')
    .where('id', '=', id)
    .execute()
  await renumber(db, kind, await siblingsOf(db, place))
  const before = {
    ...row,
    sort,
    ...(guidance && { guidance }),
    ...(mappings.length > 0 && { mappings }),
  }
  return noteChange(scope, { kind, id, versionId, code }, action, before, null)
}
