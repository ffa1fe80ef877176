import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, PageArgs, Permission, Reads, SECRETARIAT, type Context } from '#access'
import { PersonCard, cardOf } from '#accounts'
import { connectionOf, globalId, pageOf } from '#platform'
import { TermState } from './enums'
import { otherEditors } from './other-editors'
import { canApproveTerm, canKeepTerms } from './policies'
import { termById, termPage, type TermRow } from './term.rows'
import {
  FrameworkTerm,
  FrameworkTermConnection,
  FrameworkTermPayload,
  FrameworkTermViewerCan,
} from './term.type'

@ArgsType()
class FrameworkTermsArgs extends PageArgs {
  @Access(PUBLIC)
  @Reads('FrameworkTerm.state')
  @Field(() => TermState, { nullable: true, description: 'State of the terms wanted.' })
  readonly state?: TermState | null

  @Access(PUBLIC)
  @Reads('FrameworkTerm.en', 'FrameworkTerm.fr')
  @Field(() => String, {
    nullable: true,
    description: 'Part of the English or French term; accents and case do not matter.',
  })
  readonly search?: string | null
}

@Resolver(() => FrameworkTerm)
export class FrameworkTermQuery {
  @Access(PUBLIC)
  @Query(() => FrameworkTermConnection, {
    description:
      'Glossary of the framework by English term: approved terms for everybody, proposed ones for the secretariat.',
  })
  async frameworkTerms(
    @Args(() => FrameworkTermsArgs) args: FrameworkTermsArgs,
    @Ctx() context: Context,
  ) {
    const page = pageOf(args)
    const filter = { state: args.state ?? null, search: args.search?.trim() || null }
    const { rows, total } = await context.read((db) => termPage(db, page, filter))
    const connection = connectionOf(rows, page, total, ({ place, id }) => [place, id])
    return { ...connection, add: canKeepTerms(context.viewer) }
  }

  @Access(PUBLIC)
  @FieldResolver(() => ID, { description: 'Opaque global id.' })
  id(@Root() term: FrameworkTerm): string {
    return globalId('TM', term.id)
  }

  @Access(SECRETARIAT, { when: 'STAFF' })
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who put it down or changed it last. Null outside the secretariat.',
  })
  proposedBy(@Root() term: FrameworkTerm, @Ctx() context: Context) {
    return cardOf(context, 'CATALOGUE', term, term.proposedBy)
  }

  @Access(SECRETARIAT, { when: 'STAFF' })
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who approved it. Null before, and outside the secretariat.',
  })
  approvedBy(@Root() term: FrameworkTerm, @Ctx() context: Context) {
    return cardOf(context, 'CATALOGUE', term, term.approvedBy)
  }

  @Access(PUBLIC)
  @FieldResolver(() => FrameworkTermViewerCan, {
    description: 'What the viewer may do with the term.',
  })
  async viewerCan(
    @Root() term: TermRow,
    @Ctx() context: Context,
  ): Promise<{ change: Permission; approve: Permission }> {
    const { viewer } = context
    const change = canKeepTerms(viewer)
    const hasOthers = change.allowed && (await context.load(otherEditors, 'viewer'))
    return { change, approve: canApproveTerm(viewer, { ...term, isAlone: !hasOthers }) }
  }
}

@Resolver(() => FrameworkTermPayload)
export class FrameworkTermPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => FrameworkTerm, {
    nullable: true,
    description:
      'Term as it is now; after a stale change, the current one. Null when it was refused or removed.',
  })
  term(@Root() { termId }: FrameworkTermPayload, @Ctx() context: Context) {
    return termId ? context.read((db) => termById(db, termId)) : null
  }
}
