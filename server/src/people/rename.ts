import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, REVIEWER, SECRETARIAT, ensure, expectVersion } from '#access'
import { Refusal } from '#platform'
import { lockPerson, recordPerson } from './person.lock'
import { PersonPayload } from './person.payload'
import { canRename } from './policies'
import { nameProblems, plainText } from './text'

@InputType({ description: 'A person and the name under which they appear.' })
class PersonRenameInput {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => ID, { description: 'Id of the person.' })
  readonly personId!: string

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Name of the person, of at most 120 characters.' })
  readonly name!: string

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => Int, { description: 'Version of the person the change was made on.' })
  readonly expectedVersion!: number

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class PersonRenameArgs {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => PersonRenameInput, { description: 'The person and the name.' })
  readonly input!: PersonRenameInput
}

@Resolver()
export class PersonRename {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Mutation(() => PersonPayload, {
    description:
      'Changes the name under which a person appears. Problems: NOT_FOUND, WRONG_HAT, RIGHTS_EXCEEDED, STALE_VERSION, TEXT_MISSING, NAME_UNFIT.',
  })
  personRename(@Args(() => PersonRenameArgs) { input }: PersonRenameArgs, @Ctx() context: Context) {
    return context.command('personRename', input, async (scope) => {
      const { db, viewer } = scope
      const locked = await lockPerson(scope, input.personId)
      const { person } = locked
      ensure(canRename(viewer, person), ['input', 'personId'])
      expectVersion(person, input.expectedVersion)
      const problems = nameProblems(input.name, ['input', 'name'])
      if (problems.length > 0) throw new Refusal(problems)

      const name = plainText(input.name)
      await db.updateTable('person').set({ name }).where('id', '=', person.personId).execute()
      await db
        .updateTable('personAccount')
        .set({ version: sql`version + 1` })
        .where('personId', '=', person.personId)
        .execute()
      recordPerson(scope, 'personRename', locked, { after: name })
      return { personId: person.personId }
    })
  }
}
