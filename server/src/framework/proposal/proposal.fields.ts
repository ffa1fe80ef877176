import { Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, SECRETARIAT, embed, type Context } from '#access'
import { Locale, LocaleArgs, PersonCard, cardOf, localized, type Texts } from '#accounts'
import { globalId } from '#platform'
import { snapshotOf } from '../catalogue'
import { FrameworkVersion } from '../framework-version'
import type { VersionHead, VersionSnapshot } from '../snapshot'
import { canComment, canDecide, canImplement, canWithdraw } from './policies'
import { commentsOfProposals, proposalsById, proposalsOfVersions } from './proposal.rows'
import {
  ChangeProposal,
  ChangeProposalComment,
  ChangeProposalPayload,
  ChangeProposalViewerCan,
  ProposedNode,
  localeOf,
} from './proposal.type'

@Resolver(() => ChangeProposal)
export class ChangeProposalFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque global id.' })
  id(@Root() proposal: ChangeProposal): string {
    return globalId('CP', proposal.id)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => Locale, { description: 'Language in which it was written.' })
  locale(@Root() proposal: ChangeProposal): Locale {
    return localeOf(proposal)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Author of the proposal.' })
  author(@Root() proposal: ChangeProposal, @Ctx() context: Context) {
    return cardOf(context, 'PROPOSAL', proposal, proposal.authorId)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who decided for the PMMPT. Null while there is no decision.',
  })
  decidedBy(@Root() proposal: ChangeProposal, @Ctx() context: Context) {
    return cardOf(context, 'PROPOSAL', proposal, proposal.decidedBy, 'PMMPT_OBSERVER')
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Editor who named the version that carries it out. Null before.',
  })
  implementedBy(@Root() proposal: ChangeProposal, @Ctx() context: Context) {
    return cardOf(context, 'PROPOSAL', proposal, proposal.implementedBy, 'METHODOLOGY_EDITOR')
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => FrameworkVersion, {
    nullable: true,
    description: 'Published version that the proposal is about.',
  })
  async aboutVersion(@Root() { aboutVersionId }: ChangeProposal, @Ctx() context: Context) {
    return (await snapshotOf(context, aboutVersionId))?.version ?? null
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => FrameworkVersion, {
    nullable: true,
    description:
      'Version that carries it out. Null before, and while the viewer does not see that version.',
  })
  async implementedIn(@Root() { versionId }: ChangeProposal, @Ctx() context: Context) {
    return versionId ? ((await snapshotOf(context, versionId))?.version ?? null) : null
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => [ProposedNode], {
    description:
      'Entries of the version it is about that it touches. Empty for the framework as a whole.',
  })
  async nodes(@Root() proposal: ChangeProposal, @Ctx() context: Context) {
    const snapshot = await snapshotOf(context, proposal.aboutVersionId)
    return proposal.nodeCodes.flatMap((code) => {
      const node = snapshot && nodeOf(snapshot, code)
      return node ? [embed('PROPOSAL', proposal, node)] : []
    })
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => [ChangeProposalComment], { description: 'Discussion, the oldest first.' })
  async comments(@Root() { id }: ChangeProposal, @Ctx() context: Context) {
    return (await context.load(commentsOfProposals, id)) ?? []
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => Int, { description: 'Number of comments.' })
  async commentCount(@Root() { id }: ChangeProposal, @Ctx() context: Context) {
    return ((await context.load(commentsOfProposals, id)) ?? []).length
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => ChangeProposalViewerCan, {
    description: 'What the viewer may do with the proposal.',
  })
  viewerCan(@Root() proposal: ChangeProposal, @Ctx() { viewer }: Context): ChangeProposalViewerCan {
    return {
      comment: canComment(viewer, proposal),
      decide: canDecide(viewer, proposal),
      withdraw: canWithdraw(viewer, proposal),
      implement: canImplement(viewer, proposal),
    }
  }
}

/** An entry of a version by its code, whatever its type. */
export function nodeOf(snapshot: VersionSnapshot, code: string): ProposedNode | null {
  const dimension = snapshot.dimensionByCode.get(code)
  if (dimension) return { code, type: 'Dimension', texts: dimension.name }
  const outcome = snapshot.outcomeByCode.get(code)
  if (outcome) return { code, type: 'ExpectedOutcome', texts: outcome.name }
  const kpi = snapshot.kpiByCode.get(code)
  if (kpi) return { code, type: 'Kpi', texts: kpi.name }
  const element = snapshot.elementByCode.get(code)
  return element ? { code, type: 'DataElement', texts: element.label } : null
}

@Resolver(() => ProposedNode)
export class ProposedNodeFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => String, { description: 'Name or label in the chosen language.' })
  name(@Root() { texts }: ProposedNode, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(texts as Texts, locale)
  }
}

@Resolver(() => ChangeProposalComment)
export class ChangeProposalCommentFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => Locale, { description: 'Language in which it was written.' })
  locale(@Root() comment: ChangeProposalComment): Locale {
    return localeOf(comment)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Author of the comment.' })
  author(@Root() comment: ChangeProposalComment, @Ctx() context: Context) {
    return cardOf(context, 'PROPOSAL', comment, comment.authorId)
  }
}

@Resolver(() => FrameworkVersion)
export class VersionProposals {
  @Access(SECRETARIAT)
  @FieldResolver(() => [ChangeProposal], {
    nullable: true,
    description: 'Change proposals the version carries out. Null outside the secretariat.',
  })
  async implementedProposals(@Root() version: VersionHead, @Ctx() context: Context) {
    return (await context.load(proposalsOfVersions, version.id)) ?? []
  }
}

@Resolver(() => ChangeProposalPayload)
export class ChangeProposalPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => ChangeProposal, {
    nullable: true,
    description:
      'Proposal as it is now; after a stale step, the current one. Null when the command was refused.',
  })
  changeProposal(@Root() { proposalId }: ChangeProposalPayload, @Ctx() context: Context) {
    return proposalId ? context.load(proposalsById, proposalId) : null
  }
}
