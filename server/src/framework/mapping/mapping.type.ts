import { Args, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, type ClassType } from 'type-graphql' // prettier-ignore
import { Access, PUBLIC, Rows } from '#access'
import { Locale, LocaleArgs, Provenance, localized, localizedOrNull, servedLocale } from '#accounts' // prettier-ignore
import { globalId } from '#platform'
import { ExpectedOutcome } from '../expected-outcome'
import { Instrument } from '../instrument'
import { Kpi } from '../kpi'
import { Sdg } from '../sdg'
import type { KpiNode, OutcomeMappingNode, OutcomeNode, SdgNode } from '../snapshot'
import { TranslationEntry, translationEntries } from '../texts'
import { sdgTargetByCode, sdgTargetsOf, type SdgTargetNode } from './sdg-targets'

@ObjectType('SdgTarget', {
  description: 'One of the 169 targets of the Sustainable Development Goals, by its code.',
})
@Rows('REFERENCE')
@Access(PUBLIC)
export class SdgTarget {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the target, such as "9.1" or "17.a".' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of the goal it belongs to.' })
  readonly goal!: number
}

@Resolver(() => SdgTarget)
class SdgTargetFields {
  @Access(PUBLIC)
  @FieldResolver(() => String, {
    description:
      'Short name of the target in the chosen language, worded by this platform: the text of the United Nations is longer.',
  })
  name(@Root() { name }: SdgTargetNode, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(name, locale)
  }
}

@ObjectType()
@Rows('CATALOGUE')
@Access(PUBLIC)
abstract class Mapping {
  readonly id!: string
  readonly versionId!: string
  readonly target!: string

  @Access(PUBLIC)
  @Field(() => Int, {
    nullable: true,
    description:
      'Strength of the mapping: 1 indirect, 2 direct, 3 central. Null where nobody has stated it.',
  })
  readonly strength!: number | null

  @Access(PUBLIC)
  @Field(() => Provenance, { description: 'Where the mapping comes from.' })
  readonly provenance!: Provenance

  @Access(PUBLIC)
  @Field(() => Int, {
    description: 'Counts the edits of the mapping; given back as `expectedVersion`.',
  })
  readonly version!: number
}

@ObjectType('SdgMapping', {
  description:
    'Contribution of an expected outcome to a Sustainable Development Goal, or to one of its targets.',
})
@Rows('CATALOGUE')
@Access(PUBLIC)
export class SdgMapping extends Mapping {
  @Access(PUBLIC)
  @Field(() => Sdg, { description: 'Goal the outcome contributes to.' })
  readonly sdg!: Sdg

  @Access(PUBLIC)
  @Field(() => SdgTarget, {
    nullable: true,
    description: 'Target that is meant. Null where it is the goal as a whole.',
  })
  readonly sdgTarget!: SdgTarget | null
}

@ObjectType('InstrumentMapping', {
  description: 'Instrument of the WCO that helps to reach an expected outcome.',
})
@Rows('CATALOGUE')
@Access(PUBLIC)
export class InstrumentMapping extends Mapping {
  @Access(PUBLIC)
  @Field(() => Instrument, { description: 'Instrument the outcome is mapped to.' })
  readonly instrument!: Instrument
}

/** Id, reason and state of translation: the same on both kinds of mapping. */
function mappingFields(type: ClassType<object>) {
  @Resolver(() => type)
  class MappingFields {
    @Access(PUBLIC)
    @FieldResolver(() => ID, { description: 'Opaque global id.' })
    id(@Root() mapping: OutcomeMappingNode): string {
      return globalId('OM', mapping.id)
    }

    @Access(PUBLIC)
    @FieldResolver(() => String, {
      nullable: true,
      description: 'Why the outcome maps to it, in the chosen language. Null where nobody says so.',
    })
    rationale(@Root() mapping: OutcomeMappingNode, @Args(() => LocaleArgs) { locale }: LocaleArgs) {
      return localizedOrNull(mapping.rationale, locale)
    }

    @Access(PUBLIC)
    @FieldResolver(() => Locale, {
      nullable: true,
      description:
        'Language in which `rationale` is served: English where the translation is missing. Null without a reason.',
    })
    rationaleLocale(
      @Root() mapping: OutcomeMappingNode,
      @Args(() => LocaleArgs) { locale }: LocaleArgs,
    ) {
      return mapping.rationale && servedLocale(mapping.rationale, locale)
    }

    @Access(PUBLIC)
    @FieldResolver(() => [TranslationEntry], { description: 'State of each translation.' })
    translationStatus(@Root() mapping: OutcomeMappingNode): readonly TranslationEntry[] {
      return translationEntries(mapping.translationStatus)
    }
  }
  return MappingFields
}

@Resolver(() => ExpectedOutcome)
class OutcomeMappings {
  @Access(PUBLIC)
  @FieldResolver(() => [SdgMapping], {
    description:
      'Goals and targets the outcome contributes to, with strength and reason, in the order of their codes.',
  })
  sdgMappings(@Root() outcome: OutcomeNode) {
    return outcome.sdgMappings
  }

  @Access(PUBLIC)
  @FieldResolver(() => [InstrumentMapping], {
    description: 'WCO instruments mapped to the outcome, with strength and reason.',
  })
  instrumentMappings(@Root() outcome: OutcomeNode) {
    return outcome.instrumentMappings
  }
}

@Resolver(() => Kpi)
class KpiTargets {
  @Access(PUBLIC)
  @FieldResolver(() => [SdgTarget], {
    description:
      'Targets of the goals that the KPI itself serves. Empty where only its outcome is mapped.',
  })
  sdgTargets(@Root() kpi: KpiNode) {
    return kpi.sdgTargets.flatMap((code) => sdgTargetByCode.get(code) ?? [])
  }
}

@Resolver(() => Sdg)
class SdgTargets {
  @Access(PUBLIC)
  @FieldResolver(() => [SdgTarget], { description: 'Targets of the goal.' })
  targets(@Root() { goal }: SdgNode) {
    return sdgTargetsOf(goal)
  }
}

export const mappingTypes = [
  mappingFields(SdgMapping),
  mappingFields(InstrumentMapping),
  SdgTargetFields,
  OutcomeMappings,
  KpiTargets,
  SdgTargets,
]
