import { ArgsType, Field, ID, InputType, Int, type ClassType } from 'type-graphql'
import { Access, SECRETARIAT } from '#access'

/** The one argument of a command: its input object. */
export function inputOf<T extends object>(type: ClassType<T>): ClassType<{ readonly input: T }> {
  @ArgsType()
  class CommandArgs {
    @Access(SECRETARIAT)
    @Field(() => type, { description: 'What the command needs.' })
    readonly input!: T
  }
  return CommandArgs
}

@InputType()
export abstract class OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key with the same input acts once.',
  })
  readonly idempotencyKey?: string | null
}

@InputType()
export abstract class EditInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Value of `version` the change was made on.' })
  readonly expectedVersion!: number
}

@InputType()
export abstract class VersionInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the framework version.' })
  readonly versionId!: string
}

@InputType('LocalizedTextInput', {
  description: 'Text in several languages; a language left out stays as it is.',
})
export class LocalizedTextInput {
  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'English text.' })
  readonly en?: string | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'French text.' })
  readonly fr?: string | null
}
