import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows, type Context } from '#access'
import { snapshotOf } from './catalogue'
import { FrameworkVersion } from './framework-version'

@ObjectType('FrameworkVersionPayload', {
  description: 'Answer to a command on a framework version.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkVersionPayload {
  readonly versionId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@Resolver(() => FrameworkVersionPayload)
export class FrameworkVersionPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => FrameworkVersion, {
    nullable: true,
    description:
      'Version as it is now; after a stale change, the current one. Null when the command was refused or took it out of sight.',
  })
  async frameworkVersion(@Root() { versionId }: FrameworkVersionPayload, @Ctx() context: Context) {
    return versionId ? ((await snapshotOf(context, versionId))?.version ?? null) : null
  }
}
