import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Access, OWNER, PUBLIC, PageInfo, Rows, SECRETARIAT } from '#access'
import { DateScalar } from '#platform'

export const Geography = { LANDLOCKED: 'LANDLOCKED', COASTAL: 'COASTAL', ISLAND: 'ISLAND' } as const
export const IncomeGroup = {
  LOW: 'LOW',
  LOWER_MIDDLE: 'LOWER_MIDDLE',
  UPPER_MIDDLE: 'UPPER_MIDDLE',
  HIGH: 'HIGH',
} as const
export const AdministrationType = {
  CUSTOMS_SERVICE: 'CUSTOMS_SERVICE',
  REVENUE_AUTHORITY: 'REVENUE_AUTHORITY',
  BORDER_AGENCY: 'BORDER_AGENCY',
  MINISTRY_DEPARTMENT: 'MINISTRY_DEPARTMENT',
} as const

registerEnumType(Geography, {
  name: 'Geography',
  description: 'Access of a territory to the sea. Clients must accept unknown values.',
  valuesConfig: {
    LANDLOCKED: { description: 'Without a coast.' },
    COASTAL: { description: 'With a coast.' },
    ISLAND: { description: 'Surrounded by the sea.' },
  },
})
registerEnumType(IncomeGroup, {
  name: 'IncomeGroup',
  description: 'Income group as the World Bank draws it. Clients must accept unknown values.',
  valuesConfig: {
    LOW: { description: 'Low income.' },
    LOWER_MIDDLE: { description: 'Lower middle income.' },
    UPPER_MIDDLE: { description: 'Upper middle income.' },
    HIGH: { description: 'High income.' },
  },
})
registerEnumType(AdministrationType, {
  name: 'AdministrationType',
  description: 'Place of Customs in the state. Clients must accept unknown values.',
  valuesConfig: {
    CUSTOMS_SERVICE: { description: 'Customs service of its own.' },
    REVENUE_AUTHORITY: { description: 'Part of a revenue authority.' },
    BORDER_AGENCY: { description: 'Part of a border agency.' },
    MINISTRY_DEPARTMENT: { description: 'Department of a ministry.' },
  },
})

@ObjectType('Administration', {
  description: 'Customs administration that is a member of the WCO.',
})
@Rows('REGISTER')
@Access(PUBLIC)
export class Administration {
  readonly id!: string
  /** The id again, under the name the access rules look for. */
  readonly administrationId!: string
  readonly name!: unknown
  readonly regionCode!: string
  readonly provenance!: unknown

  @Access(PUBLIC)
  @Field(() => String, {
    description:
      'Stable code: ISO 3166-1 alpha-3, or XAA to XZZ for the invented administrations of the demonstration.',
  })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => Geography, { description: 'Access of the territory to the sea.' })
  readonly geography!: keyof typeof Geography

  @Access(PUBLIC)
  @Field(() => Boolean, { description: 'Whether the territory has no coast.' })
  readonly isLandlocked!: boolean

  @Access(PUBLIC)
  @Field(() => IncomeGroup, {
    nullable: true,
    description: 'Income group. Null where it is not classified.',
  })
  readonly incomeGroup!: keyof typeof IncomeGroup | null

  @Access(PUBLIC)
  @Field(() => AdministrationType, {
    nullable: true,
    description: 'Place of Customs in the state. Null where it is not stated.',
  })
  readonly administrationType!: keyof typeof AdministrationType | null

  @Access(PUBLIC)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of accession to the WCO. Null where it is not stated.',
  })
  readonly joinedOn!: string | null

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description: 'Whether the administration exists in the demonstration alone.',
  })
  readonly isInvented!: boolean

  @Access(OWNER, SECRETARIAT)
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether submissions need the signature of a second person. Null for viewers outside the administration.',
  })
  readonly requiresApproval!: boolean

  @Access(SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description:
      'Counts the changes of the entry; to be sent back with one. Null outside the secretariat.',
  })
  readonly version!: number
}

@ObjectType({ description: 'One administration in a page of the register.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class AdministrationEdge {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Cursor of the administration.' })
  readonly cursor!: string

  @Access(PUBLIC)
  @Field(() => Administration, { description: 'The administration.' })
  readonly node!: Administration
}

@ObjectType({ description: 'Page of the register.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class AdministrationConnection {
  @Access(PUBLIC)
  @Field(() => [Administration], { description: 'Administrations of the page.' })
  readonly nodes!: readonly Administration[]

  @Access(PUBLIC)
  @Field(() => [AdministrationEdge], {
    description: 'Administrations of the page with their cursors.',
  })
  readonly edges!: readonly AdministrationEdge[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of administrations in the whole list.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo
}
