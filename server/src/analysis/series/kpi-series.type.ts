import { Field, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'
import type { KpiNode, LineageLink } from '#framework'
import { DecimalScalar } from '#platform'
import type { Benchmark } from '../benchmark.type'
import type { ReleasedResponseRow } from '../release.rows'
import type { Strand } from './strands'

@ObjectType('KpiSeriesPoint', {
  description: 'Released figure of a KPI, or of one it developed from, in one cycle.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class KpiSeriesPoint {
  readonly kpi!: KpiNode
  readonly figure!: Benchmark

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description: 'Whether it stands in one line with figures of the KPI asked for.',
  })
  readonly isComparable!: boolean

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description: 'Whether it is comparable only after the conversions stored on its way.',
  })
  readonly isConverted!: boolean

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description: 'Whether the series breaks between the figures before and this one.',
  })
  readonly isBreakBefore!: boolean

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Mean in the terms of the KPI asked for, rounded as its figures are. Null where it is suppressed, not comparable, or converted by a formula through which no mean can be carried.',
  })
  readonly comparableMean!: string | null
}

@ObjectType('KpiSeriesAnswer', {
  description:
    'Released answer of one administration to a KPI, or to one it developed from, in one cycle.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class KpiSeriesAnswer {
  readonly kpi!: KpiNode
  readonly response!: ReleasedResponseRow
  readonly comparableValue!: string | null

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description: 'Whether it stands in one line with answers to the KPI asked for.',
  })
  readonly isComparable!: boolean

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description: 'Whether it is comparable only after the conversions stored on its way.',
  })
  readonly isConverted!: boolean

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description: 'Whether the series breaks between the answers before and this one.',
  })
  readonly isBreakBefore!: boolean
}

@ObjectType('KpiSeries', {
  description: 'Released figures of a KPI followed back through the framework versions.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class KpiSeries {
  readonly kpi!: KpiNode
  /** The KPI and all it developed from, with the ways between them. */
  readonly strands!: readonly Strand[]
  readonly broken!: readonly (LineageLink & { versionId: string; status: string })[]

  @Access(PUBLIC)
  @Field(() => [KpiSeriesPoint], {
    description:
      'Figures by cycle, oldest first, from the newest published release of each. Figures held back are listed as SUPPRESSED.',
  })
  readonly points!: readonly KpiSeriesPoint[]
}
