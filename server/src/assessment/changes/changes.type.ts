import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Access, OWNER, REVIEWER, Rows, SECRETARIAT } from '#access'

export const AnswerPart = {
  STATE: 'STATE',
  VALUE: 'VALUE',
  REASON_CODE: 'REASON_CODE',
  REASON_TEXT: 'REASON_TEXT',
  NOTE: 'NOTE',
  JUSTIFICATION: 'JUSTIFICATION',
  LEVEL: 'LEVEL',
  AGGREGATE_USE: 'AGGREGATE_USE',
  FIGURE: 'FIGURE',
  FIGURE_ESTIMATED: 'FIGURE_ESTIMATED',
  FIGURE_NOTE: 'FIGURE_NOTE',
  RATING: 'RATING',
  EVIDENCE: 'EVIDENCE',
  EVIDENCE_REVISION: 'EVIDENCE_REVISION',
} as const
export type AnswerPart = keyof typeof AnswerPart

registerEnumType(AnswerPart, {
  name: 'AnswerPart',
  description: 'What differs at a KPI. Clients must accept unknown values.',
  valuesConfig: {
    STATE: { description: 'State of the answer, as a code of `ResponseState`.' },
    VALUE: { description: 'Value, unrounded, in the unit of the KPI.' },
    REASON_CODE: { description: 'Code of the reason why there is no value.' },
    REASON_TEXT: { description: 'The reason in words.' },
    NOTE: { description: 'Note for every reader.' },
    JUSTIFICATION: { description: 'Justification of the warnings.' },
    LEVEL: { description: 'Level of disclosure, as a code of `DisclosureLevelCode`.' },
    AGGREGATE_USE: { description: 'Use in group figures, as a code of `AggregateUse`.' },
    FIGURE: { description: 'Figure of a data element, in its unit.' },
    FIGURE_ESTIMATED: { description: 'Whether the figure is an estimate: "true" or "false".' },
    FIGURE_NOTE: { description: 'Note on the figure.' },
    RATING: { description: 'Level of application of an instrument, from 0 to 4.' },
    EVIDENCE: { description: 'Title of a piece of evidence that backs the answer.' },
    EVIDENCE_REVISION: { description: 'Number of the revision of a piece of evidence.' },
  },
})

@ObjectType({ description: 'One part of an answer that is not what it was.' })
@Rows('EMBEDDED')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class AnswerPartChange {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => AnswerPart, { description: 'Which part.' })
  readonly part!: AnswerPart

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description:
      'Code of the data element or instrument, or title of the evidence. Null where the part is of the answer itself.',
  })
  readonly subject!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, { nullable: true, description: 'Calendar year of a figure. Null elsewhere.' })
  readonly year!: number | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'What it was. Null for nothing.' })
  readonly before!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'What it is. Null for nothing.' })
  readonly after!: string | null
}

@ObjectType({ description: 'A KPI of which something is not what it was in the copy before.' })
@Rows('EMBEDDED')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class AnswerChange {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpiCode!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => [AnswerPartChange], {
    description:
      'What differs: the answer first, then the figures of the data elements it uses, ratings and evidence.',
  })
  readonly parts!: readonly AnswerPartChange[]
}
