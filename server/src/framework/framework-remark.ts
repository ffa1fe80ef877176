import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, Rows, SECRETARIAT, type Context } from '#access'
import { PersonCard, cardOf } from '#accounts'
import { DateTimeScalar } from '#platform'

@ObjectType('FrameworkRemark', {
  description: 'Remark of the PMMPT or the secretariat on a version under review.',
})
@Rows('CATALOGUE')
@Access(SECRETARIAT)
export class FrameworkRemark {
  readonly versionId!: string
  readonly authorId!: string
  /** Status of the version, which decides who may read the remark. */
  readonly status!: string

  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the remark.' })
  readonly id!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description:
      'Code of the dimension, outcome, KPI or data element meant. Null for the whole version.',
  })
  readonly nodeCode!: string | null

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Text of the remark.' })
  readonly body!: string

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the remark.' })
  readonly createdAt!: string
}

@Resolver(() => FrameworkRemark)
export class FrameworkRemarkFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Author of the remark.' })
  author(@Root() remark: FrameworkRemark, @Ctx() context: Context) {
    return cardOf(context, 'CATALOGUE', remark, remark.authorId)
  }
}
