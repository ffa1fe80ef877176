import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, PUBLIC, PageArgs, Permission, SECRETARIAT } from '#access'
import { PersonCard, ViewerCard, cardOf } from '#accounts'
import { DateTimeScalar, connectionOf, globalId, pageOf, uuidOf } from '#platform'
import {
  apiClientById,
  apiClientPage,
  tokensOfClients,
  type ApiClientTokenRow,
} from './api-client.rows'
import {
  ApiClient,
  ApiClientConnection,
  ApiClientPayload,
  ApiClientStatus,
  ApiClientToken,
  ApiClientTokenViewerCan,
  ApiClientViewerCan,
} from './api-client.type'
import {
  canDeclineClient,
  canGrantClient,
  canIssueToken,
  canProposeClient,
  canRevokeClient,
  canRevokeToken,
  canRotateToken,
  canUpdateClient,
  type ApiClientFacts,
} from './policies'

@ArgsType()
class ApiClientsArgs extends PageArgs {
  @Access(SECRETARIAT)
  @Field(() => ApiClientStatus, { nullable: true, description: 'State, to see its clients only.' })
  readonly status?: ApiClientStatus | null
}

@ArgsType()
class ApiClientArgs {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the client.' })
  readonly id!: string
}

@Resolver(() => ApiClient)
export class ApiClientQuery {
  @Access(SECRETARIAT)
  @Query(() => ApiClientConnection, {
    nullable: true,
    description:
      'Partners’ clients by name: all for the administrator, else those one answers for.',
  })
  async apiClients(@Args(() => ApiClientsArgs) args: ApiClientsArgs, @Ctx() context: Context) {
    const page = pageOf(args)
    const { rows, total } = await context.read((db) =>
      apiClientPage(db, page, args.status ?? null, context.now),
    )
    return connectionOf(rows, page, total, ({ name, id }) => [name, id])
  }

  @Access(SECRETARIAT)
  @Query(() => ApiClient, {
    nullable: true,
    description: 'One client of a partner. Null when there is none the viewer may see.',
  })
  apiClient(@Args(() => ApiClientArgs) { id }: ApiClientArgs, @Ctx() context: Context) {
    const clientId = uuidOf('AC', id)
    return clientId && context.read((db) => apiClientById(db, clientId, context.now))
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the client.' })
  id(@Root() client: ApiClient): string {
    return globalId('AC', client.id)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Whoever answers for it in the secretariat. Null where nobody is named.',
  })
  owner(@Root() client: ApiClient, @Ctx() context: Context) {
    return cardOf(context, 'API_CLIENT', client, client.personId)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => [ApiClientToken], { description: 'Its tokens, the newest first.' })
  async tokens(@Root() client: ApiClient, @Ctx() context: Context) {
    return tokensOf(context, client)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last use of any of its tokens. Null where there was none.',
  })
  async lastUsedAt(@Root() client: ApiClient, @Ctx() context: Context): Promise<string | null> {
    const used = (await tokensOf(context, client)).flatMap(({ lastUsedAt }) => lastUsedAt ?? [])
    return used.reduce<string | null>((last, each) => (last && last > each ? last : each), null)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => ApiClientViewerCan, { description: 'What the viewer may do with it.' })
  async viewerCan(@Root() client: ApiClient, @Ctx() context: Context): Promise<ApiClientViewerCan> {
    const { viewer } = context
    const facts = factsOf(client, await tokensOf(context, client))
    return {
      grant: canGrantClient(viewer, facts),
      decline: canDeclineClient(viewer, facts),
      update: canUpdateClient(viewer, facts),
      revoke: canRevokeClient(viewer, facts),
      issueToken: canIssueToken(viewer, facts),
      rotateToken: canRotateToken(viewer, facts),
    }
  }
}

const tokensOf = async (
  context: Context,
  { id }: ApiClient,
): Promise<readonly ApiClientTokenRow[]> =>
  (await context.load(tokensOfClients, id, { now: context.now })) ?? []

/** What the rules ask about a client. */
export const factsOf = (
  { status, personId, isExpired }: ApiClient,
  tokens: readonly ApiClientTokenRow[],
): ApiClientFacts => ({
  status,
  personId,
  isExpired,
  validTokenCount: tokens.filter(({ isValid }) => isValid).length,
})

@Resolver(() => ApiClientToken)
export class ApiClientTokenFields {
  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the token.' })
  id(@Root() token: ApiClientToken): string {
    return globalId('AT', token.id)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => ApiClientTokenViewerCan, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() token: ApiClientToken, @Ctx() { viewer }: Context): ApiClientTokenViewerCan {
    return { revoke: canRevokeToken(viewer, token) }
  }
}

@Resolver(() => ViewerCard)
export class ViewerPartnerFields {
  @Access(OWNER)
  @FieldResolver(() => Permission, { description: 'Whether the viewer may propose partners.' })
  proposeApiClient(@Ctx() { viewer }: Context): Permission {
    return canProposeClient(viewer)
  }

  @Access(OWNER)
  @FieldResolver(() => Permission, {
    description: 'Whether the viewer may grant access to partners.',
  })
  grantApiClient(@Ctx() { viewer }: Context): Permission {
    return canGrantClient(viewer, null)
  }
}

@Resolver(() => ApiClientPayload)
export class ApiClientPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => ApiClient, {
    nullable: true,
    description: 'The client as it is now. Null when the command was refused.',
  })
  client(@Root() { clientId }: ApiClientPayload, @Ctx() context: Context) {
    return clientId ? context.read((db) => apiClientById(db, clientId, context.now)) : null
  }
}
