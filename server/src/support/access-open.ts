import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, REVIEWER, SECRETARIAT, ensure } from '#access'
import { Refusal, problem } from '#platform'
import { ACCESS_MINUTES, canOpenSupportAccess } from './policies'
import { SupportAccessPayload } from './support.type'

@InputType({ description: 'A decision on the own support access.' })
export class SupportAccessInput {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
export class SupportAccessArgs {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => SupportAccessInput, { description: 'The decision.' })
  readonly input!: SupportAccessInput
}

@Resolver()
export class SupportAccessOpen {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Mutation(() => SupportAccessPayload, {
    description:
      'Opens, for 30 minutes, what the viewer sees under the present hat to an administrator who gives support. The administrator changes nothing, is named to the viewer and stands in the log. Problems: WRONG_HAT, ALREADY_OPEN.',
  })
  supportAccessOpen(
    @Args(() => SupportAccessArgs) { input }: SupportAccessArgs,
    @Ctx() context: Context,
  ) {
    return context.command(
      'supportAccessOpen',
      input,
      async ({ db, viewer, now, newId, record }) => {
        ensure(canOpenSupportAccess(viewer))
        const at = now.toISOString()
        const id = newId()
        await sql`update support_access set closed_at = ends_at
        where person_id = ${viewer.personId}::uuid and closed_at is null and ends_at <= ${at}::timestamptz`.execute(
          db,
        )
        const { rows } = await sql<{ id: string }>`
        insert into support_access (id, person_id, person_role_id, administration_id, opened_at, ends_at)
        select ${id}::uuid, ${viewer.personId}::uuid, r.id, r.administration_id, ${at}::timestamptz,
          ${at}::timestamptz + make_interval(mins => ${ACCESS_MINUTES})
        from roles_of(${viewer.personId}::uuid) r
        where r.role = ${viewer.hat} and r.administration_id is not distinct from ${viewer.administrationId}::uuid
        limit 1 on conflict do nothing returning id`.execute(db)
        if (rows.length === 0) throw new Refusal([ALREADY_OPEN])
        record({
          action: 'supportAccessOpen',
          objectType: 'SupportAccess',
          objectId: id,
          administrationId: viewer.administrationId,
          facts: { minutes: ACCESS_MINUTES },
        })
        return {}
      },
    )
  }
}

const ALREADY_OPEN = problem(
  'CONFLICT',
  'ALREADY_OPEN',
  'Support access is open already. Close it first to open it anew.',
)
