import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, Info, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, SECRETARIAT, ensure } from '#access'
import {
  SessionPayload,
  ensureAlone,
  enterSession,
  hashOfSecret,
  newSecret,
  viewerOfSession,
  type OpenedSession,
} from '#accounts'
import { Refusal, notFound, problem, uuidOf } from '#platform'
import { VIEW_MINUTES, canStartSupportView } from './policies'
import { SUPPORT_NOTICE_TOPIC } from './support-notice'
import { accessById } from './support.rows'
import { ACCESS_TAG } from './support.type'

@InputType({ description: 'Whose eyes to look through.' })
class SupportViewStartInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the support access that the person has opened.' })
  readonly accessId!: string
}

@ArgsType()
class SupportViewStartArgs {
  @Access(SECRETARIAT)
  @Field(() => SupportViewStartInput, { description: 'Whose eyes to look through.' })
  readonly input!: SupportViewStartInput
}

@Resolver()
export class SupportViewStart {
  @Access(SECRETARIAT)
  @Mutation(() => SessionPayload, {
    description:
      'Goes on, for 15 minutes at most, as a session that sees exactly what the person sees and changes nothing. The person is told. The only field of its document. Problems: NOT_FOUND, WRONG_HAT, SECOND_PERSON, WRONG_STATE.',
  })
  async supportViewStart(
    @Args(() => SupportViewStartArgs) { input }: SupportViewStartArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Omit<SessionPayload, 'viewer'>> {
    ensureAlone(info, context)
    const { exchange, requestId } = context
    let opened: OpenedSession | null = null
    const settled = await context.command('supportViewStart', {}, async (scope) => {
      const { db, viewer, now, newId, record, later } = scope
      const id = uuidOf(ACCESS_TAG, input.accessId)
      const access = id && (await accessById(db, id))
      if (!access || exchange.sessionToken === null) throw notFound(['input', 'accessId'])
      ensure(canStartSupportView(viewer, access), ['input', 'accessId'])

      const viewId = newId()
      const { token, hash } = newSecret()
      const until = new Date(now.getTime() + VIEW_MINUTES * 60_000)
      const { rows } = await sql<{ started: boolean }>`
        select support_view_start(${viewId}::uuid, ${access.id}::uuid, ${hash}::bytea,
          ${hashOfSecret(exchange.sessionToken)}::bytea, ${now.toISOString()}::timestamptz,
          ${until.toISOString()}::timestamptz, ${newId()}::uuid, ${requestId}) as started`.execute(
        db,
      )
      const seen = rows[0]?.started ? await viewerOfSession(db, token, now) : null
      if (!seen) throw new Refusal([ENDED])
      opened = { token, viewer: seen, expiresAt: seen.sessionEnds!.latestAt }
      // Under both names, in the chain of the person and in that of whoever looks.
      for (const administrationId of new Set([access.administrationId, null])) {
        record({
          action: 'supportViewStart',
          objectType: 'SupportView',
          objectId: viewId,
          administrationId,
          facts: { viewAs: access.personId, minutes: VIEW_MINUTES },
        })
      }
      later(SUPPORT_NOTICE_TOPIC, { viewId })
      return {}
    })
    if (opened) await enterSession(context, opened)
    return { problems: settled.problems }
  }
}

const ENDED = problem(
  'CONFLICT',
  'WRONG_STATE',
  'This support access has ended. The person may open it again.',
  ['input', 'accessId'],
)
