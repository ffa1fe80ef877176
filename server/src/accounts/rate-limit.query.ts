import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Access, type Context, PUBLIC, Rows } from '#access'
import { BUDGETS, secondsToFull } from '#limits'
import { DateTimeScalar } from '#platform'

@ObjectType({
  description: 'How the caller stands: points are spent by asking and come back evenly.',
})
@Rows('REFERENCE')
@Access(PUBLIC)
export class RateLimit {
  @Access(PUBLIC)
  @Field(() => Int, { description: 'Points this request cost.' })
  readonly cost!: number

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Points left after it.' })
  readonly remaining!: number

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    description: 'Timestamp at which the budget is whole again if nothing more is asked.',
  })
  readonly resetAt!: string
}

@Resolver()
export class RateLimitQuery {
  @Access(PUBLIC)
  @Query(() => RateLimit, { description: 'How the caller stands in the budget of this hour.' })
  rateLimit(@Ctx() { exchange: { bill }, now }: Context): RateLimit {
    const account = bill?.account
    return {
      cost: bill?.cost ?? 0,
      // Where nothing is counted nothing is spent.
      remaining: account?.left ?? BUDGETS.network,
      resetAt: new Date(
        now.getTime() + (account ? secondsToFull(account) : 0) * 1000,
      ).toISOString(),
    }
  }
}
