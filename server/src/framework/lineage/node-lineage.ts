import { Args, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, Rows, type Context } from '#access'
import { LocaleArgs, localized, localizedOrNull, type Texts } from '#accounts'
import { snapshotOf } from '../catalogue'
import { KpiRelation } from '../enums'
import { FrameworkVersion } from '../framework-version'
import { Kpi } from '../kpi'
import { changedFieldsOf } from './changed-fields'
import { Comparability, LineageKind } from './enums'
import { isBreak, nodeOf, type LineageLink } from './lineage'
import { lineageOf } from './of-version'

/** A link as it is served: with the version it belongs to and the status that decides who sees it. */
export interface LineageRow extends LineageLink {
  readonly versionId: string
  readonly status: string
}

@ObjectType('NodeLineage', {
  description:
    'Where a node of a framework version comes from: one entry for each of its ancestors, and one for each ancestor that was retired.',
})
@Rows('CATALOGUE')
@Access(PUBLIC)
export class NodeLineage {
  readonly status!: string

  @Access(PUBLIC)
  @Field(() => LineageKind, { description: 'Kind of the node.' })
  readonly kind!: LineageKind

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the node. Null where its ancestor was retired.',
  })
  readonly code!: string | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the ancestor in the version before. Null where the node is new.',
  })
  readonly ancestorCode!: string | null

  @Access(PUBLIC)
  @Field(() => KpiRelation, { description: 'How the node relates to the ancestor.' })
  readonly relation!: KpiRelation

  @Access(PUBLIC)
  @Field(() => Comparability, {
    description: 'Whether values before and after may be compared.',
  })
  readonly comparability!: Comparability

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'Formula over the old value `V` and data elements that gives the comparable new value. Null unless the comparability is WITH_CONVERSION.',
  })
  readonly conversion!: string | null

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description:
      'Whether it was stated by people; otherwise it follows from comparing the two versions.',
  })
  readonly isStated!: boolean

  @Access(PUBLIC)
  @Field(() => Int, {
    description:
      'Counts the statements about the node; given back as `expectedVersion`. 0 where nobody made one.',
  })
  readonly version!: number
}

@Resolver(() => NodeLineage)
export class NodeLineageFields {
  @Access(PUBLIC)
  @FieldResolver(() => [String], {
    description:
      'Names of the fields in which the node differs from its ancestor, such as "direction", "normalisation" or "weight": what changed where it is called reworded; "outcome" or "dimension" where it moved to another. Empty where it is new, retired, split or merged, or the viewer does not see the version before. Clients must accept unknown values.',
  })
  async changedFields(@Root() link: LineageRow, @Ctx() context: Context) {
    if (!link.ancestorVersionId) return []
    const version = await snapshotOf(context, link.versionId)
    const base = await snapshotOf(context, link.ancestorVersionId)
    const { byNode } = (await lineageOf(context, link.versionId)) ?? {}
    return version && byNode ? changedFieldsOf(base, version, link, byNode) : []
  }

  @Access(PUBLIC)
  @FieldResolver(() => Boolean, {
    description:
      'Whether the series breaks here: values before and after are not comparable. False where a series begins.',
  })
  isBreak(@Root() link: LineageRow): boolean {
    return isBreak(link)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Reason given, in the chosen language. Null where none is.',
  })
  note(@Root() link: LineageRow, @Args(() => LocaleArgs) { locale }: LocaleArgs) {
    return localizedOrNull(link.note, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Name of the node, or label of the data element, in the chosen language. Null where its ancestor was retired.',
  })
  async name(
    @Root() link: LineageRow,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
    @Ctx() context: Context,
  ) {
    return nameIn(await snapshotOf(context, link.versionId), link.kind, link.code, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Name of the ancestor in the chosen language. Null where the node is new, or the viewer does not see the version before.',
  })
  async ancestorName(
    @Root() link: LineageRow,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
    @Ctx() context: Context,
  ) {
    if (!link.ancestorVersionId) return null
    const before = await snapshotOf(context, link.ancestorVersionId)
    return nameIn(before, link.kind, link.ancestorCode, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => FrameworkVersion, {
    nullable: true,
    description: 'Framework version the node belongs to.',
  })
  async frameworkVersion(@Root() link: LineageRow, @Ctx() context: Context) {
    return (await snapshotOf(context, link.versionId))?.version
  }

  @Access(PUBLIC)
  @FieldResolver(() => FrameworkVersion, {
    nullable: true,
    description: 'Framework version of the ancestor. Null where the node is new.',
  })
  async ancestorVersion(@Root() link: LineageRow, @Ctx() context: Context) {
    if (!link.ancestorVersionId) return null
    return (await snapshotOf(context, link.ancestorVersionId))?.version ?? null
  }

  @Access(PUBLIC)
  @FieldResolver(() => Kpi, {
    nullable: true,
    description: 'KPI the entry is about. Null for nodes of other kinds and retired ones.',
  })
  async kpi(@Root() link: LineageRow, @Ctx() context: Context) {
    if (link.kind !== 'KPI' || link.code === null) return null
    return (await snapshotOf(context, link.versionId))?.kpiByCode.get(link.code) ?? null
  }

  @Access(PUBLIC)
  @FieldResolver(() => Kpi, {
    nullable: true,
    description: 'KPI it developed from. Null for nodes of other kinds and new ones.',
  })
  async ancestorKpi(@Root() link: LineageRow, @Ctx() context: Context) {
    if (link.kind !== 'KPI' || !link.ancestorVersionId || link.ancestorCode === null) return null
    const before = await snapshotOf(context, link.ancestorVersionId)
    return before?.kpiByCode.get(link.ancestorCode) ?? null
  }
}

function nameIn(
  snapshot: Parameters<typeof nodeOf>[0],
  kind: LineageKind,
  code: string | null,
  locale: LocaleArgs['locale'],
): string | null {
  const node = nodeOf(snapshot, kind, code) as { name?: Texts; label?: Texts } | null
  return node && localized(node.name ?? node.label, locale)
}
