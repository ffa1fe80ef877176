import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Access, PageInfo, Permission, Problem, PUBLIC, Rows, SECRETARIAT } from '#access'
import { Locale } from '#accounts'
import { DateTimeScalar } from '#platform'
import { ChangeProposalKind, ChangeProposalPrinciple, ChangeProposalStatus } from './enums'

@ObjectType('ChangeProposal', {
  description:
    'Wish to change the framework, discussed by the secretariat and the PMMPT, decided by the PMMPT and carried out by a version.',
})
@Rows('PROPOSAL')
@Access(SECRETARIAT)
export class ChangeProposal {
  readonly id!: string
  readonly number!: number
  readonly language!: string
  readonly aboutVersionId!: string
  readonly versionId!: string | null
  readonly nodeCodes!: readonly string[]
  readonly authorId!: string
  readonly decidedBy!: string | null
  readonly implementedBy!: string | null

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code the server gave it, such as "CP-12".' })
  readonly code!: string

  @Access(SECRETARIAT)
  @Field(() => ChangeProposalKind, { description: 'What it wants.' })
  readonly kind!: ChangeProposalKind

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Title, in the language it was written in.' })
  readonly title!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Why it is proposed, in the language it was written in.' })
  readonly rationale!: string

  @Access(SECRETARIAT)
  @Field(() => ChangeProposalPrinciple, { description: 'Principle of the mechanism it serves.' })
  readonly principle!: ChangeProposalPrinciple

  @Access(SECRETARIAT)
  @Field(() => ChangeProposalStatus, { description: 'State of the proposal.' })
  readonly status!: ChangeProposalStatus

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the proposal.' })
  readonly createdAt!: string

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the decision. Null while there is none.',
  })
  readonly decidedAt!: string | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Reason of the decision. Null while there is none.',
  })
  readonly decisionReason!: string | null

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which its author took it back. Null otherwise.',
  })
  readonly withdrawnAt!: string | null

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which an editor named the version that carries it out. Null before.',
  })
  readonly implementedAt!: string | null

  @Access(SECRETARIAT)
  @Field(() => Int, {
    description: 'Counts the steps of the proposal; given back as `expectedVersion`.',
  })
  readonly version!: number
}

@ObjectType('ChangeProposalComment', {
  description: 'Contribution to the discussion of a proposal.',
})
@Rows('PROPOSAL')
@Access(SECRETARIAT)
export class ChangeProposalComment {
  readonly proposalId!: string
  readonly authorId!: string
  readonly language!: string

  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the comment.' })
  readonly id!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Text of the comment.' })
  readonly body!: string

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the comment.' })
  readonly createdAt!: string
}

@ObjectType('ProposedNode', { description: 'Entry of the framework that a proposal touches.' })
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class ProposedNode {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the entry.' })
  readonly code!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    description: 'Type of the entry: "Dimension", "ExpectedOutcome", "Kpi" or "DataElement".',
  })
  readonly type!: string

  /** In every language; served in one. */
  readonly texts!: unknown
}

@ObjectType('ChangeProposalViewerCan', { description: 'What the viewer may do with a proposal.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ChangeProposalViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Take part in its discussion.' })
  readonly comment!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Decide on it for the PMMPT.' })
  readonly decide!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Take it back.' })
  readonly withdraw!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Say which version carries it out.' })
  readonly implement!: Permission
}

@ObjectType({ description: 'A proposal in a list, with its cursor.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ChangeProposalEdge {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Cursor of the proposal.' })
  readonly cursor!: string

  @Access(PUBLIC)
  @Field(() => ChangeProposal, { description: 'The proposal.' })
  readonly node!: ChangeProposal
}

@ObjectType({ description: 'A page of proposals.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ChangeProposalConnection {
  @Access(PUBLIC)
  @Field(() => [ChangeProposalEdge], { description: 'Proposals with their cursors.' })
  readonly edges!: readonly ChangeProposalEdge[]

  @Access(PUBLIC)
  @Field(() => [ChangeProposal], { description: 'Proposals of the page.' })
  readonly nodes!: readonly ChangeProposal[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of all proposals that fit the filter.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo
}

@ObjectType('ChangeProposalPayload', { description: 'Answer to a command on a proposal.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ChangeProposalPayload {
  readonly proposalId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}

/** How a stored language is named in the schema. */
export const localeOf = ({ language }: { readonly language: string }): Locale =>
  language.toUpperCase() as Locale
