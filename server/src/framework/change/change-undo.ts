import { sql } from 'kysely'
import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, ensure, type CommandScope, type Context } from '#access'
import { Refusal, insertRows, notFound, problem, updateRow, uuidOf, type Db } from '#platform'
import { OnceInput, inputOf } from '../command-input'
import { lockDraft } from '../content-lock'
import { takeBackMapping } from '../mapping/take-back'
import { writeGuidance } from '../kpi-guidance'
import { isCodeTaken } from '../node/node-create'
import { undoStatement } from '../lineage/undo-statement'
import { moveNode } from '../node/node-move'
import { parentOf, type LockedNode } from '../node/node-kind'
import { FrameworkNodePayload } from '../node/node.payload'
import { removeNode } from '../node/node-remove'
import { settle, siblingsOf } from '../node/siblings'
import type { LocalizedText } from '../definition'
import { guidanceOfKpis } from '../snapshot.rows'
import { changesById } from './change.rows'
import type { FrameworkChange } from './framework-change'
import { isSame, noteChange, type Columns } from './note-change'
import { canUndo } from './policies'
import { rederive } from './rederive'
import { TABLES, type NodeKind } from './save-node'

const PATH = ['input', 'changeId']

@InputType('FrameworkChangeUndoInput', { description: 'A change of a draft to be taken back.' })
export class FrameworkChangeUndoInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the change.' })
  readonly changeId!: string

  @Access(SECRETARIAT)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the change may be of somebody else, after the warning was read.',
  })
  readonly ofAnother?: boolean | null
}

const UndoArgs = inputOf(FrameworkChangeUndoInput)

@Resolver()
export class FrameworkChangeUndo {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkNodePayload, {
    description:
      'Takes a change of a draft back, as long as nobody has changed the same since. The undo is a change of its own and can be taken back too.',
  })
  frameworkChangeUndo(
    @Args(() => UndoArgs) { input }: { input: FrameworkChangeUndoInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkChangeUndo', input, async (scope) => {
      const { db, viewer, record } = scope
      const id = uuidOf('FC', input.changeId)
      const seen = id ? (await changesById(db, [id])).get(id) : undefined
      if (!seen) throw notFound(PATH)
      await lockDraft(db, viewer, seen.versionId, PATH, 'ALONE')
      const change = (await changesById(db, [seen.uuid])).get(seen.uuid)!
      if (change.undoneBy !== null) throw refused('ALREADY_UNDONE', 'It was taken back already.')
      ensure(canUndo(viewer, change), PATH)
      if (change.personId !== viewer.personId && input.ofAnother !== true) {
        const name = await nameOf(db, change.personId)
        throw refused('OF_ANOTHER', `This change was made by ${name}.`, [name])
      }

      const changeId = await takeBack(context, scope, change)
      await db
        .updateTable('frameworkChange')
        .set({ undoneBy: changeId })
        .where('id', '=', change.uuid)
        .execute()
      const { versionId, nodeCode: code, nodeKind: kind } = change
      record({
        action: 'frameworkChangeUndo',
        objectType: 'FrameworkVersion',
        objectId: versionId,
        administrationId: null,
        before: change.after,
        after: change.before,
        facts: { kind, code, of: change.action },
      })
      return { versionId, changeId, code }
    })
  }
}

const refused = (reason: string, message: string, more: readonly string[] = []) =>
  new Refusal([problem('CONFLICT', reason, message, [...PATH, ...more])])

const changedSince = (fields: readonly string[]) =>
  refused('CHANGED_SINCE', 'Somebody has changed the same since; nothing was undone.', fields)

async function takeBack(
  context: Context,
  scope: CommandScope,
  change: FrameworkChange,
): Promise<string | null> {
  const { before, after } = change
  if (change.nodeKind === 'LINEAGE') {
    const changeId = await undoStatement(context, scope, change)
    if (changeId === undefined) throw changedSince(['lineage'])
    return changeId
  }
  if (change.nodeKind === 'OUTCOME_MAPPING') return takeBackMapping(scope, change)
  const row = await rowOf(scope.db, change)
  if (after === null) return restore(scope, change, row)
  if (!row) throw changedSince([])
  if (before === null) return removeAgain(scope, change, row)
  return 'place' in after ? moveBack(scope, change, row) : setBack(scope, change, row)
}

/** Table of a part; the texts of a version stand in its own row. */
const tableOf = (kind: FrameworkChange['nodeKind']) =>
  kind === 'VERSION' ? 'frameworkVersion' : TABLES[kind as NodeKind]

async function rowOf(db: Db, change: FrameworkChange): Promise<Columns | undefined> {
  const { nodeId } = await db
    .selectFrom('frameworkChange')
    .select('nodeId')
    .where('id', '=', change.uuid)
    .executeTakeFirstOrThrow()
  const ofVersion = change.nodeKind === 'VERSION'
  const row = await db
    .selectFrom(tableOf(change.nodeKind) as 'kpi')
    .selectAll()
    .where('id', '=', nodeId)
    .where(ofVersion ? 'id' : 'versionId', '=', change.versionId)
    .forUpdate()
    .executeTakeFirst()
  return row as Columns | undefined
}

function nodeOf(change: FrameworkChange, row: Columns): LockedNode {
  const kind = change.nodeKind as LockedNode['kind']
  const parent = parentOf(kind)
  const parentId = parent ? (row[parent.column] as string) : null
  return { kind, row: row as unknown as LockedNode['row'], parentId }
}

/** Puts a removed part back where it stood. */
async function restore(scope: CommandScope, change: FrameworkChange, row: Columns | undefined) {
  const { db } = scope
  const { guidance, mappings, ...columns } = change.before!
  const kind = change.nodeKind as LockedNode['kind']
  const { versionId, nodeCode: code } = change
  const isTaken = row !== undefined || (await isCodeTaken(db, versionId, code))
  if (isTaken) throw refused('CODE_TAKEN', `Another part of the version has the code ${code}.`)
  const parent = parentOf(kind)
  const parentId = parent ? (columns[parent.column] as string) : null
  if (parent) {
    const held = await db
      .selectFrom(parent.table as 'dimension')
      .select('id')
      .where('id', '=', parentId!)
      .executeTakeFirst()
    if (!held) throw refused('PARENT_GONE', 'What it stood in was removed since.')
  }
  const id = columns['id'] as string
  const fresh = { ...columns, version: Number(columns['version']) + 1 }
  await insertRows(db, TABLES[kind], [fresh])
  if (guidance) await writeGuidance(db, { id, versionId }, guidance as LocalizedText)
  if (mappings) await insertRows(db, 'outcomeMapping', mappings as object[])
  await settle(db, id, { kind, versionId, parentId }, Number(columns['sort']))
  return noteChange(scope, { kind, id, versionId, code }, 'UNDO', null, { ...fresh, ...(guidance ? { guidance } : {}) }) // prettier-ignore
}

/** Takes an added part out again, unless more was done with it. */
async function removeAgain(scope: CommandScope, change: FrameworkChange, row: Columns) {
  const { sort: _, version: __, guidance: ___, ...added } = change.after!
  const differing = Object.keys(added).filter((name) => !isSame(name, row[name], added[name]))
  if (differing.length > 0) throw changedSince(differing)
  return removeNode(scope, nodeOf(change, row), PATH, 'UNDO')
}

/** Moves a part back to where it was taken from. */
async function moveBack(scope: CommandScope, change: FrameworkChange, row: Columns) {
  const { db } = scope
  const node = nodeOf(change, row)
  // Only what differs is kept: no parent is named where the part stayed in its own.
  const parent = 'parent' in change.after! ? parentOf(node.kind) : null
  const place = { kind: node.kind, versionId: change.versionId, parentId: node.parentId }
  const isWhereItWasPut =
    (await siblingsOf(db, place)).indexOf(node.row.id) + 1 === change.after!['place']
  const holder = (code: unknown) =>
    db
      .selectFrom(parent!.table as 'dimension')
      .select('id')
      .where('versionId', '=', change.versionId)
      .where('code', '=', String(code))
      .executeTakeFirst()
  const isInIt = !parent || (await holder(change.after!['parent']))?.id === node.parentId
  if (!isWhereItWasPut || !isInIt) throw changedSince(['place'])
  const to = parent ? await holder(change.before!['parent']) : null
  if (parent && !to) throw refused('PARENT_GONE', 'What it stood in was removed since.')
  return moveNode(scope, node, to?.id ?? node.parentId, Number(change.before!['place']), 'UNDO')
}

/** Gives fields the content they had, where they still say what the change made of them. */
async function setBack(scope: CommandScope, change: FrameworkChange, row: Columns) {
  const { db } = scope
  const kind = change.nodeKind as NodeKind | 'VERSION'
  const id = row['id'] as string
  const guidance = kind === 'KPI' ? ((await guidanceOfKpis(db, [id])).get(id) ?? null) : null
  const now: Columns = { ...row, guidance }
  const back = await rederive(db, kind, now, change)
  const differing = Object.keys(back.asked).filter(
    (name) => !isSame(name, now[name], change.after![name]),
  )
  if (differing.length > 0) throw changedSince(differing)
  const { guidance: words, ...columns } = { ...back.asked, ...back.derived }
  await updateRow(db, tableOf(kind), id, columns)
  if (words !== undefined) {
    const { versionId } = change
    await writeGuidance(db, { id, versionId }, words as LocalizedText | null)
  }
  const { versionId, nodeCode: code } = change
  const node = { kind, id, versionId, code }
  return noteChange(scope, node, 'UNDO', now, { ...back.asked, ...back.derived })
}

async function nameOf(db: Db, personId: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from person_cards(${[personId]}::uuid[])`.execute(db)
  return rows[0]?.name ?? ''
}
