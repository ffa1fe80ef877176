import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { catalogueOf } from '#framework'
import { PersonPayload, lockPerson } from '#people'
import { DateScalar, Refusal, badInput, type ProblemDetail } from '#platform'
import { accreditationsOfPeople } from './accreditation.rows'
import { Accreditation } from './enums'
import { canAccredit } from './policies'

const VALID: readonly Accreditation[] = ['ACCREDITED', 'PRE_ACCREDITED']

@InputType({ description: 'The standing of a reviewer from now on.' })
class ReviewerAccreditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the person.' })
  readonly personId!: string

  @Access(SECRETARIAT)
  @Field(() => Accreditation, { description: 'The standing.' })
  readonly standing!: Accreditation

  @Access(SECRETARIAT)
  @Field(() => [String], { description: 'Codes of the dimensions it covers. Empty for all.' })
  readonly areas!: readonly string[]

  @Access(SECRETARIAT)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of the accreditation. Null without an end.',
  })
  readonly validUntil?: string | null

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Version of the person the change was made on.' })
  readonly expectedVersion!: number

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class ReviewerAccreditArgs {
  @Access(SECRETARIAT)
  @Field(() => ReviewerAccreditInput, { description: 'The person and the standing.' })
  readonly input!: ReviewerAccreditInput
}

@Resolver()
export class ReviewerAccredit {
  @Access(SECRETARIAT)
  @Mutation(() => PersonPayload, {
    description:
      'Sets the standing of a reviewer, the dimensions it covers and its last day. Teams that are formed keep their members. Problems: NOT_FOUND, WRONG_HAT, SECOND_PERSON, WRONG_STATE, STALE_VERSION, UNKNOWN_AREA, DATE_PAST.',
  })
  reviewerAccredit(
    @Args(() => ReviewerAccreditArgs) { input }: ReviewerAccreditArgs,
    @Ctx() context: Context,
  ) {
    return context.command('reviewerAccredit', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const { person } = await lockPerson(scope, input.personId)
      const { personId } = person
      const before = (await accreditationsOfPeople(db, [personId], { now })).get(personId)
      ensure(canAccredit(viewer, { personId, isReviewer: before?.isReviewer ?? false }), [
        'input',
        'personId',
      ])
      expectVersion(person, input.expectedVersion)
      const areas = [...new Set(input.areas)].toSorted()
      const validUntil = input.validUntil ?? null
      const problems = [
        ...unknownAreas(context, areas),
        ...(VALID.includes(input.standing) && isOver(validUntil, now) ? [DATE_PAST] : []),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      await db
        .updateTable('personAccount')
        .set({
          accreditation: input.standing,
          accreditedAreas: areas,
          accreditedUntil: validUntil,
          version: sql`version + 1`,
        })
        .where('personId', '=', personId)
        .execute()
      record({
        action: 'reviewerAccredit',
        objectType: 'Person',
        objectId: personId,
        administrationId: null,
        before: before && [before.standing, before.areas, before.validUntil],
        after: [input.standing, areas, validUntil],
        facts: { standing: input.standing, areas, validUntil },
      })
      return { personId }
    })
  }
}

/** Areas no version of the framework has as a dimension. */
function unknownAreas(context: Context, areas: readonly string[]): readonly ProblemDetail[] {
  const known = new Set(
    catalogueOf(context).versions.flatMap(({ dimensions }) => dimensions.map(({ code }) => code)),
  )
  return areas
    .filter((area) => !known.has(area))
    .map((area) =>
      badInput('UNKNOWN_AREA', `There is no dimension "${area.slice(0, 20)}".`, ['input', 'areas']),
    )
}

const isOver = (day: string | null, now: Date): boolean =>
  day !== null && day < now.toISOString().slice(0, 10)

const DATE_PAST = badInput('DATE_PAST', 'The last day lies in the past.', ['input', 'validUntil'])
