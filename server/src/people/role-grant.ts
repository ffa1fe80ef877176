import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, SECRETARIAT, ensure, isMember, type CommandScope } from '#access'
import { Hat, type Role } from '#accounts'
import { Refusal, badInput, problem, uuidOf, type Db, type ProblemDetail } from '#platform'
import { lockAdministration, lockPerson } from './person.lock'
import { PersonPayload } from './person.payload'
import { roleFacts } from './person.rows'
import { canGrantRole } from './policies'
import { belongsToAdministration } from './roles'

@InputType({ description: 'A role for somebody.' })
class RoleGrantInput {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, { description: 'Id of the person.' })
  readonly personId!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => Hat, { description: 'The role.' })
  readonly role!: Role

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the administration, for roles that are held for one. Coordinators give roles in their own.',
  })
  readonly administrationId?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class RoleGrantArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => RoleGrantInput, { description: 'The role and the person.' })
  readonly input!: RoleGrantInput
}

@Resolver()
export class RoleGrant {
  @Access(MEMBER, SECRETARIAT)
  @Mutation(() => PersonPayload, {
    description:
      'Gives a person another role. A second coordinator of an administration is a deputy. Problems: NOT_FOUND, WRONG_HAT, SECOND_PERSON, RIGHTS_EXCEEDED, WRONG_STATE, ADMINISTRATION_MISSING, UNKNOWN_ADMINISTRATION, NO_ADMINISTRATION, ALREADY_HELD.',
  })
  roleGrant(@Args(() => RoleGrantArgs) { input }: RoleGrantArgs, @Ctx() context: Context) {
    return context.command('roleGrant', input, async (scope) => {
      const { db, viewer, now, newId, record } = scope
      const { person, roles } = await lockPerson(scope, input.personId)
      ensure(canGrantRole(viewer, person, [input.role]), ['input', 'role'])
      const administrationId = await administrationOfRoles(
        scope,
        [input.role],
        input.administrationId,
      )
      if (
        roles.some((held) => held.role === input.role && held.administrationId === administrationId)
      ) {
        throw new Refusal([ALREADY_HELD])
      }
      await lockAdministration(db, administrationId)

      const isDeputy = input.role === 'COORDINATOR' && (await hasContactPoint(db, administrationId))
      await db
        .insertInto('personRole')
        .values({
          id: newId(),
          personId: person.personId,
          role: input.role as Exclude<Role, 'PARTNER'>,
          administrationId,
          grantedAt: now,
          grantedBy: viewer.personId,
          isDeputy,
        })
        .execute()
      record({
        action: 'roleGrant',
        objectType: 'Person',
        objectId: person.personId,
        administrationId,
        facts: roleFacts(input.role, isDeputy),
      })
      return { personId: person.personId }
    })
  }
}

/** The administration roles are given for: the viewer's own, or the one an administrator names. */
export async function administrationOfRoles(
  { db, viewer }: Pick<CommandScope, 'db' | 'viewer'>,
  roles: readonly Role[],
  globalId: string | null | undefined,
): Promise<string | null> {
  if (isMember(viewer)) return viewer.administrationId
  const kinds = new Set(roles.map(belongsToAdministration))
  if (kinds.size > 1) throw new Refusal([MIXED])
  if (kinds.has(false)) {
    if (globalId != null) throw new Refusal([NO_ADMINISTRATION])
    return null
  }
  if (globalId == null) throw new Refusal([ADMINISTRATION_MISSING])
  const id = uuidOf('AD', globalId)
  const row = id && (await administrationById(db, id))
  if (!row) throw new Refusal([UNKNOWN_ADMINISTRATION])
  return row.id
}

const administrationById = (db: Db, id: string) =>
  db.selectFrom('administration').select('id').where('id', '=', id).executeTakeFirst()

/** Whether somebody is the contact point already; every further coordinator is a deputy. */
export async function hasContactPoint(db: Db, administrationId: string | null): Promise<boolean> {
  const row = await db
    .selectFrom('personRole')
    .select('id')
    .where('role', '=', 'COORDINATOR')
    .where('isDeputy', '=', false)
    .where('administrationId', '=', administrationId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

const place = ['input', 'administrationId']
const ALREADY_HELD: ProblemDetail = problem('CONFLICT', 'ALREADY_HELD', 'The person holds this role already.', ['input', 'role']) // prettier-ignore
const MIXED = badInput('MIXED_ROLES', 'Roles of the secretariat and of an administration are given apart.', ['input', 'roles']) // prettier-ignore
const NO_ADMINISTRATION = badInput('NO_ADMINISTRATION', 'This role belongs to no administration.', place) // prettier-ignore
const ADMINISTRATION_MISSING = badInput('ADMINISTRATION_MISSING', 'Name the administration the role is held for.', place) // prettier-ignore
const UNKNOWN_ADMINISTRATION = badInput('UNKNOWN_ADMINISTRATION', 'There is no such administration.', place) // prettier-ignore
