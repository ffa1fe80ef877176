import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { AdministrationType, Geography, IncomeGroup, regionsByCode } from '#accounts'
import { DateScalar, Refusal, badInput, type ProblemDetail } from '#platform'
import { AdministrationPayload } from './administration.payload'
import { administrationAsked } from './hand-over'
import { lockAdministration } from './person.lock'
import { canEditRegister } from './policies'
import { nameProblems, plainText } from './text'

@InputType({ description: 'The entry of an administration in the register, as it is from now on.' })
class AdministrationRegisterUpdateInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the administration.' })
  readonly administrationId!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name in English.' })
  readonly nameEn!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name in French.' })
  readonly nameFr!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the region of the WCO it belongs to.' })
  readonly region!: string

  @Access(SECRETARIAT)
  @Field(() => Geography, { description: 'Access of the territory to the sea.' })
  readonly geography!: keyof typeof Geography

  @Access(SECRETARIAT)
  @Field(() => IncomeGroup, {
    nullable: true,
    description: 'Income group. Null where it is not classified.',
  })
  readonly incomeGroup?: keyof typeof IncomeGroup | null

  @Access(SECRETARIAT)
  @Field(() => AdministrationType, {
    nullable: true,
    description: 'Place of Customs in the state. Null where it is not stated.',
  })
  readonly administrationType?: keyof typeof AdministrationType | null

  @Access(SECRETARIAT)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of accession to the WCO. Null where it is not stated.',
  })
  readonly joinedOn?: string | null

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Version of the entry the change was made on.' })
  readonly expectedVersion!: number

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class AdministrationRegisterUpdateArgs {
  @Access(SECRETARIAT)
  @Field(() => AdministrationRegisterUpdateInput, { description: 'The entry.' })
  readonly input!: AdministrationRegisterUpdateInput
}

@Resolver()
export class AdministrationRegisterUpdate {
  @Access(SECRETARIAT)
  @Mutation(() => AdministrationPayload, {
    description:
      'Changes the entry of an administration in the register. Groups of cycles that were opened keep what they were opened with. Problems: NOT_FOUND, WRONG_HAT, STALE_VERSION, TEXT_MISSING, NAME_UNFIT, UNKNOWN_REGION, DATE_IN_FUTURE.',
  })
  administrationRegisterUpdate(
    @Args(() => AdministrationRegisterUpdateArgs) { input }: AdministrationRegisterUpdateArgs,
    @Ctx() context: Context,
  ) {
    return context.command('administrationRegisterUpdate', input, async (scope) => {
      const { db, viewer, now, record } = scope
      ensure(canEditRegister(viewer))
      const administrationId = await administrationAsked(scope, input.administrationId)
      await lockAdministration(db, administrationId)
      const before = await db
        .selectFrom('administration')
        .select([
          'name',
          'regionCode',
          'geography',
          'incomeGroup',
          'administrationType',
          'joinedOn',
          'version',
        ])
        .where('id', '=', administrationId)
        .executeTakeFirstOrThrow()
      expectVersion(before, input.expectedVersion)
      const problems: ProblemDetail[] = [
        ...nameProblems(input.nameEn, ['input', 'nameEn']),
        ...nameProblems(input.nameFr, ['input', 'nameFr']),
        ...((await regionsByCode(db, [input.region])).has(input.region) ? [] : [UNKNOWN_REGION]),
        ...(input.joinedOn && new Date(input.joinedOn) > now ? [IN_FUTURE] : []),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const entry = {
        name: { en: plainText(input.nameEn), fr: plainText(input.nameFr) },
        regionCode: input.region,
        geography: input.geography,
        incomeGroup: input.incomeGroup ?? null,
        administrationType: input.administrationType ?? null,
        joinedOn: input.joinedOn ?? null,
      }
      await db
        .updateTable('administration')
        .set({
          ...entry,
          name: JSON.stringify(entry.name),
          isLandlocked: entry.geography === 'LANDLOCKED',
          version: sql`version + 1`,
        })
        .where('id', '=', administrationId)
        .execute()
      record({
        action: 'administrationRegisterUpdate',
        objectType: 'Administration',
        objectId: administrationId,
        administrationId,
        before,
        after: entry,
      })
      return { administrationId }
    })
  }
}

const UNKNOWN_REGION = badInput('UNKNOWN_REGION', 'There is no such region.', ['input', 'region'])
const IN_FUTURE = badInput('DATE_IN_FUTURE', 'The day of accession lies in the future.', ['input', 'joinedOn']) // prettier-ignore
