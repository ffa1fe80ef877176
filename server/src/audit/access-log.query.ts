import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import {
  Access,
  MEMBER,
  PageArgs,
  SECRETARIAT,
  wears,
  type Context,
  type Hat as AnyHat,
} from '#access'
import {
  Administration,
  Hat,
  LocaleArgs,
  PersonCard,
  administrationsByCode,
  administrationsById,
  cardOf,
  organisationName,
  type Texts,
} from '#accounts'
import { releasesById } from '#analysis'
import { Cycle, cyclesByCode, cyclesById } from '#cycle'
import { DateTimeScalar, connectionOf, globalId, pageOf } from '#platform'
import { accessLogPage } from './access-log.rows'
import { AccessLogEntry, AccessLogEntryConnection, AccessLogKind } from './access-log.type'
import { READERS } from './audit-entry.type'

@ArgsType()
class AccessLogEntriesArgs extends PageArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => AccessLogKind, { nullable: true, description: 'Kind of content wanted.' })
  readonly kind?: AccessLogKind | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => Hat, { nullable: true, description: 'Hat of the readers wanted.' })
  readonly hat?: AnyHat | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Code of the cycle the content is from.' })
  readonly cycle?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the administration whose content was read.',
  })
  readonly administration?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => DateTimeScalar, { nullable: true, description: 'Timestamp of the earliest entry.' })
  readonly from?: Date | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp before which the latest entry lies.',
  })
  readonly until?: Date | null
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

@Resolver(() => AccessLogEntry)
export class AccessLogQuery {
  @Access(MEMBER, SECRETARIAT)
  @Query(() => AccessLogEntryConnection, {
    description:
      'Reads from outside of content that is not public, newest first: of the own administration for its coordinator and approver, of all for the administrator. Empty for other hats.',
  })
  async accessLogEntries(
    @Args(() => AccessLogEntriesArgs) args: AccessLogEntriesArgs,
    @Ctx() context: Context,
  ) {
    const page = pageOf(args)
    if (!wears(context.viewer, 'ADMINISTRATOR', 'COORDINATOR', 'APPROVER')) {
      return connectionOf([], page, 0, () => [])
    }
    const [administration, cycle] = await Promise.all([
      args.administration == null ? null : context.load(administrationsByCode, args.administration),
      args.cycle == null ? null : context.load(cyclesByCode, args.cycle),
    ])
    const filter = {
      kind: args.kind ?? null,
      hat: args.hat ?? null,
      administrationId: args.administration == null ? null : (administration?.id ?? NOBODY),
      cycleId: args.cycle == null ? null : (cycle?.id ?? NOBODY),
      from: args.from ?? null,
      until: args.until ?? null,
    }
    const { rows, total } = await context.read((db) => accessLogPage(db, page, filter))
    return connectionOf(rows, page, total, ({ at, id }) => [at, id])
  }

  @Access(...READERS)
  @FieldResolver(() => ID, { nullable: true, description: 'Opaque id of the entry.' })
  id(@Root() entry: AccessLogEntry): string {
    return globalId('AL', entry.id)
  }

  @Access(...READERS)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration whose content was read.',
  })
  administration(@Root() entry: AccessLogEntry, @Ctx() context: Context) {
    return context.load(administrationsById, entry.administrationId)
  }

  @Access(...READERS)
  @FieldResolver(() => Cycle, {
    nullable: true,
    description: 'Cycle the content is from. Null for a support view, which opens every cycle.',
  })
  cycle(@Root() entry: AccessLogEntry, @Ctx() context: Context) {
    return entry.cycleOfContent ? context.load(cyclesById, entry.cycleOfContent) : null
  }

  @Access(...READERS)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Code of the release it was read in. Null for a copy that is being edited or was submitted.',
  })
  async releaseCode(@Root() { releaseId }: AccessLogEntry, @Ctx() context: Context) {
    return releaseId ? ((await context.load(releasesById, releaseId))?.code ?? null) : null
  }

  @Access(...READERS)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Administration, secretariat or project team the reader acted for, in the chosen language. Null for a partner’s program.',
  })
  async organisation(
    @Root() { hat, readerAdministrationId }: AccessLogEntry,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
    @Ctx() context: Context,
  ) {
    if (hat === 'PARTNER') return null
    const home =
      readerAdministrationId && (await context.load(administrationsById, readerAdministrationId))
    return organisationName(hat, home ? (home.name as Texts) : null, locale)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who read, for the administrator alone. Null for a partner’s program.',
  })
  reader(@Root() entry: AccessLogEntry, @Ctx() context: Context) {
    return cardOf(context, 'AUDIT', entry, entry.personId, entry.hat ?? undefined)
  }
}
