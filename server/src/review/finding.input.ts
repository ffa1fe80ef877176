import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { Access, MEMBER, REVIEWER } from '#access'
import type { ProblemDetail } from '#platform'
import { FindingKind, FindingSeverity } from './enums'
import { textProblems, trimmed } from './text'

/** What a finding says, apart from where it stands. */
@InputType({ description: 'Content of a finding.' })
export class FindingContentInput {
  @Access(REVIEWER)
  @Field(() => FindingKind, { description: 'What it is about.' })
  readonly kind!: FindingKind

  @Access(REVIEWER)
  @Field(() => FindingSeverity, { description: 'Its weight.' })
  readonly severity!: FindingSeverity

  @Access(REVIEWER)
  @Field(() => String, { description: 'The finding.' })
  readonly text!: string

  @Access(REVIEWER)
  @Field(() => String, {
    nullable: true,
    description: 'What it rests on: file, revision and page, or figure.',
  })
  readonly citation?: string | null
}

@InputType({ description: 'Which finding, in which version.' })
export class FindingDecideInput {
  @Access(MEMBER, REVIEWER)
  @Field(() => ID, { description: 'Id of the finding.' })
  readonly findingId!: string

  @Access(MEMBER, REVIEWER)
  @Field(() => Int, {
    description: 'Version the change was made on; of an answer or resolution 0 for a first one.',
  })
  readonly expectedVersion!: number

  @Access(MEMBER, REVIEWER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
export class FindingDecideArgs {
  @Access(REVIEWER)
  @Field(() => FindingDecideInput, { description: 'The finding.' })
  readonly input!: FindingDecideInput
}

/** Content of a finding as stored. */
export const contentOf = (input: FindingContentInput) => ({
  kind: input.kind,
  severity: input.severity,
  body: input.text.trim(),
  citation: trimmed(input.citation),
})

/** What is wrong with the content of a finding that is to be sent. */
export const contentProblems = (input: FindingContentInput): readonly ProblemDetail[] =>
  textProblems(input.text, 'text')
