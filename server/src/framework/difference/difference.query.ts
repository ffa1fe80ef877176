import { Args, ArgsType, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root, registerEnumType } from 'type-graphql' // prettier-ignore
import { Access, PUBLIC, Rows, type Context } from '#access'
import { Locale, LocaleArgs, localized } from '#accounts'
import { KpiRelation } from '../enums'
import type { LocaleCode, LocalizedText } from '../definition'
import { FrameworkVersion } from '../framework-version'
import { LineageKind, NodeLineage } from '../lineage'
import type { VersionSnapshot } from '../snapshot'
import type { NodeDifference as Difference, VersionDifference } from './difference'
import { comparedVersions, differenceDocument } from './of-versions'

export const NodeChange = { ADDED: 'ADDED', REMOVED: 'REMOVED', CHANGED: 'CHANGED' } as const
export type NodeChange = keyof typeof NodeChange

registerEnumType(NodeChange, {
  name: 'NodeChange',
  description: 'What happened to a node. Clients must accept unknown values.',
  valuesConfig: {
    ADDED: { description: 'Only the later version has it.' },
    REMOVED: { description: 'Only the earlier version has it.' },
    CHANGED: { description: 'Both have it, and some of its fields differ.' },
  },
})

@ObjectType('FieldDifference', { description: 'One field of a node that differs.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FieldDifference {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Name of the field, such as "formula" or "description".' })
  readonly field!: string

  @Access(PUBLIC)
  @Field(() => Locale, {
    nullable: true,
    description: 'Language of the text that differs. Null for what has no language.',
  })
  readonly locale!: Locale | null

  @Access(PUBLIC)
  @Field(() => String, { nullable: true, description: 'What it was. Null where it was empty.' })
  readonly before!: string | null

  @Access(PUBLIC)
  @Field(() => String, { nullable: true, description: 'What it is now. Null where it is empty.' })
  readonly after!: string | null
}

@ObjectType('NodeDifference', {
  description: 'Node of the framework that differs between two versions.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class NodeDifference {
  readonly names!: LocalizedText

  @Access(PUBLIC)
  @Field(() => LineageKind, { description: 'Kind of the node.' })
  readonly kind!: LineageKind

  @Access(PUBLIC)
  @Field(() => String, { nullable: true, description: 'Code in the later version. Null where it is gone.' }) // prettier-ignore
  readonly code!: string | null

  @Access(PUBLIC)
  @Field(() => String, { nullable: true, description: 'Code in the earlier version. Null where it is new.' }) // prettier-ignore
  readonly formerCode!: string | null

  @Access(PUBLIC)
  @Field(() => NodeChange, { description: 'What happened to it.' })
  readonly change!: NodeChange

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description:
      'Whether it stands under another parent or was itself put in another order among its neighbours.',
  })
  readonly isMoved!: boolean

  @Access(PUBLIC)
  @Field(() => KpiRelation, {
    description:
      'How the two relate, as found by comparing them; SAME where only the place differs.',
  })
  readonly relation!: KpiRelation

  @Access(PUBLIC)
  @Field(() => [FieldDifference], { description: 'Every field that differs.' })
  readonly fields!: readonly FieldDifference[]
}

@ObjectType('DifferenceCounts', { description: 'Number of nodes by what happened to them.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class DifferenceCounts {
  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of nodes only the later version has.' })
  readonly added!: number

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of nodes only the earlier version has.' })
  readonly removed!: number

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of nodes with fields that differ.' })
  readonly changed!: number

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of nodes in another place; they count as changed too.' })
  readonly moved!: number

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of nodes that are the same in both.' })
  readonly unchanged!: number
}

@ObjectType('FrameworkDifference', {
  description: 'What differs between two framework versions, node by node and field by field.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkDifference {
  readonly from!: VersionSnapshot
  readonly to!: VersionSnapshot
  readonly steps!: readonly VersionSnapshot[]
  readonly difference!: VersionDifference
}

@ArgsType()
class DifferenceArgs {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the earlier version.' })
  readonly from!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the later version.' })
  readonly to!: string
}

@ArgsType()
class NodesArgs {
  @Access(PUBLIC)
  @Field(() => LineageKind, {
    nullable: true,
    description: 'Kind of nodes wanted; all when left out.',
  })
  readonly kind?: LineageKind | null

  @Access(PUBLIC)
  @Field(() => KpiRelation, { nullable: true, description: 'Relation wanted; all when left out.' })
  readonly relation?: KpiRelation | null
}

@Resolver(() => FrameworkDifference)
export class FrameworkDifferenceQuery {
  @Access(PUBLIC)
  @Query(() => FrameworkDifference, {
    nullable: true,
    description:
      'Difference between any two framework versions. Null where the viewer does not see both.',
  })
  frameworkDifference(
    @Args(() => DifferenceArgs) args: DifferenceArgs,
    @Ctx() context: Context,
  ): Promise<FrameworkDifference | null> {
    return comparedVersions(context, args)
  }

  @Access(PUBLIC)
  @FieldResolver(() => FrameworkVersion, { description: 'Earlier version.' })
  from(@Root() { from }: FrameworkDifference) {
    return from.version
  }

  @Access(PUBLIC)
  @FieldResolver(() => FrameworkVersion, { description: 'Later version.' })
  to(@Root() { to }: FrameworkDifference) {
    return to.version
  }

  @Access(PUBLIC)
  @FieldResolver(() => [FrameworkVersion], {
    description:
      'Versions after the earlier one, up to and with the later one, each with its change notes. The later one alone where it did not develop from the earlier, none where both are the same.',
  })
  steps(@Root() { steps }: FrameworkDifference) {
    return steps.map(({ version }) => version)
  }

  @Access(PUBLIC)
  @FieldResolver(() => DifferenceCounts, {
    description: 'Number of nodes by what happened to them.',
  })
  counts(@Root() { difference }: FrameworkDifference) {
    return difference.counts
  }

  @Access(PUBLIC)
  @FieldResolver(() => [NodeDifference], {
    description: 'Nodes that differ, kind by kind, in the order of the later version.',
  })
  nodes(
    @Root() { difference }: FrameworkDifference,
    @Args(() => NodesArgs) { kind, relation }: NodesArgs,
  ) {
    return difference.nodes
      .filter((node) => kind == null || node.kind === kind)
      .filter((node) => relation == null || node.relation === relation)
      .map(served)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, {
    description: 'The whole difference as a Markdown document in the chosen language.',
  })
  markdown(
    @Root() compared: FrameworkDifference,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ): string {
    return differenceDocument(compared, locale.toLowerCase() as LocaleCode)
  }
}

@Resolver(() => NodeDifference)
export class NodeDifferenceFields {
  @Access(PUBLIC)
  @FieldResolver(() => [NodeLineage], {
    description:
      'Links from version to version that say why its series ends or how it goes on: breaks, conversions and notes, the oldest first. Empty where there are none and where the later version did not develop from the earlier one.',
  })
  reasons(@Root() { reasons }: Pick<Difference, 'reasons'>) {
    return reasons
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, {
    description: 'Name of the node, or label of the data element, in the chosen language.',
  })
  name(@Root() { names }: NodeDifference, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(names, locale)
  }
}

const served = ({ name, fields, ...node }: Difference) => ({
  ...node,
  names: name,
  fields: fields.map((field) => ({
    ...field,
    locale: field.locale && (field.locale.toUpperCase() as Locale),
  })),
})
