import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql'
import { Access, PageArgs, Reads, SECRETARIAT, wears, type Context } from '#access'
import { connectionOf, pageOf } from '#platform'
import {
  ChangeProposalKind,
  ChangeProposalOrder,
  ChangeProposalPrinciple,
  ChangeProposalStatus,
} from './enums'
import { proposalByCode, proposalPage } from './proposal.rows'
import { ChangeProposal, ChangeProposalConnection } from './proposal.type'

@ArgsType()
class ChangeProposalArgs {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the proposal.' })
  readonly code!: string
}

@ArgsType()
class ChangeProposalsArgs extends PageArgs {
  @Access(SECRETARIAT)
  @Reads('ChangeProposal.status')
  @Field(() => ChangeProposalStatus, { nullable: true, description: 'State wanted.' })
  readonly status?: ChangeProposalStatus | null

  @Access(SECRETARIAT)
  @Reads('ChangeProposal.kind')
  @Field(() => ChangeProposalKind, { nullable: true, description: 'Kind wanted.' })
  readonly kind?: ChangeProposalKind | null

  @Access(SECRETARIAT)
  @Reads('ChangeProposal.principle')
  @Field(() => ChangeProposalPrinciple, { nullable: true, description: 'Principle wanted.' })
  readonly principle?: ChangeProposalPrinciple | null

  @Access(SECRETARIAT)
  @Reads('ChangeProposal.aboutVersion', 'ChangeProposal.implementedIn')
  @Field(() => String, {
    nullable: true,
    description: 'Code of a version, to see what is about it or carried out by it.',
  })
  readonly version?: string | null

  @Access(SECRETARIAT)
  @Reads('ChangeProposal.nodes')
  @Field(() => String, {
    nullable: true,
    description: 'Code of an entry of the framework, to see what touches it.',
  })
  readonly node?: string | null

  @Access(SECRETARIAT)
  @Reads('ChangeProposal.code', 'ChangeProposal.title', 'ChangeProposal.rationale')
  @Field(() => String, {
    nullable: true,
    description: 'Words of code, title or rationale, without case and accents.',
  })
  readonly search?: string | null

  @Access(SECRETARIAT)
  @Reads('ChangeProposal.author')
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether only the viewer's own are wanted.",
  })
  readonly isMine?: boolean | null

  @Access(SECRETARIAT)
  @Reads('ChangeProposal.code', 'ChangeProposal.title')
  @Field(() => ChangeProposalOrder, {
    nullable: true,
    description: 'Order of the list; the newest first when nothing is given.',
  })
  readonly orderBy?: ChangeProposalOrder | null
}

const isDiscussed = ({ viewer }: Context) =>
  wears(viewer, 'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'PMMPT_OBSERVER')

@Resolver()
export class ChangeProposalQuery {
  @Access(SECRETARIAT)
  @Query(() => ChangeProposal, {
    nullable: true,
    description: 'Proposal by its code. Null where the viewer sees none.',
  })
  changeProposal(
    @Args(() => ChangeProposalArgs) { code }: ChangeProposalArgs,
    @Ctx() context: Context,
  ) {
    return isDiscussed(context) ? context.read((db) => proposalByCode(db, code)) : null
  }

  @Access(SECRETARIAT)
  @Query(() => ChangeProposalConnection, {
    nullable: true,
    description: 'Proposals to change the framework. Null for hats outside the secretariat.',
  })
  async changeProposals(
    @Args(() => ChangeProposalsArgs) { isMine, orderBy, ...args }: ChangeProposalsArgs,
    @Ctx() context: Context,
  ) {
    const page = pageOf(args)
    if (!isDiscussed(context)) return connectionOf([], page, 0, () => [])
    const filter = { ...args, authorId: isMine ? context.viewer.personId : null }
    const { rows, total } = await context.read((db) =>
      proposalPage(db, page, orderBy ?? 'NEWEST', filter),
    )
    return connectionOf(rows, page, total, ({ number, title }) => [String(number), title])
  }
}
