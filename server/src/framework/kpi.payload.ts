import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows, type Context } from '#access'
import { snapshotOf } from './catalogue'
import { Kpi } from './kpi'

@ObjectType('KpiPayload', { description: 'Answer to a command on a KPI.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class KpiPayload {
  readonly kpiId?: string
  readonly versionId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@Resolver(() => KpiPayload)
export class KpiPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => Kpi, {
    nullable: true,
    description:
      'KPI as it is now; after a stale change, the current one. Null when the command was refused.',
  })
  async kpi(@Root() { kpiId, versionId }: KpiPayload, @Ctx() context: Context) {
    if (!kpiId || !versionId) return null
    return (await snapshotOf(context, versionId))?.kpiById.get(kpiId) ?? null
  }
}
