import type { GraphQLResolveInfo } from 'graphql'
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { Access, MEMBER, PageArgs, SECRETARIAT, embed, wears, type Context } from '#access'
import {
  Administration,
  LocaleArgs,
  PersonCard,
  administrationsByCode,
  administrationsById,
  cardOf,
} from '#accounts'
import { Cycle, cyclesById } from '#cycle'
import { DateTimeScalar, connectionOf, decodeGlobalId, globalId, pageOf, uuidOf } from '#platform'
import { auditEntryAt, auditPage, keyOfEntry, lastAnchor, uuidOfEntry } from './audit-entry.rows'
import {
  AuditAnchor,
  AuditChange,
  AuditEntry,
  AuditEntryConnection,
  AuditObject,
  READERS,
} from './audit-entry.type'
import { changesOf } from './changes'
import { AuditOutcome } from './enums'
import { targetOf } from './targets'

// Each filter acts on what every reader of an entry reads of it; whoever reads none is given none.
@ArgsType()
class AuditEntriesArgs extends PageArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Action, to see its entries only.' })
  readonly action?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => AuditOutcome, { nullable: true, description: 'Outcome wanted.' })
  readonly outcome?: AuditOutcome | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, { nullable: true, description: 'Id of the person who acted.' })
  readonly actor?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, { nullable: true, description: 'Id of the object the entry is about.' })
  readonly object?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of an administration, to see the entries of its chain only.',
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

@ArgsType()
class AuditEntryArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, { description: 'Name of the chain.' })
  readonly chain!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => Int, { description: 'Number of the entry in the chain.' })
  readonly seq!: number
}

/** Hats the log is open to; for the others it is empty. */
const readsLog = ({ viewer }: Context) =>
  wears(viewer, 'ADMINISTRATOR', 'CYCLE_OFFICER', 'COORDINATOR', 'APPROVER')

const NOBODY = '00000000-0000-0000-0000-000000000000'

@Resolver(() => AuditEntry)
export class AuditEntryQuery {
  @Access(MEMBER, SECRETARIAT)
  @Query(() => AuditEntryConnection, {
    description:
      'The audit log, newest first: all of it for the administrator, what concerns cycles for the cycle officer, the own administration’s for its coordinator and approver. Empty for other hats.',
  })
  async auditEntries(
    @Args(() => AuditEntriesArgs) args: AuditEntriesArgs,
    @Ctx() context: Context,
  ) {
    const page = pageOf(args)
    if (!readsLog(context)) return connectionOf([], page, 0, () => [])
    const administration =
      args.administration == null
        ? null
        : await context.load(administrationsByCode, args.administration)
    // A made-up id finds what the id of a stranger finds.
    const filter = {
      action: args.action ?? null,
      outcome: args.outcome ?? null,
      personId: args.actor == null ? null : (uuidOf('PE', args.actor) ?? NOBODY),
      objectId: args.object == null ? null : (decodeGlobalId(args.object)?.uuid ?? NOBODY),
      administrationId: args.administration == null ? null : (administration?.id ?? NOBODY),
      from: args.from ?? null,
      until: args.until ?? null,
    }
    const { rows, total } = await context.read((db) => auditPage(db, page, filter))
    return connectionOf(rows, page, total, keyOfEntry)
  }

  @Access(MEMBER, SECRETARIAT)
  @Query(() => AuditEntry, {
    nullable: true,
    description: 'One entry by its place. Null where the viewer sees none.',
  })
  auditEntry(@Args(() => AuditEntryArgs) { chain, seq }: AuditEntryArgs, @Ctx() context: Context) {
    return readsLog(context) ? context.read((db) => auditEntryAt(db, chain, seq)) : null
  }

  @Access(SECRETARIAT)
  @Query(() => AuditAnchor, {
    nullable: true,
    description:
      'The last anchoring of the log. Null before the first one, and for hats other than the administrator.',
  })
  auditAnchor(@Ctx() context: Context) {
    return wears(context.viewer, 'ADMINISTRATOR') ? context.read(lastAnchor) : null
  }

  @Access(...READERS)
  @FieldResolver(() => ID, { nullable: true, description: 'Opaque id of the entry.' })
  id(@Root() entry: AuditEntry): string {
    return globalId('AE', uuidOfEntry(entry))
  }

  @Access(...READERS)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who acted. Null for the system.',
  })
  actor(@Root() entry: AuditEntry, @Ctx() context: Context) {
    return cardOf(context, 'AUDIT', entry, entry.personId, entry.hat ?? undefined)
  }

  @Access(...READERS)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description:
      'Person through whose eyes the actor looked, in a support view. Null for everything else.',
  })
  viewAs(@Root() entry: AuditEntry, @Ctx() context: Context) {
    const { viewAs } = (entry.content ?? {}) as { readonly viewAs?: string }
    return cardOf(context, 'AUDIT', entry, viewAs)
  }

  @Access(...READERS)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration whose chain it stands in. Null in the chain of the secretariat.',
  })
  administration(@Root() entry: AuditEntry, @Ctx() context: Context) {
    return entry.administrationId ? context.load(administrationsById, entry.administrationId) : null
  }

  @Access(...READERS)
  @FieldResolver(() => Cycle, {
    nullable: true,
    description: 'Cycle it concerns. Null where it is no matter of the cycle officer.',
  })
  cycle(@Root() entry: AuditEntry, @Ctx() context: Context) {
    return entry.cycleId ? context.load(cyclesById, entry.cycleId) : null
  }

  @Access(...READERS)
  @FieldResolver(() => AuditObject, {
    nullable: true,
    description: 'What it is about. Null for a refusal, which names nothing.',
  })
  object(@Root() entry: AuditEntry): AuditObject | null {
    if (entry.objectType === null || entry.objectId === null) return null
    return embed('AUDIT', entry, { type: entry.objectType, uuid: entry.objectId })
  }

  @Access(...READERS)
  @FieldResolver(() => [AuditChange], {
    nullable: true,
    description:
      'Fields it changed, as far as a history keeps their values. Empty where none does, and for a refusal.',
  })
  async changes(
    @Root() entry: AuditEntry,
    @Ctx() context: Context,
    @Info() { schema }: GraphQLResolveInfo,
  ) {
    return embed('AUDIT', entry, await changesOf(context, schema, entry))
  }
}

@Resolver(() => AuditObject)
export class AuditObjectFields {
  @Access(...READERS)
  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Opaque id of the object. Null where it is not open to the viewer, or gone.',
  })
  async id(@Root() { type, uuid }: AuditObject, @Ctx() context: Context) {
    const target = await targetOf(context, type, uuid)
    return target && globalId(target.tag, uuid)
  }

  @Access(...READERS)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Code of the object, where it has one and the viewer may see it.',
  })
  async code(@Root() { type, uuid }: AuditObject, @Ctx() context: Context) {
    return (await targetOf(context, type, uuid))?.code ?? null
  }

  @Access(...READERS)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Code of the framework version it is part of, where the viewer may see it.',
  })
  async versionCode(@Root() { type, uuid }: AuditObject, @Ctx() context: Context) {
    return (await targetOf(context, type, uuid))?.versionCode ?? null
  }

  @Access(...READERS)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Name of the object in the chosen language. Null where it is not open to the viewer, or gone.',
  })
  async name(
    @Root() { type, uuid }: AuditObject,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
    @Ctx() context: Context,
  ) {
    return (await targetOf(context, type, uuid))?.name(locale) ?? null
  }
}
