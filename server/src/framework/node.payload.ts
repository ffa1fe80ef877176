import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows, type Context } from '#access'
import { snapshotOf } from './catalogue'
import { DataElement } from './data-element'
import { Dimension } from './dimension'
import { ExpectedOutcome } from './expected-outcome'
import { Instrument } from './instrument'

const CURRENT =
  'as it is now; after a stale change, the current one. Null when the command was refused.'

@ObjectType()
@Rows('PAYLOAD')
@Access(PUBLIC)
abstract class NodePayload {
  readonly code?: string
  readonly versionId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@ObjectType('DimensionUpdatePayload', { description: 'Answer to a change of a dimension.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class DimensionUpdatePayload extends NodePayload {}

@ObjectType('ExpectedOutcomeUpdatePayload', {
  description: 'Answer to a change of an expected outcome.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ExpectedOutcomeUpdatePayload extends NodePayload {}

@ObjectType('DataElementUpdatePayload', { description: 'Answer to a change of a data element.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class DataElementUpdatePayload extends NodePayload {}

@ObjectType('InstrumentUpdatePayload', { description: 'Answer to a change of an instrument.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class InstrumentUpdatePayload extends NodePayload {}

const versionOf = async (context: Context, { versionId }: NodePayload) =>
  versionId ? await snapshotOf(context, versionId) : null

@Resolver(() => DimensionUpdatePayload)
export class DimensionUpdatePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => Dimension, { nullable: true, description: `Dimension ${CURRENT}` })
  async dimension(@Root() payload: DimensionUpdatePayload, @Ctx() context: Context) {
    return (await versionOf(context, payload))?.dimensionByCode.get(payload.code ?? '') ?? null
  }
}

@Resolver(() => ExpectedOutcomeUpdatePayload)
export class ExpectedOutcomeUpdatePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => ExpectedOutcome, {
    nullable: true,
    description: `Expected outcome ${CURRENT}`,
  })
  async expectedOutcome(@Root() payload: ExpectedOutcomeUpdatePayload, @Ctx() context: Context) {
    return (await versionOf(context, payload))?.outcomeByCode.get(payload.code ?? '') ?? null
  }
}

@Resolver(() => DataElementUpdatePayload)
export class DataElementUpdatePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => DataElement, { nullable: true, description: `Data element ${CURRENT}` })
  async dataElement(@Root() payload: DataElementUpdatePayload, @Ctx() context: Context) {
    return (await versionOf(context, payload))?.elementByCode.get(payload.code ?? '') ?? null
  }
}

@Resolver(() => InstrumentUpdatePayload)
export class InstrumentUpdatePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => Instrument, { nullable: true, description: `Instrument ${CURRENT}` })
  async instrument(@Root() payload: InstrumentUpdatePayload, @Ctx() context: Context) {
    return (await versionOf(context, payload))?.instrumentByCode.get(payload.code ?? '') ?? null
  }
}
