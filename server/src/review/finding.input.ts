import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { Access, MEMBER, REVIEWER } from '#access'
import type { ProblemDetail } from '#platform'
import { FindingKind, FindingSeverity } from './enums'
import { InputFields } from './input-fields'
import { textProblems, trimmed } from './text'

/** What a finding says: stands on every class that extends `FindingContent`. */
export const SaysFinding = InputFields([REVIEWER], {
  kind: { type: () => FindingKind, description: 'What it is about.' },
  severity: { type: () => FindingSeverity, description: 'Its weight.' },
  text: { type: () => String, description: 'The finding.' },
  citation: {
    type: () => String,
    nullable: true,
    description: 'What it rests on: file, revision and page, or figure.',
  },
})

/** What a finding says, apart from where it stands. */
export abstract class FindingContent {
  readonly kind!: FindingKind
  readonly severity!: FindingSeverity
  readonly text!: string
  readonly citation?: string | null
}

/** Which finding, in which version: stands on every class that extends `FindingDecideInput`. */
export const DecidesFinding = InputFields([MEMBER, REVIEWER], {
  findingId: { type: () => ID, description: 'Id of the finding.' },
  expectedVersion: {
    type: () => Int,
    description:
      'Version of the finding the change was made on; of its answer or resolution where the command writes that, 0 for a first one.',
  },
  idempotencyKey: {
    type: () => ID,
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  },
})

@InputType({ description: 'Which finding, in which version.' })
@DecidesFinding
export class FindingDecideInput {
  readonly findingId!: string
  readonly expectedVersion!: number
  readonly idempotencyKey?: string | null
}

@ArgsType()
export class FindingDecideArgs {
  @Access(REVIEWER)
  @Field(() => FindingDecideInput, { description: 'The finding.' })
  readonly input!: FindingDecideInput
}

/** Content of a finding as stored. */
export const contentOf = (input: FindingContent) => ({
  kind: input.kind,
  severity: input.severity,
  body: input.text.trim(),
  citation: trimmed(input.citation),
})

/** What is wrong with the content of a finding. */
export const contentProblems = (input: FindingContent): readonly ProblemDetail[] =>
  textProblems(input.text, 'text')
