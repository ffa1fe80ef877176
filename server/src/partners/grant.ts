import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, type CommandScope } from '#access'
import { catalogueOf } from '#framework'
import { DateScalar, Refusal, badInput, problem, uuidOf, type ProblemDetail } from '#platform'
import { lockClient, recordClient } from './api-client.lock'
import { ApiClientPayload } from './api-client.type'
import { canGrantClient } from './policies'
import { termsOf, termsProblems } from './terms'
import { ApiClientTermsInput } from './terms.input'

@InputType({ description: 'A partner to grant access to.' })
class ApiClientGrantInput {
  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the client that was proposed. Without it a new one is granted.',
  })
  readonly clientId?: string | null

  @Access(SECRETARIAT)
  @Field(() => ApiClientTermsInput, { description: 'Who the partner is and what it may read.' })
  readonly terms!: ApiClientTermsInput

  @Access(SECRETARIAT)
  @Field(() => DateScalar, { description: 'Day on which the partner accepted the terms of use.' })
  readonly termsAcceptedOn!: string

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the person of the secretariat who answers for it; the proposer, or the viewer, without it.',
  })
  readonly contactPersonId?: string | null

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class ApiClientGrantArgs {
  @Access(SECRETARIAT)
  @Field(() => ApiClientGrantInput, { description: 'The grant.' })
  readonly input!: ApiClientGrantInput
}

@Resolver()
export class ApiClientGrant {
  @Access(SECRETARIAT)
  @Mutation(() => ApiClientPayload, {
    description:
      'Grants a partner’s program access for at most a year. Issue a token afterwards. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, SECOND_PERSON, TEXT_MISSING, TEXT_TOO_LONG, NAME_UNFIT, MAIL_UNFIT, SCOPE_MISSING, SCOPE_UNKNOWN, NETWORK_UNFIT, TOO_MANY, EXPIRY_UNFIT, DATE_IN_FUTURE, NOT_OF_THE_SECRETARIAT.',
  })
  apiClientGrant(
    @Args(() => ApiClientGrantArgs) { input }: ApiClientGrantArgs,
    @Ctx() context: Context,
  ) {
    return context.command('apiClientGrant', input, async (scope) => {
      const { db, viewer, now, newId, record } = scope
      const proposed = input.clientId == null ? null : await lockClient(scope, input.clientId)
      ensure(canGrantClient(viewer, proposed?.facts ?? null), ['input', 'clientId'])
      const terms = termsOf(input.terms)
      const owner = await ownerOf(scope, input.contactPersonId)
      const problems = [
        ...termsProblems(terms, catalogueOf(context).versions, now),
        ...(new Date(input.termsAcceptedOn) > now ? [IN_FUTURE] : []),
        ...('problem' in owner ? [owner.problem] : []),
      ]
      if (problems.length > 0 || 'problem' in owner) throw new Refusal(problems)

      const granted = {
        ...terms,
        termsAcceptedOn: input.termsAcceptedOn,
        ownerId: owner.personId ?? proposed?.client.personId ?? viewer.personId,
        status: 'GRANTED' as const,
        decidedBy: viewer.personId,
        decidedAt: now,
      }
      const id = proposed?.client.id ?? newId()
      if (proposed) {
        await db
          .updateTable('apiClient')
          .set({ ...granted, version: sql`version + 1` })
          .where('id', '=', id)
          .execute()
      } else {
        await db
          .insertInto('apiClient')
          .values({ id, ...granted, createdAt: now })
          .execute()
      }
      recordClient(record, 'apiClientGrant', id, {
        scopes: terms.scopes,
        expiresAt: terms.expiresAt,
      })
      return { clientId: id }
    })
  }
}

type Owner = { readonly personId: string | null } | { readonly problem: ProblemDetail }

/** Whoever answers for the client must act for the secretariat. */
async function ownerOf(
  { db }: Pick<CommandScope, 'db'>,
  globalId: string | null | undefined,
): Promise<Owner> {
  if (globalId == null) return { personId: null }
  const personId = uuidOf('PE', globalId)
  const held =
    personId &&
    (await db
      .selectFrom('personRole')
      .select('id')
      .where('personId', '=', personId)
      .where('role', 'in', ['CYCLE_OFFICER', 'ADMINISTRATOR'])
      .where('endedAt', 'is', null)
      .executeTakeFirst())
  return held ? { personId } : { problem: NOT_OF_THE_SECRETARIAT }
}

const IN_FUTURE = badInput('DATE_IN_FUTURE', 'The terms were accepted today or before.', ['input', 'termsAcceptedOn']) // prettier-ignore
const NOT_OF_THE_SECRETARIAT = problem('BAD_INPUT', 'NOT_OF_THE_SECRETARIAT', 'A cycle officer or an administrator answers for a client.', ['input', 'contactPersonId']) // prettier-ignore
