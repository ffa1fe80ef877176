import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure } from '#access'
import { Refusal, badInput, problem } from '#platform'
import { AdministrationPayload } from './administration.payload'
import { administrationAsked } from './hand-over'
import { canUpdateAdministration } from './policies'

@InputType({ description: 'How an administration signs, at its own request.' })
class AdministrationUpdateInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the administration.' })
  readonly administrationId!: string

  @Access(SECRETARIAT)
  @Field(() => Boolean, { description: 'Whether a second person signs what is submitted.' })
  readonly requiresApproval!: boolean

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'The request behind it: who asked, when and why.' })
  readonly reason!: string

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class AdministrationUpdateArgs {
  @Access(SECRETARIAT)
  @Field(() => AdministrationUpdateInput, { description: 'The administration and the change.' })
  readonly input!: AdministrationUpdateInput
}

@Resolver()
export class AdministrationUpdate {
  @Access(SECRETARIAT)
  @Mutation(() => AdministrationPayload, {
    description:
      'Switches the second signature of an administration on or off. Problems: NOT_FOUND, WRONG_HAT, TEXT_MISSING, UNCHANGED.',
  })
  administrationUpdate(
    @Args(() => AdministrationUpdateArgs) { input }: AdministrationUpdateArgs,
    @Ctx() context: Context,
  ) {
    return context.command('administrationUpdate', input, async (scope) => {
      const { db, viewer, record } = scope
      ensure(canUpdateAdministration(viewer))
      const administrationId = await administrationAsked(scope, input.administrationId)
      const reason = input.reason.trim()
      if (reason === '') throw new Refusal([REASON_MISSING])
      const [changed] = await db
        .updateTable('administration')
        .set({ requiresApproval: input.requiresApproval, version: sql`version + 1` })
        .where('id', '=', administrationId)
        .where('requiresApproval', '<>', input.requiresApproval)
        .returning('id')
        .execute()
      if (!changed) throw new Refusal([UNCHANGED])
      record({
        action: 'administrationUpdate',
        objectType: 'Administration',
        objectId: administrationId,
        administrationId,
        before: !input.requiresApproval,
        after: input.requiresApproval,
        facts: { requiresApproval: input.requiresApproval, reason },
      })
      return { administrationId }
    })
  }
}

const REASON_MISSING = badInput('TEXT_MISSING', 'Say who asked for it and why.', [
  'input',
  'reason',
])
const UNCHANGED = problem('CONFLICT', 'UNCHANGED', 'The administration signs like this already.', ['input', 'requiresApproval']) // prettier-ignore
