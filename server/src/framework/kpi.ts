import { Field, Int, ObjectType } from 'type-graphql'
import { Access, MEMBER, PUBLIC, Rows, SECRETARIAT } from '#access'
import { Provenance } from '#accounts'
import { DecimalScalar, JsonScalar } from '#platform'
import { Direction, DisclosureLevelCode, KpiKind, KpiRelation } from './enums'
import { Instrument } from './instrument'
import { KpiElement, KpiRange, KpiSample, Normalisation, SubMeasure } from './kpi-parts'
import { Scale } from './scale'
import { Sdg } from './sdg'

@ObjectType('Kpi', {
  description: 'Measured quantity of one framework version, with its formula and scoring.',
})
@Rows('CATALOGUE')
@Access(PUBLIC)
export class Kpi {
  readonly id!: string
  readonly ancestorId!: string | null

  @Access(PUBLIC)
  @Field(() => String, { description: 'Code, unique in its version, such as "TF-01-1".' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Place in its outcome, from 1.' })
  readonly order!: number

  @Access(PUBLIC)
  @Field(() => DecimalScalar, { description: 'Weight in the score of its outcome.' })
  readonly weight!: string

  @Access(PUBLIC)
  @Field(() => KpiKind, { description: 'Kind of quantity.' })
  readonly kind!: keyof typeof KpiKind

  @Access(PUBLIC)
  @Field(() => String, {
    description: 'Unit of the value: "%", "count", "hours", "level 0-4" or "yes/no".',
  })
  readonly unit!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Decimals of the display; stored values are never rounded.' })
  readonly decimals!: number

  @Access(PUBLIC)
  @Field(() => Direction, { description: 'Which values are better.' })
  readonly direction!: keyof typeof Direction

  @Access(PUBLIC)
  @Field(() => KpiRange, { description: 'Range of possible values.' })
  readonly range!: KpiRange

  @Access(PUBLIC)
  @Field(() => Boolean, {
    name: 'isScored',
    description: 'Whether the KPI has a score; context KPIs have none.',
  })
  readonly scored!: boolean

  @Access(PUBLIC)
  @Field(() => Normalisation, { description: 'How the value becomes a score.' })
  readonly normalisation!: Normalisation

  @Access(PUBLIC)
  @Field(() => String, {
    description: 'Formula of the headline over its symbols, such as "100*A/B".',
  })
  readonly formula!: string

  @Access(PUBLIC)
  @Field(() => JsonScalar, {
    name: 'formulaTree',
    nullable: true,
    description:
      'Formula as a drawing: nested parts `{ kind: "TEXT" | "SYMBOL" | "ROW" | "FRACTION", … }`. Null while a draft\'s formula cannot be read.',
  })
  readonly tree!: unknown

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'Reason code of a value that cannot be computed: DENOMINATOR_ZERO or BASE_ZERO. Null where it always can.',
  })
  readonly undefinedWhen!: string | null

  @Access(PUBLIC)
  @Field(() => [KpiElement], {
    name: 'elements',
    description: 'Symbols of the formula and what they stand for.',
  })
  readonly bindings!: readonly KpiElement[]

  @Access(PUBLIC)
  @Field(() => [SubMeasure], { description: 'Parts of the headline shown beside it.' })
  readonly subMeasures!: readonly SubMeasure[]

  @Access(PUBLIC)
  @Field(() => [KpiSample], { description: 'Sample calculations the formula must fulfil.' })
  readonly samples!: readonly KpiSample[]

  @Access(PUBLIC)
  @Field(() => [Sdg], {
    name: 'sdgs',
    description: 'Sustainable Development Goals, those of its outcome.',
  })
  readonly sdgNodes!: readonly Sdg[]

  @Access(PUBLIC)
  @Field(() => [Instrument], {
    name: 'instruments',
    description: 'WCO instruments mapped to the KPI.',
  })
  readonly instrumentNodes!: readonly Instrument[]

  @Access(PUBLIC)
  @Field(() => Scale, {
    name: 'scale',
    nullable: true,
    description: 'Scale of its levels. Null unless the KPI is ordinal.',
  })
  readonly scaleNode!: Scale | null

  @Access(PUBLIC)
  @Field(() => KpiRelation, { description: 'How it relates to its ancestor.' })
  readonly relation!: KpiRelation

  @Access(MEMBER, SECRETARIAT)
  @Field(() => DisclosureLevelCode, {
    nullable: true,
    description:
      'Widest level an answer may be opened to. Null for viewers outside member administrations and secretariat.',
  })
  readonly maxDisclosureLevel!: DisclosureLevelCode | null

  @Access(PUBLIC)
  @Field(() => Provenance, { description: 'Where the entry comes from.' })
  readonly provenance!: Provenance

  @Access(PUBLIC)
  @Field(() => Int, {
    description: 'Counts the edits of the KPI; given back as `expectedVersion`.',
  })
  readonly version!: number
}
