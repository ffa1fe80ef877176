import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { Access, PageArgs, SECRETARIAT, embed, type Context } from '#access'
import { LocaleArgs, PersonCard, cardOf, localized } from '#accounts'
import { FrameworkVersion, contentHashNow, snapshotOf } from '#framework'
import { connectionOf, pageInMemory, pageOf, uuidOf } from '#platform'
import { importPage, importsById, keyOfImport } from './framework-import.rows'
import {
  FrameworkImport,
  FrameworkImportConnection,
  FrameworkImportEntryConnection,
  ImportEntryState,
  ImportProblem,
} from './framework-import.type'

@ArgsType()
class ImportArgs {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the import.' })
  readonly id!: string
}

@ArgsType()
class EntryArgs extends PageArgs {
  @Access(SECRETARIAT)
  @Field(() => ImportEntryState, { nullable: true, description: 'State wanted.' })
  readonly state?: ImportEntryState | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'List of the file wanted.' })
  readonly section?: string | null
}

@Resolver(() => FrameworkImport)
export class FrameworkImportQuery {
  @Access(SECRETARIAT)
  @Query(() => FrameworkImport, {
    nullable: true,
    description: 'The dry run of a file. Null where the viewer sees none.',
  })
  frameworkImport(@Args(() => ImportArgs) { id }: ImportArgs, @Ctx() context: Context) {
    const uuid = uuidOf('IM', id)
    return uuid ? context.load(importsById, uuid) : null
  }

  @Access(SECRETARIAT)
  @Query(() => FrameworkImportConnection, {
    description: 'Files that were read, the newest first.',
  })
  async frameworkImports(@Args(() => PageArgs) args: PageArgs, @Ctx() context: Context) {
    const page = pageOf(args)
    const { rows, total } = await context.read((db) => importPage(db, page))
    return connectionOf(rows, page, total, keyOfImport)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => FrameworkImportEntryConnection, {
    nullable: true,
    description: 'What the import would do, entry by entry, in the order of the file.',
  })
  entries(@Root() row: FrameworkImport, @Args(() => EntryArgs) args: EntryArgs) {
    const fitting = row.found.filter(
      ({ state, section }) =>
        (args.state == null || state === args.state) &&
        (args.section == null || section === args.section),
    )
    const page = pageInMemory(fitting, pageOf(args), ({ section, code }) => `${section}:${code}`)
    return embed('CATALOGUE', row, page)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => Boolean, {
    description:
      'Whether the draft or base still has the content that the file was compared with; otherwise the import has to be checked again before it is applied.',
  })
  async isCurrent(
    @Root() { draftId, baseId, comparedHash }: FrameworkImport,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const id = draftId ?? baseId
    return id === null || (await contentHashNow(context, id)) === comparedHash
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who handed the file in.',
  })
  author(@Root() row: FrameworkImport, @Ctx() context: Context) {
    return cardOf(context, 'CATALOGUE', row, row.authorId)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => FrameworkVersion, {
    nullable: true,
    description: 'Draft it goes into. Null for a new one.',
  })
  draft(@Root() { draftId }: FrameworkImport, @Ctx() context: Context) {
    return versionOf(context, draftId)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => FrameworkVersion, {
    nullable: true,
    description: 'Version the new draft is copied from. Null for a draft of its own.',
  })
  base(@Root() { baseId }: FrameworkImport, @Ctx() context: Context) {
    return versionOf(context, baseId)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => FrameworkVersion, {
    nullable: true,
    description: 'Draft the content is in. Null before it is applied.',
  })
  frameworkVersion(@Root() { versionId }: FrameworkImport, @Ctx() context: Context) {
    return versionOf(context, versionId)
  }
}

@Resolver(() => ImportProblem)
export class ImportProblemFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => String, {
    description: 'What is wrong, as a sentence in the chosen language.',
  })
  message(
    @Root() { message, french }: ImportProblem,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ) {
    return localized({ en: message, fr: french }, locale)
  }
}

export const versionOf = async (context: Context, id: string | null | undefined) =>
  id ? ((await snapshotOf(context, id))?.version ?? null) : null
