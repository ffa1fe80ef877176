import { Args, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type CommandScope, type Context } from '#access'
import { Refusal, badInput, updateRow, type Db } from '#platform'
import { TABLES, noteChange, type ChangeAction } from '../change'
import { EditInput, inputOf } from '../command-input'
import { lockNode, parentOf, requireParent, type LockedNode } from './node-kind'
import { FrameworkNodePayload } from './node.payload'
import { renumber, settle, siblingsOf } from './siblings'

@InputType('FrameworkNodeMoveInput', { description: 'Another place for a part of a draft.' })
export class FrameworkNodeMoveInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, {
    description: 'Id of the dimension, outcome, KPI, data element or instrument.',
  })
  readonly nodeId!: string

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the part it is to stand in; left out, it stays in its own.',
  })
  readonly parentId?: string | null

  @Access(SECRETARIAT)
  @Field(() => Int, {
    description: 'Place among the parts there, from 1; beyond the last is last.',
  })
  readonly place!: number
}

const MoveArgs = inputOf(FrameworkNodeMoveInput)

@Resolver()
export class FrameworkNodeMove {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkNodePayload, {
    description:
      'Moves a part of a draft among its neighbours or into another dimension or outcome. Its code stays.',
  })
  frameworkNodeMove(
    @Args(() => MoveArgs) { input }: { input: FrameworkNodeMoveInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkNodeMove', input, async (scope) => {
      const { db, viewer, record } = scope
      const node = await lockNode(db, viewer, input.nodeId, ['input', 'nodeId'])
      const { kind, row } = node
      const { versionId, code } = row
      expectVersion(row, input.expectedVersion, { versionId })
      if (input.place < 1) {
        const message = 'Places are counted from 1.'
        throw new Refusal([badInput('BAD_PLACE', message, ['input', 'place'])])
      }
      const parent =
        input.parentId == null ? null : await requireParent(db, kind, versionId, input.parentId)

      const changeId = await moveNode(scope, node, parent?.id ?? node.parentId, input.place, 'MOVE')
      record({
        action: 'frameworkNodeMove',
        objectType: 'FrameworkVersion',
        objectId: versionId,
        administrationId: null,
        facts: { kind, code, place: input.place },
      })
      return { versionId, changeId, code }
    })
  }
}

/** Moves a locked part and writes its history by codes and places, which is how it is read and undone. */
export async function moveNode(
  scope: CommandScope,
  { kind, row, parentId }: LockedNode,
  toId: string | null,
  at: number,
  action: ChangeAction,
): Promise<string | null> {
  const { db } = scope
  const { id, versionId, code } = row
  const from = { kind, versionId, parentId }
  const to = { kind, versionId, parentId: toId }
  const place = (await siblingsOf(db, from)).indexOf(id) + 1
  const isElsewhere = parentId !== toId
  if (isElsewhere) await updateRow(db, TABLES[kind], id, { [parentOf(kind)!.column]: toId })
  const placed = await settle(db, id, to, at)
  if (isElsewhere) await renumber(db, kind, await siblingsOf(db, from))
  const codes = await parentCodes(db, kind, [parentId, toId])
  return noteChange(
    scope,
    { kind, id, versionId, code },
    action,
    { parent: codes.get(parentId ?? '') ?? null, place },
    { parent: codes.get(toId ?? '') ?? null, place: placed },
  )
}

async function parentCodes(
  db: Db,
  kind: string,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const parent = parentOf(kind)
  if (!parent) return new Map()
  const rows = await db
    .selectFrom(parent.table as 'dimension')
    .select(['id', 'code'])
    .where(
      'id',
      'in',
      ids.flatMap((id) => id ?? []),
    )
    .execute()
  return new Map(rows.map(({ id, code }) => [id, code]))
}
