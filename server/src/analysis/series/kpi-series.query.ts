import type { GraphQLResolveInfo } from 'graphql'
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { Access, PUBLIC, mayRead, type Context } from '#access'
import { KpiResponse } from '#assessment'
import { Kpi, NodeLineage, snapshotByCode } from '#framework'
import { DecimalScalar } from '#platform'
import { Benchmark } from '../benchmark.type'
import { peerGroupsByCode, releasesById } from '../release.rows'
import { Release } from '../release.type'
import { KpiSeries, KpiSeriesAnswer, KpiSeriesPoint } from './kpi-series.type'
import { answersOf, seriesOf } from './series'

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

@ArgsType()
class AnswersArgs {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the administration.' })
  readonly administration!: string
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

  @Access(PUBLIC)
  @FieldResolver(() => [KpiSeriesAnswer], {
    description:
      'Answers of one administration by cycle, oldest first, from the newest published release of each; those not opened are listed as WITHHELD. Contact points and peer reviewers read the members’ edition, everybody else the public one. Empty where that edition has nothing of the administration, and where there is no such administration.',
  })
  answers(
    @Root() series: KpiSeries,
    @Args(() => AnswersArgs) { administration }: AnswersArgs,
    @Ctx() context: Context,
  ) {
    return answersOf(context, series, administration)
  }
}

@Resolver(() => KpiSeriesAnswer)
export class KpiSeriesAnswerFields {
  @Access(PUBLIC)
  @FieldResolver(() => Kpi, { description: 'KPI as it was in the version of the cycle.' })
  kpi(@Root() { kpi }: KpiSeriesAnswer) {
    return kpi
  }

  @Access(PUBLIC)
  @FieldResolver(() => KpiResponse, { description: 'Answer as it was released.' })
  response(@Root() { response }: KpiSeriesAnswer) {
    return response
  }

  @Access(PUBLIC)
  @FieldResolver(() => Release, { description: 'Release the answer is from.' })
  release(@Root() { response }: KpiSeriesAnswer, @Ctx() context: Context) {
    return context.load(releasesById, response.releaseId)
  }

  @Access(PUBLIC)
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description:
      'Value in the terms of the KPI asked for, with the decimals it is shown with. Null where the answer has no value for the viewer, is not comparable, or is converted by a formula that needs more than the old value.',
  })
  comparableValue(
    @Root() { response, comparableValue }: KpiSeriesAnswer,
    @Ctx() { viewer }: Context,
    @Info() { schema }: GraphQLResolveInfo,
  ): string | null {
    // As open as the value it is made from, and read like it.
    return mayRead(schema, viewer, 'KpiResponse.value', response) ? comparableValue : null
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
