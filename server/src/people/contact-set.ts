import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, SECRETARIAT, ensure, expectVersion } from '#access'
import { Refusal, badInput, type ProblemDetail } from '#platform'
import { contactsOfAdministrations } from './administration.fields'
import { AdministrationPayload } from './administration.payload'
import { administrationAsked } from './hand-over'
import { lockAdministration } from './person.lock'
import { canSetContact } from './policies'
import { mailProblems, nameProblems, plainText } from './text'

@InputType({ description: 'Who speaks for an administration, and how to reach them.' })
class AdministrationContactSetInput {
  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the administration, for the administrator. Coordinators change their own.',
  })
  readonly administrationId?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, { description: 'Name of the contact, which all members read.' })
  readonly name!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'E-mail address, which the secretariat and the own people read.',
  })
  readonly mail?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Telephone, which the secretariat and the own people read.',
  })
  readonly phone?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => Int, {
    description: 'Version of the contact the change was made on; 0 for the first.',
  })
  readonly expectedVersion!: number

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class AdministrationContactSetArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => AdministrationContactSetInput, { description: 'The contact.' })
  readonly input!: AdministrationContactSetInput
}

@Resolver()
export class AdministrationContactSet {
  @Access(MEMBER, SECRETARIAT)
  @Mutation(() => AdministrationPayload, {
    description:
      'Names the contact of an administration. Problems: NOT_FOUND, WRONG_HAT, ADMINISTRATION_MISSING, STALE_VERSION, TEXT_MISSING, NAME_UNFIT, MAIL_UNFIT, PHONE_UNFIT.',
  })
  administrationContactSet(
    @Args(() => AdministrationContactSetArgs) { input }: AdministrationContactSetArgs,
    @Ctx() context: Context,
  ) {
    return context.command('administrationContactSet', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const administrationId = await administrationAsked(scope, input.administrationId)
      ensure(canSetContact(viewer, administrationId))
      await lockAdministration(db, administrationId)
      const present = (await contactsOfAdministrations(db, [administrationId])).get(
        administrationId,
      )
      expectVersion({ version: present?.version ?? 0 }, input.expectedVersion)
      const contact = {
        name: plainText(input.name),
        mail: input.mail?.trim() || null,
        phone: input.phone?.trim() || null,
      }
      const problems = [
        ...nameProblems(contact.name, ['input', 'name']),
        ...(contact.mail ? mailProblems(contact.mail, ['input', 'mail']) : []),
        ...phoneProblems(contact.phone),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const { name, ...address } = contact
      const version = input.expectedVersion + 1
      await db
        .insertInto('administrationContact')
        .values({ administrationId, name, updatedAt: now, version })
        .onConflict((on) =>
          on.column('administrationId').doUpdateSet({ name, updatedAt: now, version }),
        )
        .execute()
      await db
        .insertInto('administrationContactAddress')
        .values({ administrationId, ...address })
        .onConflict((on) => on.column('administrationId').doUpdateSet(address))
        .execute()
      record({
        action: 'administrationContactSet',
        objectType: 'Administration',
        objectId: administrationId,
        administrationId,
        before: present,
        after: contact,
      })
      return { administrationId }
    })
  }
}

const phoneProblems = (phone: string | null): readonly ProblemDetail[] =>
  phone === null || /^\+?[\d\s().\-/]{5,40}$/.test(phone)
    ? []
    : [badInput('PHONE_UNFIT', 'A telephone number has digits, blanks, brackets and hyphens.', ['input', 'phone'])] // prettier-ignore
