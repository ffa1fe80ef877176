import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, type Context } from '#access'
import { FrameworkVersion } from '../framework-version'
import { Kpi } from '../kpi'
import type { KpiNode, VersionHead } from '../snapshot'
import { LineageKind } from './enums'
import type { LineageLink } from './lineage'
import { descendantsOfVersions } from './lineage.rows'
import { NodeLineage, type LineageRow } from './node-lineage'
import { keyOf, lineageOf } from './of-version'

@ArgsType()
class LineageArgs {
  @Access(PUBLIC)
  @Field(() => LineageKind, {
    nullable: true,
    description: 'Kind of nodes wanted; all when left out.',
  })
  readonly kind?: LineageKind | null
}

@Resolver(() => FrameworkVersion)
export class VersionLineageFields {
  @Access(PUBLIC)
  @FieldResolver(() => [NodeLineage], {
    description:
      'Lineage of every node, ancestors without descendant last within their kind. In a draft it is found by comparing with the base version as it now stands.',
  })
  async lineage(
    @Root() version: VersionHead,
    @Args(() => LineageArgs) { kind }: LineageArgs,
    @Ctx() context: Context,
  ): Promise<readonly LineageRow[]> {
    const found = await lineageOf(context, version.id)
    const links = found?.links.filter((link) => kind == null || link.kind === kind) ?? []
    return links.map(servedIn(version))
  }
}

@Resolver(() => Kpi)
export class KpiLineageFields {
  @Access(PUBLIC)
  @FieldResolver(() => [NodeLineage], {
    description:
      'Links to the KPIs of the version before from which this one developed, with relation and break flag. One entry without ancestor where it is new.',
  })
  async ancestors(@Root() kpi: KpiNode, @Ctx() context: Context): Promise<readonly LineageRow[]> {
    const found = await lineageOf(context, kpi.versionId)
    const links = found?.byNode.get(keyOf('KPI', kpi.code)) ?? []
    return found ? links.map(servedIn(found.head)) : []
  }

  @Access(PUBLIC)
  @FieldResolver(() => [NodeLineage], {
    description:
      'Links to the KPIs of later versions that developed from this one, with relation and break flag; one without code where it was retired. Drafts are not listed.',
  })
  async descendants(@Root() kpi: KpiNode, @Ctx() context: Context): Promise<readonly LineageRow[]> {
    const links = (await context.load(descendantsOfVersions, kpi.versionId)) ?? []
    return links.filter(({ kind, ancestorCode }) => kind === 'KPI' && ancestorCode === kpi.code)
  }
}

const servedIn =
  ({ id, status }: Pick<VersionHead, 'id' | 'status'>) =>
  (link: LineageLink): LineageRow => ({ ...link, versionId: id, status })
