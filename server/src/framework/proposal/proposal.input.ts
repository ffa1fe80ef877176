import { Field, ID, InputType } from 'type-graphql'
import { Access, SECRETARIAT } from '#access'
import { Locale } from '#accounts'
import { EditInput, OnceInput } from '../command-input'
import { ChangeProposalDecision, ChangeProposalKind, ChangeProposalPrinciple } from './enums'

@InputType('ChangeProposalCreateInput', { description: 'A proposal to change the framework.' })
export class ChangeProposalCreateInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the published version it is about.' })
  readonly versionId!: string

  @Access(SECRETARIAT)
  @Field(() => ChangeProposalKind, { description: 'What it wants.' })
  readonly kind!: ChangeProposalKind

  @Access(SECRETARIAT)
  @Field(() => ChangeProposalPrinciple, { description: 'Principle of the mechanism it serves.' })
  readonly principle!: ChangeProposalPrinciple

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Title, up to 200 characters.' })
  readonly title!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Why it is proposed, up to 4,000 characters.' })
  readonly rationale!: string

  @Access(SECRETARIAT)
  @Field(() => Locale, { description: 'Language in which it is written.' })
  readonly locale!: Locale

  @Access(SECRETARIAT)
  @Field(() => [String], {
    description: 'Codes of the entries it touches, up to 50; none for the framework as a whole.',
  })
  readonly nodeCodes!: readonly string[]
}

@InputType('ChangeProposalCommentInput', { description: 'A contribution to a discussion.' })
export class ChangeProposalCommentInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the proposal.' })
  readonly proposalId!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Text, up to 4,000 characters.' })
  readonly body!: string

  @Access(SECRETARIAT)
  @Field(() => Locale, { description: 'Language in which it is written.' })
  readonly locale!: Locale
}

@InputType()
abstract class StepInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the proposal.' })
  readonly proposalId!: string
}

@InputType('ChangeProposalDecideInput', { description: 'Decision of the PMMPT, with its reason.' })
export class ChangeProposalDecideInput extends StepInput {
  @Access(SECRETARIAT)
  @Field(() => ChangeProposalDecision, { description: 'Decision.' })
  readonly decision!: ChangeProposalDecision

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Why it is decided so, up to 4,000 characters.' })
  readonly reason!: string
}

@InputType('ChangeProposalWithdrawInput', { description: 'Which proposal its author takes back.' })
export class ChangeProposalWithdrawInput extends StepInput {}

@InputType('ChangeProposalImplementInput', { description: 'Which version carries a proposal out.' })
export class ChangeProposalImplementInput extends StepInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the version, newer than the one the proposal is about.' })
  readonly versionId!: string
}
