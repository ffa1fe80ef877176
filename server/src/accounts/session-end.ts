import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, MEMBER, REVIEWER, SECRETARIAT } from '#access'
import { notFound, uuidOf } from '#platform'
import { SessionPayload } from './viewer.type'

@InputType({ description: 'Which session to end.' })
class SessionEndInput {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => ID, {
    description: 'Id of one of the viewer’s own sessions, from `viewer.sessions`.',
  })
  readonly sessionId!: string
}

@ArgsType()
class SessionEndArgs {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => SessionEndInput, { description: 'Which session to end.' })
  readonly input!: SessionEndInput
}

@Resolver()
export class SessionEnd {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Mutation(() => SessionPayload, {
    description:
      'Ends another session of the viewer, such as one left open elsewhere. Problems: NOT_FOUND.',
  })
  sessionEnd(@Args(() => SessionEndArgs) { input }: SessionEndArgs, @Ctx() context: Context) {
    return context.command('sessionEnd', {}, async ({ db, viewer, now, record }) => {
      const sessionId = uuidOf('SE', input.sessionId)
      const { rows } = await sql<{ ended: boolean }>`
        select own_session_end(${sessionId}::uuid, ${now.toISOString()}::timestamptz) as ended`.execute(
        db,
      )
      if (!rows[0]?.ended) throw notFound(['input', 'sessionId'])
      record({
        action: 'sessionEnd',
        objectType: 'Session',
        objectId: sessionId,
        administrationId: viewer.administrationId,
      })
      return {}
    })
  }
}
