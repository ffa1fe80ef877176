import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, SECRETARIAT, ensure, isMember, type CommandScope } from '#access'
import { Refusal, badInput, notFound, problem, uuidOf, type Db } from '#platform'
import { AdministrationPayload } from './administration.payload'
import { lockAdministration } from './person.lock'
import { viewerIsDeputy } from './person.rows'
import { canHandOver } from './policies'
import { endRole } from './role-end'

@InputType({ description: 'Who becomes the contact point, and what becomes of the present one.' })
class CoordinatorHandOverInput {
  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the administration, for the administrator. Coordinators hand over their own.',
  })
  readonly administrationId?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, {
    description: 'Id of the person who becomes the contact point: somebody of the administration.',
  })
  readonly personId!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => Boolean, {
    description: 'Whether the present contact point stays as deputy; otherwise the role ends.',
  })
  readonly staysAsDeputy!: boolean

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class CoordinatorHandOverArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => CoordinatorHandOverInput, { description: 'Who hands over to whom.' })
  readonly input!: CoordinatorHandOverInput
}

@Resolver()
export class CoordinatorHandOver {
  @Access(MEMBER, SECRETARIAT)
  @Mutation(() => AdministrationPayload, {
    description:
      'Makes somebody of the administration its contact point and takes the role from the present one, or leaves them as deputy, in one step. Problems: NOT_FOUND, WRONG_HAT, RIGHTS_EXCEEDED, ADMINISTRATION_MISSING, NOT_A_COLLEAGUE, ALREADY_HELD.',
  })
  coordinatorHandOver(
    @Args(() => CoordinatorHandOverArgs) { input }: CoordinatorHandOverArgs,
    @Ctx() context: Context,
  ) {
    return context.command('coordinatorHandOver', input, async (scope) => {
      const { db, viewer, now, newId, record } = scope
      const administrationId = await administrationAsked(scope, input.administrationId)
      ensure(canHandOver(viewer, administrationId, await viewerIsDeputy(db)))
      await lockAdministration(db, administrationId)
      const colleagues = await colleaguesOf(db, administrationId)
      const successor = colleagues.filter(
        ({ personId, isActive }) => isActive && personId === uuidOf('PE', input.personId),
      )
      const [first] = successor
      if (!first) throw new Refusal([NOT_A_COLLEAGUE])
      if (successor.some(({ role, isDeputy }) => role === 'COORDINATOR' && !isDeputy)) {
        throw new Refusal([ALREADY_HELD])
      }

      const deputy = successor.find(({ role }) => role === 'COORDINATOR')
      if (deputy) await setDeputy(db, deputy.id, false)
      else {
        await db
          .insertInto('personRole')
          .values({
            id: newId(),
            personId: first.personId,
            role: 'COORDINATOR',
            administrationId,
            grantedAt: now,
            grantedBy: viewer.personId,
          })
          .execute()
      }
      for (const former of colleagues.filter(
        ({ role, isDeputy }) => role === 'COORDINATOR' && !isDeputy,
      )) {
        if (input.staysAsDeputy) await setDeputy(db, former.id, true)
        else await endRole(db, former.id, viewer.personId, now)
      }
      record({
        action: 'coordinatorHandOver',
        objectType: 'Administration',
        objectId: administrationId,
        administrationId,
        facts: { to: first.personId, staysAsDeputy: input.staysAsDeputy },
      })
      return { administrationId }
    })
  }
}

/** The administration a command is about: the viewer's own, or the one an administrator names. */
export async function administrationAsked(
  { db, viewer }: Pick<CommandScope, 'db' | 'viewer'>,
  globalId: string | null | undefined,
): Promise<string> {
  if (isMember(viewer) && viewer.administrationId !== null) return viewer.administrationId
  if (globalId == null) throw new Refusal([ADMINISTRATION_MISSING])
  const id = uuidOf('AD', globalId)
  const row =
    id &&
    (await db.selectFrom('administration').select('id').where('id', '=', id).executeTakeFirst())
  if (!row) throw notFound(['input', 'administrationId'])
  return row.id
}

interface Colleague {
  readonly id: string
  readonly personId: string
  readonly role: string
  readonly isDeputy: boolean
  readonly isActive: boolean
}

const colleaguesOf = (db: Db, administrationId: string): Promise<readonly Colleague[]> =>
  db
    .selectFrom('personRole as r')
    .innerJoin('personAccount as a', 'a.personId', 'r.personId')
    .select((eb) => [
      'r.id',
      'r.personId',
      'r.role',
      'r.isDeputy',
      eb('a.status', '=', 'ACTIVE').as('isActive'),
    ]) // prettier-ignore
    .where('r.administrationId', '=', administrationId)
    .where('r.endedAt', 'is', null)
    .execute() as Promise<readonly Colleague[]>

const setDeputy = (db: Db, id: string, isDeputy: boolean): Promise<unknown> =>
  db.updateTable('personRole').set({ isDeputy }).where('id', '=', id).execute()

const ADMINISTRATION_MISSING = badInput('ADMINISTRATION_MISSING', 'Name the administration.', ['input', 'administrationId']) // prettier-ignore
const NOT_A_COLLEAGUE = problem('NOT_FOUND', 'NOT_A_COLLEAGUE', 'Only somebody active in this administration can become its contact point. Invite them first.', ['input', 'personId']) // prettier-ignore
const ALREADY_HELD = problem('CONFLICT', 'ALREADY_HELD', 'This person is the contact point already.', ['input', 'personId']) // prettier-ignore
