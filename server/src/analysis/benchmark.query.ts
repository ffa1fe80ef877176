import { Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { Access, Context, PUBLIC } from '#access'
import { LocaleArgs, localized, type Texts } from '#accounts'
import { Kpi, catalogueOf } from '#framework'
import { globalId } from '#platform'
import { Benchmark, PeerGroup } from './benchmark.type'
import { peerGroupsByCode } from './release.rows'

@Resolver(() => Benchmark)
export class BenchmarkFields {
  @Access(PUBLIC)
  @FieldResolver(() => ID, { description: 'Opaque id of the figure.' })
  id(@Root() benchmark: Benchmark): string {
    return globalId('BC', benchmark.id)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Kpi, { description: 'KPI the figure is of.' })
  kpi(@Root() benchmark: Benchmark, @Ctx() context: Context) {
    return catalogueOf(context).byId(benchmark.frameworkVersionId)?.kpiByCode.get(benchmark.kpiCode)
  }

  @Access(PUBLIC)
  @FieldResolver(() => PeerGroup, { description: 'Group of administrations the figure is over.' })
  peerGroup(@Root() benchmark: Benchmark, @Ctx() context: Context) {
    return context.load(peerGroupsByCode, benchmark.groupCode)
  }
}

@Resolver(() => PeerGroup)
export class PeerGroupFields {
  @Access(PUBLIC)
  @FieldResolver(() => String, { description: 'Name of the group in the chosen language.' })
  name(@Root() group: PeerGroup, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(group.name as Texts, locale)
  }
}
