import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, type Context } from '#access'
import { Kpi, NodeLineage, snapshotByCode } from '#framework'
import { Benchmark } from '../benchmark.type'
import { peerGroupsByCode, releasesById } from '../release.rows'
import { Release } from '../release.type'
import { KpiSeries, KpiSeriesPoint } from './kpi-series.type'
import { seriesOf } from './series'

@ArgsType()
class KpiSeriesArgs {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the framework version of the KPI.' })
  readonly version!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the KPI in that version.' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the group of administrations; ALL when left out.',
  })
  readonly group?: string | null
}

@Resolver(() => KpiSeries)
export class KpiSeriesQuery {
  @Access(PUBLIC)
  @Query(() => KpiSeries, {
    nullable: true,
    description:
      'Released figures of a KPI and of those it developed from, joined where they are comparable, converted where a conversion is stored, and with each break and its reason. Members read the members’ edition, everybody else the public one. Null where the viewer sees no such KPI and where no such group exists.',
  })
  async kpiSeries(
    @Args(() => KpiSeriesArgs) { version, code, group }: KpiSeriesArgs,
    @Ctx() context: Context,
  ): Promise<KpiSeries | null> {
    const [kpi, isGroup] = await Promise.all([
      snapshotByCode(context, version).then((snapshot) => snapshot?.kpiByCode.get(code)),
      group == null || context.load(peerGroupsByCode, group),
    ])
    return kpi && isGroup ? seriesOf(context, kpi, group ?? 'ALL') : null
  }

  @Access(PUBLIC)
  @FieldResolver(() => Kpi, { description: 'KPI asked for.' })
  kpi(@Root() { kpi }: KpiSeries) {
    return kpi
  }

  @Access(PUBLIC)
  @FieldResolver(() => [NodeLineage], {
    description: 'Links at which the series breaks, newest first, each with its reason.',
  })
  breaks(@Root() { broken }: KpiSeries) {
    return broken
  }
}

@Resolver(() => KpiSeriesPoint)
export class KpiSeriesPointFields {
  @Access(PUBLIC)
  @FieldResolver(() => Kpi, { description: 'KPI as it was in the version of the cycle.' })
  kpi(@Root() { kpi }: KpiSeriesPoint) {
    return kpi
  }

  @Access(PUBLIC)
  @FieldResolver(() => Benchmark, { description: 'Figure as it was released.' })
  figure(@Root() { figure }: KpiSeriesPoint) {
    return figure
  }

  @Access(PUBLIC)
  @FieldResolver(() => Release, { description: 'Release the figure is from.' })
  release(@Root() { figure }: KpiSeriesPoint, @Ctx() context: Context) {
    return context.load(releasesById, figure.releaseId)
  }
}
