import { sql } from 'kysely'
import { Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, MEMBER, REVIEWER, SECRETARIAT } from '#access'
import { SessionPayload } from './viewer.type'

@Resolver()
export class SessionsEndOthers {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Mutation(() => SessionPayload, {
    description: 'Ends all sessions of the viewer but the one that asks, on whatever device.',
  })
  sessionsEndOthers(@Ctx() context: Context) {
    return context.command('sessionsEndOthers', {}, async ({ db, viewer, now, record }) => {
      const { rows } = await sql<{ ended: number }>`
        select own_sessions_end_others(${viewer.sessionId}::uuid, ${now.toISOString()}::timestamptz) as ended`.execute(
        db,
      )
      record({
        action: 'sessionsEndOthers',
        objectType: 'Session',
        objectId: viewer.sessionId,
        administrationId: viewer.administrationId,
        facts: { count: rows[0]?.ended ?? 0 },
      })
      return {}
    })
  }
}
