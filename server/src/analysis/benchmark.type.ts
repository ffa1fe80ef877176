import { Field, Int, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Rows, SECRETARIAT } from '#access'
import { AccessReason } from '#assessment'
import { DecimalScalar } from '#platform'

@ObjectType('PeerGroup', { description: 'One of the groups over which figures are released.' })
@Rows('REGISTER')
@Access(PUBLIC)
export class PeerGroup {
  readonly name!: unknown

  @Access(PUBLIC)
  @Field(() => String, { description: 'Stable code of the group, such as ALL.' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => String, {
    description: 'What the group is made by: ALL, REGION, INCOME, TYPE or GEOGRAPHY.',
  })
  readonly kind!: string
}

@ObjectType('Benchmark', {
  description: 'Released figure of one KPI over one group of administrations.',
})
@Rows('CELL')
@Access(PUBLIC)
export class Benchmark {
  readonly id!: string
  readonly releaseId!: string
  readonly frameworkVersionId!: string
  readonly kpiCode!: string
  readonly groupCode!: string
  readonly edition!: string
  readonly status!: string

  @Access(PUBLIC)
  @Field(() => AccessReason, {
    description:
      'VISIBLE, SUPPRESSED where the disclosure rules hold the figure back, or OUT_OF_SCOPE for a token whose KPI sets leave the KPI out.',
  })
  readonly access!: keyof typeof AccessReason

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Scope the token lacks, beside OUT_OF_SCOPE. Null otherwise.',
  })
  readonly missingScope?: string | null

  @Access(PUBLIC)
  @Field(() => Int, {
    nullable: true,
    description:
      'Exact number of administrations behind the figure, from 20 on. Null below, and where it is suppressed.',
  })
  readonly n!: number | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Band of that number: 5-9, 10-19 or 20+. Null where the figure is suppressed.',
  })
  readonly nBand!: string | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Mean of the administrations’ values in the unit of the KPI (a yes/no KPI: share of yes, 0 to 1), rounded by the number behind it. Null where it is suppressed.',
  })
  readonly mean!: string | null

  @Access(PUBLIC)
  @Field(() => String, { description: 'Version of the rules the figure was made by.' })
  readonly method!: string

  @Access(SECRETARIAT, { when: 'STAFF' })
  @Field(() => String, {
    nullable: true,
    description: 'Rule that decided whether the figure is shown.',
  })
  readonly rule!: string | null

  @Access(SECRETARIAT, { when: 'STAFF' })
  @Field(() => Int, { nullable: true, description: 'Exact number of contributors.' })
  readonly exactN!: number | null
}
