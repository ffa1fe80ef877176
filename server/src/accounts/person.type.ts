import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Access, OWNER, PUBLIC, PageInfo, Rows, SECRETARIAT, type Hat as AnyHat } from '#access'
import { Hat } from './hat'

export const PersonStatus = { ACTIVE: 'ACTIVE', SUSPENDED: 'SUSPENDED' } as const

registerEnumType(PersonStatus, {
  name: 'PersonStatus',
  description: 'State of an account. Clients must accept unknown values.',
  valuesConfig: {
    ACTIVE: { description: 'May sign in.' },
    SUSPENDED: { description: 'May not sign in; open sessions have ended.' },
  },
})

@ObjectType('Person', {
  description: 'Person with an account, as the own administration and the administrator see them.',
})
@Rows('PERSON')
@Access(OWNER, SECRETARIAT)
export class Person {
  readonly personId!: string
  readonly administrationId!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { description: 'Name of the person.' })
  readonly name!: string

  @Access(OWNER, SECRETARIAT, { when: 'SELF_OR_COORDINATOR' })
  @Field(() => String, {
    nullable: true,
    description:
      'E-mail address the person signs in with. Null for colleagues other than the coordinator.',
  })
  readonly email!: string | null

  @Access(OWNER, SECRETARIAT, { when: 'SELF_OR_COORDINATOR' })
  @Field(() => PersonStatus, {
    nullable: true,
    description: 'State of the account. Null for colleagues other than the coordinator.',
  })
  readonly status!: keyof typeof PersonStatus | null

  @Access(OWNER, SECRETARIAT, { when: 'SELF_OR_COORDINATOR' })
  @Field(() => [Hat], {
    nullable: true,
    description:
      'Roles the person holds, in the viewer’s administration or, for the administrator, anywhere. Null for colleagues other than the coordinator.',
  })
  readonly roles!: readonly AnyHat[] | null

  @Access(OWNER, SECRETARIAT, { when: 'SELF_OR_COORDINATOR' })
  @Field(() => Int, {
    nullable: true,
    description:
      'Counts the changes of the account; to be sent back with one. Null for colleagues other than the coordinator.',
  })
  readonly version!: number | null
}

@ObjectType({ description: 'One person in a page of people.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PersonEdge {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Cursor of the person.' })
  readonly cursor!: string

  @Access(PUBLIC)
  @Field(() => Person, { description: 'The person.' })
  readonly node!: Person
}

@ObjectType({ description: 'Page of people.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PersonConnection {
  @Access(PUBLIC)
  @Field(() => [Person], { description: 'People of the page.' })
  readonly nodes!: readonly Person[]

  @Access(PUBLIC)
  @Field(() => [PersonEdge], { description: 'People of the page with their cursors.' })
  readonly edges!: readonly PersonEdge[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of people in the whole list.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo
}
