import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Access, PUBLIC, Rows, SECRETARIAT } from '#access'
import { Locale } from '#accounts'
import { Direction, FormulaProblem, KpiElementInput, NormalisationInput } from '#framework'
import { DecimalScalar } from '#platform'
import type { Change } from './preview'

export const PreviewReason = {
  NOT_PUBLIC: 'NOT_PUBLIC',
  WITHHELD: 'WITHHELD',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  NOT_AVAILABLE: 'NOT_AVAILABLE',
  PENDING: 'PENDING',
  NOT_COMPUTABLE: 'NOT_COMPUTABLE',
} as const

registerEnumType(PreviewReason, {
  name: 'PreviewReason',
  description:
    'Why a draft formula has no value for an administration. Clients must accept unknown values.',
  valuesConfig: {
    NOT_PUBLIC: { description: 'It asks for figures that no released answer shows.' },
    WITHHELD: { description: 'The administration does not open the answer it is computed from.' },
    NOT_APPLICABLE: { description: 'The function does not exist or lies elsewhere.' },
    NOT_AVAILABLE: { description: 'The function exists but is not measured.' },
    PENDING: { description: 'The answer was not given.' },
    NOT_COMPUTABLE: { description: 'Something is divided by zero.' },
  },
})

@InputType('FormulaPreviewInput', {
  description:
    'A KPI of a draft to be tried on the last release; what is left out is taken as saved. Nothing is stored.',
})
export class FormulaPreviewInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the framework version.' })
  readonly version!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpi!: string

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Text of the formula.' })
  readonly formula?: string | null

  @Access(SECRETARIAT)
  @Field(() => [KpiElementInput], {
    nullable: true,
    description: 'Symbols and what they stand for.',
  })
  readonly elements?: readonly KpiElementInput[] | null

  @Access(SECRETARIAT)
  @Field(() => Direction, { nullable: true, description: 'Which values are better.' })
  readonly direction?: keyof typeof Direction | null

  @Access(SECRETARIAT)
  @Field(() => NormalisationInput, {
    nullable: true,
    description: 'How the value becomes a score.',
  })
  readonly normalisation?: NormalisationInput | null

  @Access(SECRETARIAT)
  @Field(() => Locale, {
    nullable: true,
    description: 'Language of messages; English when left out.',
  })
  readonly locale?: Locale | null
}

@ObjectType('PreviewFigures', { description: 'A distribution of public values in a few numbers.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PreviewFigures {
  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of administrations with a value.' })
  readonly n!: number

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Mean of the values. Null without any.',
  })
  readonly mean!: string | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Median of the values. Null without any.',
  })
  readonly median!: string | null
}

@ObjectType('PreviewBin', { description: 'How many public values lie between two bounds.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PreviewBin {
  @Access(PUBLIC)
  @Field(() => DecimalScalar, { description: 'Lower bound, which belongs to the bin.' })
  readonly from!: string

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    description: 'Upper bound, which belongs to the next bin, or to this one if it is the last.',
  })
  readonly to!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Released values in it.' })
  readonly before!: number

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Values of the draft in it.' })
  readonly after!: number
}

@ObjectType('PreviewLeftOut', { description: 'Administrations the draft gives no value for.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PreviewLeftOut {
  @Access(PUBLIC)
  @Field(() => PreviewReason, { description: 'Why there is none.' })
  readonly reason!: keyof typeof PreviewReason

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of administrations.' })
  readonly count!: number
}

@ObjectType('PreviewChange', {
  description: 'What the draft would mean for one administration whose answer is public.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PreviewChange {
  readonly administrationId!: string

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Released value. Null where the KPI is new or the answer has none.',
  })
  readonly before!: string | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value of the draft. Null where there is none; `reason` says why.',
  })
  readonly after!: string | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value of the draft less the released one. Null unless there are both.',
  })
  readonly difference!: string | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Released score. Null without a value, and for a KPI that is not scored.',
  })
  readonly scoreBefore!: string | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Score of the draft. Null without a value, and where the draft is not scored.',
  })
  readonly scoreAfter!: string | null

  @Access(PUBLIC)
  @Field(() => PreviewReason, {
    nullable: true,
    description: 'Why the draft has no value. Null where it has one.',
  })
  readonly reason!: keyof typeof PreviewReason | null
}

@ObjectType('FormulaPreview', {
  description:
    'What a KPI of a draft would have given in the newest published release, from answers anybody may read.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FormulaPreview {
  readonly releaseId!: string | null

  @Access(PUBLIC)
  @Field(() => [FormulaProblem], {
    description: 'What is wrong with the formula; nothing is computed then.',
  })
  readonly problems!: readonly FormulaProblem[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Administrations the public edition of the release lists.' })
  readonly listed!: number

  @Access(PUBLIC)
  @Field(() => PreviewFigures, { description: 'Released values.' })
  readonly before!: PreviewFigures

  @Access(PUBLIC)
  @Field(() => PreviewFigures, { description: 'Values of the draft.' })
  readonly after!: PreviewFigures

  @Access(PUBLIC)
  @Field(() => Int, {
    description:
      'Administrations with a value before and after whose value or score would be another one, compared as rounded for release. Those without a value after are counted in `leftOut`.',
  })
  readonly changed!: number

  @Access(PUBLIC)
  @Field(() => [PreviewBin], { description: 'Both distributions over the same bins.' })
  readonly bins!: readonly PreviewBin[]

  @Access(PUBLIC)
  @Field(() => [PreviewLeftOut], {
    description: 'How many administrations the draft gives no value for, by reason.',
  })
  readonly leftOut!: readonly PreviewLeftOut[]

  @Access(PUBLIC)
  @Field(() => [String], {
    description:
      'Codes of data elements the draft asks for and no released answer shows. Their figures are read by nobody here.',
  })
  readonly closedElements!: readonly string[]

  @Access(PUBLIC)
  @Field(() => [PreviewChange], {
    description: 'Administrations with a value before or after, the largest change first.',
  })
  readonly changes!: readonly Change[]
}
