import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion, type CommandScope } from '#access'
import { notify, settleNotices } from '#notification'
import { Refusal, insertRows, type Db } from '#platform'
import type { Cycle } from '../cycle'
import { CyclePayload } from '../cycle.input'
import { lockCycle, recordCycle } from '../cycle.lock'
import { canInvite } from '../policies'
import { chosenOf, register, startedProblem, type Registered } from './choose'
import { invite } from './invitation.rows'

@InputType({ description: 'Which cycle, and who is invited to it.' })
class CycleInvitationsSetInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the cycle.' })
  readonly cycleId!: string

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Version of the cycle the change was made on.' })
  readonly expectedVersion!: number

  @Access(SECRETARIAT)
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of all administrations that are invited. Everybody when nothing is given.',
  })
  readonly administrationIds?: readonly string[] | null

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class CycleInvitationsSetArgs {
  @Access(SECRETARIAT)
  @Field(() => CycleInvitationsSetInput, { description: 'The cycle and the administrations.' })
  readonly input!: CycleInvitationsSetInput
}

@Resolver()
export class CycleInvitationsSet {
  @Access(SECRETARIAT)
  @Mutation(() => CyclePayload, {
    description:
      'Chooses which administrations are invited. In an open cycle those that are added are told, and one that has started stays. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, NOBODY_INVITED, UNKNOWN_ADMINISTRATION, TWICE, ALREADY_STARTED.',
  })
  cycleInvitationsSet(
    @Args(() => CycleInvitationsSetArgs) { input }: CycleInvitationsSetArgs,
    @Ctx() context: Context,
  ) {
    return context.command('cycleInvitationsSet', input, async (scope) => {
      const { db, viewer, record } = scope
      const { cycle, facts } = await lockCycle(scope, input.cycleId)
      ensure(canInvite(viewer, facts), ['input', 'cycleId'])
      expectVersion(cycle, input.expectedVersion)
      const all = await register(db)
      const ids = input.administrationIds ?? null
      const { chosen, problems } = chosenOf(all, ids)
      if (problems.length > 0) throw new Refusal(problems)

      const told =
        cycle.status === 'PLANNED'
          ? await plan(db, cycle.id, all, ids === null ? null : chosen)
          : await change(scope, cycle, all, chosen)
      // Who is invited stands in rows of its own; whoever looked at them before sees the cycle has changed.
      await db
        .updateTable('cycle')
        .set((eb) => ({
          version: eb('version', '+', 1),
          ...(cycle.status === 'PLANNED' ? { invitesAll: ids === null } : {}),
        }))
        .where('id', '=', cycle.id)
        .execute()
      recordCycle(record, 'cycleInvitationsSet', cycle, { invited: chosen.length, ...told })
      return { cycleId: cycle.id }
    })
  }
}

async function plan(
  db: Db,
  cycleId: string,
  all: readonly Registered[],
  chosen: readonly Registered[] | null,
) {
  const former = await db
    .deleteFrom('cycleInvitee')
    .where('cycleId', '=', cycleId)
    .returning('administrationId')
    .execute()
  const before = new Set(former.map(({ administrationId }) => administrationId))
  const after = new Set(chosen?.map(({ id }) => id))
  const rows = (chosen ?? []).map(({ id }) => ({ cycleId, administrationId: id }))
  await insertRows(db, 'cycleInvitee', rows)
  return {
    everybody: chosen === null,
    added: codes(all.filter(({ id }) => after.has(id) && !before.has(id))),
    removed: codes(all.filter(({ id }) => before.has(id) && !after.has(id))),
  }
}

/** Invites and uninvites in an open cycle; whoever is added is told. */
async function change(
  { db, now }: CommandScope,
  cycle: Cycle,
  all: readonly Registered[],
  chosen: readonly Registered[],
) {
  const before = await participants(db, cycle.id)
  const after = new Set(chosen.map(({ id }) => id))
  const added = chosen.filter(({ id }) => !before.has(id))
  const removed = all.filter(({ id }) => before.has(id) && !after.has(id))
  const started = await startedAmong(db, cycle.id, removed)
  if (started.length > 0) throw new Refusal(started.map(startedProblem))

  const unextended = await uninvite(db, cycle.id, removed)
  const ids = added.map(({ id }) => id)
  await invite(db, cycle.id, now, ids)
  const told = { roles: ['COORDINATOR'], cycleId: cycle.id } as const
  for (const administrationId of ids) {
    const notice = { kind: 'CYCLE_OPENED', administrationId, dueAt: cycle.closesAt } as const
    await notify({ db, now }, { ...told, ...notice })
  }
  await settleNotices(
    { db, now },
    cycle.id,
    removed.map(({ id }) => id),
  )
  for (const { id: administrationId } of removed) {
    await notify({ db, now }, { ...told, kind: 'CYCLE_UNINVITED', administrationId })
  }
  return {
    added: codes(added),
    removed: codes(removed),
    ...(unextended.length > 0 && {
      unextended: codes(removed.filter(({ id }) => unextended.includes(id))),
    }),
  }
}

/** Held until the end, so that none of them starts while it is decided on: a start waits, or was before. */
async function participants(db: Db, cycleId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('cycleParticipant')
    .select('administrationId')
    .where('cycleId', '=', cycleId)
    .forUpdate()
    .execute()
  return new Set(rows.map(({ administrationId }) => administrationId))
}

async function startedAmong(db: Db, cycleId: string, those: readonly Registered[]) {
  const rows = await db
    .selectFrom('assessment')
    .select('administrationId')
    .where('cycleId', '=', cycleId)
    .execute()
  const started = new Set(rows.map(({ administrationId }) => administrationId))
  return those.filter(({ id }) => started.has(id))
}

/** Takes invitations back; gives those that had more time, which ends with them. */
async function uninvite(
  db: Db,
  cycleId: string,
  removed: readonly Registered[],
): Promise<readonly string[]> {
  if (removed.length === 0) return []
  const ids = removed.map(({ id }) => id)
  const rows = await db
    .deleteFrom('cycleParticipant')
    .where('cycleId', '=', cycleId)
    .where('administrationId', 'in', ids)
    .returning(['administrationId', 'extendedUntil'])
    .execute()
  return rows.flatMap((row) => (row.extendedUntil === null ? [] : [row.administrationId]))
}

const codes = (those: readonly Registered[]) => those.map(({ code }) => code).join(', ')
