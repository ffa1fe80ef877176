import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows, type Context } from '#access'
import { snapshotOf } from '../catalogue'
import { FrameworkChange } from '../change/framework-change'
import { changesById } from '../change/change.rows'
import { FrameworkVersion } from '../framework-version'

@ObjectType('FrameworkNodePayload', {
  description: 'Answer to a command on the structure of a draft.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkNodePayload {
  readonly versionId?: string
  readonly changeId?: string | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the part it was about. Null when the command was refused.',
  })
  readonly code?: string | null

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@Resolver(() => FrameworkNodePayload)
export class FrameworkNodePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => FrameworkVersion, {
    nullable: true,
    description: 'Version as it is now. Null when the command was refused before it was found.',
  })
  async frameworkVersion(@Root() { versionId }: FrameworkNodePayload, @Ctx() context: Context) {
    return versionId ? ((await snapshotOf(context, versionId))?.version ?? null) : null
  }

  @Access(PUBLIC)
  @FieldResolver(() => FrameworkChange, {
    nullable: true,
    description: 'Entry of the history it wrote; it can be undone. Null where nothing was changed.',
  })
  change(@Root() { changeId }: FrameworkNodePayload, @Ctx() context: Context) {
    return changeId ? context.load(changesById, changeId) : null
  }
}
