import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { Access, Context, PUBLIC, PageArgs, Permission } from '#access'
import { LocaleArgs, localized, type Texts } from '#accounts'
import { KpiResponseConnection } from '#assessment'
import { Cycle, cyclesById } from '#cycle'
import { connectionOf, globalId, pageOf, uuidOf } from '#platform'
import { Benchmark } from './benchmark.type'
import { editionOfCells, editionOfRows } from './edition'
import {
  canBuildRelease,
  canDiscardRelease,
  canEmbargoRelease,
  canPublishRelease,
} from './policies'
import {
  benchmarksOfReleases,
  newestRelease,
  releaseByCode,
  releasePage,
  releasesById,
  resultsOfReleases,
} from './release.rows'
import { benchmarkInScope, responseInScope } from './scope'
import { Release, ReleaseConnection, ReleasePayload, ReleaseViewerCan } from './release.type'

@ArgsType()
class ReleaseArgs {
  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the release. Without it, the newest published one.',
  })
  readonly code?: string | null
}

@ArgsType()
class ReleasesArgs extends PageArgs {
  @Access(PUBLIC)
  @Field(() => ID, { nullable: true, description: 'Id of a cycle, to see its releases only.' })
  readonly cycleId?: string | null
}

@ArgsType()
class BenchmarksArgs {
  @Access(PUBLIC)
  @Field(() => String, { nullable: true, description: 'Code of a KPI, to see its figures only.' })
  readonly kpi?: string | null
}

@ArgsType()
class ResultsArgs extends PageArgs {
  @Access(PUBLIC)
  @Field(() => String, { nullable: true, description: 'Code of a KPI, to see its answers only.' })
  readonly kpi?: string | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Code of an administration, to see its answers only.',
  })
  readonly administration?: string | null
}

@Resolver(() => Release)
export class ReleaseQuery {
  @Access(PUBLIC)
  @Query(() => Release, {
    nullable: true,
    description:
      'One release by code, or the newest published one. Null when there is none the viewer may see.',
  })
  release(@Args(() => ReleaseArgs) { code }: ReleaseArgs, @Ctx() context: Context) {
    return context.read((db) => (code == null ? newestRelease(db) : releaseByCode(db, code)))
  }

  @Access(PUBLIC)
  @Query(() => ReleaseConnection, { description: 'Releases the viewer may see, the newest first.' })
  async releases(@Args(() => ReleasesArgs) args: ReleasesArgs, @Ctx() context: Context) {
    const page = pageOf(args)
    const cycleId = args.cycleId == null ? undefined : uuidOf('CY', args.cycleId)
    if (cycleId === null) return connectionOf([], page, 0, () => [])
    const { rows, total } = await context.read((db) =>
      releasePage(db, page, cycleId ? { cycleId } : {}),
    )
    return connectionOf(rows, page, total, (row) => [
      (row as Release & { requestedAt: string }).requestedAt,
      row.id,
    ])
  }

  @Access(PUBLIC)
  @FieldResolver(() => ID, { description: 'Opaque id of the release.' })
  id(@Root() release: Release): string {
    return globalId('RL', release.id)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, { description: 'Name of the release in the chosen language.' })
  name(@Root() release: Release, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(release.name as Texts, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it corrects the release before it. Null for a first release.',
  })
  correctionNote(@Root() release: Release & { notes?: Texts | null }): string | null {
    return release.notes?.en ?? null
  }

  @Access(PUBLIC)
  @FieldResolver(() => Cycle, { description: 'Cycle whose results it publishes.' })
  cycle(@Root() release: Release, @Ctx() context: Context) {
    return context.load(cyclesById, release.cycleId)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Release, {
    nullable: true,
    description: 'Release it corrects. Null for a first release.',
  })
  supersedes(@Root() release: Release, @Ctx() context: Context) {
    return release.supersedesId ? context.load(releasesById, release.supersedesId) : null
  }

  @Access(PUBLIC)
  @FieldResolver(() => [Benchmark], {
    description:
      'Group figures, one for each KPI and group; members read those of the members’ edition, everybody else the public ones. Figures held back are listed as SUPPRESSED.',
  })
  async benchmarks(
    @Root() release: Release,
    @Args(() => BenchmarksArgs) { kpi }: BenchmarksArgs,
    @Ctx() context: Context,
  ) {
    const edition = editionOfCells(context.viewer)
    const filter = { edition, kpiCode: kpi ?? null }
    const cells = (await context.load(benchmarksOfReleases, release.id, filter)) ?? []
    return cells.map((cell) => benchmarkInScope(context.viewer, cell))
  }

  @Access(PUBLIC)
  @FieldResolver(() => KpiResponseConnection, {
    description:
      'Answers administration by administration, in the order of their codes: every KPI of each, disclosed ones with their value, the others as WITHHELD. Contact points and peer reviewers read the members’ edition, everybody else the public one, which lists administrations with at least one public answer.',
  })
  async results(
    @Root() release: Release,
    @Args(() => ResultsArgs) args: ResultsArgs,
    @Ctx() context: Context,
  ) {
    const page = pageOf(args)
    const found = await context.load(resultsOfReleases, release.id, {
      edition: editionOfRows(context.viewer),
      kpiCode: args.kpi ?? null,
      administrationCode: args.administration ?? null,
      page,
    })
    const { rows, total } = found ?? { rows: [], total: 0 }
    const seen = rows.map((row) => responseInScope(context.viewer, row))
    return connectionOf(seen, page, total, (row) => [row.administrationCode, row.kpiCode])
  }

  @Access(PUBLIC)
  @FieldResolver(() => ReleaseViewerCan, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() release: Release, @Ctx() { viewer }: Context): ReleaseViewerCan {
    return {
      discard: canDiscardRelease(viewer, release),
      embargo: canEmbargoRelease(viewer, release),
      publish: canPublishRelease(viewer, release),
    }
  }
}

@Resolver(() => Cycle)
export class CycleReleaseFields {
  @Access(PUBLIC)
  @FieldResolver(() => Permission, {
    description: 'Whether the viewer may build a release of the cycle.',
  })
  releaseBuild(@Root() cycle: Cycle, @Ctx() { viewer }: Context): Permission {
    return canBuildRelease(viewer, cycle)
  }
}

@Resolver(() => ReleasePayload)
export class ReleasePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => Release, {
    nullable: true,
    description: 'The release as it is now. Null when the command was refused.',
  })
  release(@Root() payload: ReleasePayload, @Ctx() context: Context) {
    return payload.releaseId ? context.load(releasesById, payload.releaseId) : null
  }
}
