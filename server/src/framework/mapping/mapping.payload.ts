import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows, type Context } from '#access'
import { snapshotOf } from '../catalogue'
import { ExpectedOutcome } from '../expected-outcome'

@ObjectType('OutcomeMappingsPayload', { description: 'Answer to a change of mappings.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class OutcomeMappingsPayload {
  readonly versionId?: string
  readonly outcomes?: readonly string[]

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@Resolver(() => OutcomeMappingsPayload)
export class OutcomeMappingsPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => [ExpectedOutcome], {
    description:
      'Expected outcomes concerned, as they are now; after a stale change, the current ones. Empty when the command was refused.',
  })
  async expectedOutcomes(@Root() payload: OutcomeMappingsPayload, @Ctx() context: Context) {
    const { versionId, outcomes } = payload
    const snapshot = versionId ? await snapshotOf(context, versionId) : null
    return (outcomes ?? []).flatMap((code) => snapshot?.outcomeByCode.get(code) ?? [])
  }
}
