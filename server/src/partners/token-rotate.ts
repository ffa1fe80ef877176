import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure } from '#access'
import { Refusal, badInput } from '#platform'
import { lockClient, recordClient } from './api-client.lock'
import { ApiClientPayload } from './api-client.type'
import { canRotateToken } from './policies'
import { addToken, endTokens } from './token'

const DAY = 24 * 60 * 60 * 1000
const LONGEST_OVERLAP = 14

@InputType({ description: 'Which client gets a new token, and how long both work.' })
class ApiClientTokenRotateInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the client.' })
  readonly clientId!: string

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Days for which the present token goes on beside it, 0 to 14.' })
  readonly overlapDays!: number

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class ApiClientTokenRotateArgs {
  @Access(SECRETARIAT)
  @Field(() => ApiClientTokenRotateInput, { description: 'Which client, and the overlap.' })
  readonly input!: ApiClientTokenRotateInput
}

@Resolver()
export class ApiClientTokenRotate {
  @Access(SECRETARIAT)
  @Mutation(() => ApiClientPayload, {
    description:
      'Issues a new token, shown in this answer alone, and lets the present one end after an overlap. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, NOT_READY, OUT_OF_TIME, OVERLAP_UNFIT.',
  })
  apiClientTokenRotate(
    @Args(() => ApiClientTokenRotateArgs) { input }: ApiClientTokenRotateArgs,
    @Ctx() context: Context,
  ) {
    return context.command('apiClientTokenRotate', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const { client, facts } = await lockClient(scope, input.clientId)
      ensure(canRotateToken(viewer, facts), ['input', 'clientId'])
      if (input.overlapDays < 0 || input.overlapDays > LONGEST_OVERLAP) {
        throw new Refusal([OVERLAP_UNFIT])
      }
      await endTokens(db, client.id, null, now, new Date(now.getTime() + input.overlapDays * DAY))
      await addToken(scope, client)
      recordClient(record, 'apiClientTokenRotate', client.id, { overlapDays: input.overlapDays })
      return { clientId: client.id }
    })
  }
}

const OVERLAP_UNFIT = badInput('OVERLAP_UNFIT', `The overlap is 0 to ${LONGEST_OVERLAP} days.`, ['input', 'overlapDays']) // prettier-ignore
