import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Access, Problem, Rows, SECRETARIAT } from '#access'
import { DateTimeScalar } from '#platform'
import { CheckLevel, KpiRelation, TranslationState } from '../enums'
import { Comparability } from '../lineage'
import type { LocalizedText } from '../definition'
import type { DryRunReport } from './report'

export const SeriesFate = {
  CONTINUES: 'CONTINUES',
  CONVERTED: 'CONVERTED',
  RECOMPUTED: 'RECOMPUTED',
  BREAKS: 'BREAKS',
  ENDS: 'ENDS',
  BEGINS: 'BEGINS',
} as const
export type SeriesFate = keyof typeof SeriesFate

registerEnumType(SeriesFate, {
  name: 'SeriesFate',
  description: 'What becomes of a series of values. Clients must accept unknown values.',
  valuesConfig: {
    CONTINUES: { description: 'Values are comparable as they are.' },
    CONVERTED: { description: 'Old values are comparable through the stored conversion.' },
    RECOMPUTED: {
      description:
        'The figures given before suffice for the new formula: old values are computed anew.',
    },
    BREAKS: { description: 'Old values are not comparable; a new series begins.' },
    ENDS: { description: 'The KPI is retired.' },
    BEGINS: { description: 'The KPI is new.' },
  },
})

@ObjectType('ToldCount', {
  description: 'Number of administrations as far as it is told: exact from 20 on, a band below.',
})
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class ToldCount {
  @Access(SECRETARIAT)
  @Field(() => Int, { nullable: true, description: 'Exact number, from 20 on and for none by the change itself. Null below.' }) // prettier-ignore
  readonly n!: number | null

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Band of the number: 0, 0-4, 5-9, 10-19 or 20+.' })
  readonly band!: string
}

@ObjectType('DryRunCheck', { description: 'One check of a version and what it found.' })
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class DryRunCheck {
  @Access(SECRETARIAT)
  @Field(() => String, {
    description:
      'What is checked: CODES, FORMULAS, SAMPLES, UNITS, RULES, WEIGHTS, LANGUAGES or LINEAGE; or what publishing brings about: REUSE, SERIES, SCORES, EXPORTS, CLIENTS, OFFICIAL_TEXTS, SAMPLED, CHANGES or EARLIER. Clients must accept unknown values.',
  })
  readonly code!: string

  @Access(SECRETARIAT)
  @Field(() => CheckLevel, {
    description:
      'What a finding means: BLOCK stands against submitting and publishing, WARN and INFO stop nobody.',
  })
  readonly level!: keyof typeof CheckLevel

  @Access(SECRETARIAT)
  @Field(() => Boolean, { description: 'Whether nothing was found.' })
  readonly passed!: boolean

  @Access(SECRETARIAT)
  @Field(() => [Problem], { description: 'Everything found; the path names the node.' })
  readonly problems!: readonly Problem[]
}

@ObjectType('DryRunText', { description: 'Text whose French is not official yet.' })
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class DryRunText {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the node, or of the version.' })
  readonly code!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name of the text, such as "name" or "description".' })
  readonly text!: string

  @Access(SECRETARIAT)
  @Field(() => TranslationState, { description: 'State of the French text.' })
  readonly state!: TranslationState
}

@ObjectType('DryRunRelation', {
  description: 'Number of KPIs by their relation to the version before.',
})
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class DryRunRelation {
  @Access(SECRETARIAT)
  @Field(() => KpiRelation, { description: 'Relation.' })
  readonly relation!: KpiRelation

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of KPIs.' })
  readonly count!: number
}

@ObjectType('DryRunCounts', { description: 'What the version holds.' })
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class DryRunCounts {
  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of dimensions.' })
  readonly dimensions!: number

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of expected outcomes.' })
  readonly outcomes!: number

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of KPIs.' })
  readonly kpis!: number

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of data elements.' })
  readonly dataElements!: number

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of WCO instruments.' })
  readonly instruments!: number

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of validation rules.' })
  readonly rules!: number

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of sample calculations.' })
  readonly samples!: number
}

@ObjectType('KpiImpact', {
  description: 'What the change of one KPI does to what was released before.',
})
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class KpiImpact {
  readonly name!: LocalizedText
  readonly reason!: LocalizedText | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the KPI. Null where it is retired.',
  })
  readonly code!: string | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of its ancestor. Null where it is new.',
  })
  readonly ancestorCode!: string | null

  @Access(SECRETARIAT)
  @Field(() => KpiRelation, { description: 'How it relates to its ancestor.' })
  readonly relation!: KpiRelation

  @Access(SECRETARIAT)
  @Field(() => Comparability, { description: 'Whether old and new values may be compared.' })
  readonly comparability!: Comparability

  @Access(SECRETARIAT)
  @Field(() => SeriesFate, { description: 'What becomes of its series.' })
  readonly fate!: SeriesFate

  readonly isEarlier?: boolean

  @Access(SECRETARIAT)
  @Field(() => ToldCount, { description: 'Answers of the last released cycle.' })
  readonly answers!: ToldCount

  @Access(SECRETARIAT)
  @Field(() => ToldCount, {
    description: 'Answers among them that stay usable: as they are, converted or computed anew.',
  })
  readonly reusable!: ToldCount

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of public group figures that lose their successor.' })
  readonly figures!: number

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of partner clients that may read the KPI.' })
  readonly clients!: number

  @Access(SECRETARIAT)
  @Field(() => Int, {
    description: 'Number of French texts of the KPI and its elements that are missing or outdated.',
  })
  readonly translations!: number
}

@ObjectType('DryRunImpact', {
  description: 'What publishing the version would do to what was released before.',
})
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class DryRunImpact {
  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the last released cycle on the base version. Null where there is none.',
  })
  readonly cycleCode!: string | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Code of its newest release. Null where there is none.' }) // prettier-ignore
  readonly releaseCode!: string | null

  @Access(SECRETARIAT)
  @Field(() => [KpiImpact], { description: 'KPIs that are not carried over as they were.' })
  readonly kpis!: readonly KpiImpact[]

  @Access(SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description:
      'Share of the last cycle’s answers that stay usable, in whole per cent. Null without a released cycle.',
  })
  readonly reusableShare!: number | null

  @Access(SECRETARIAT)
  @Field(() => ToldCount, { description: 'Administrations that lose at least one series.' })
  readonly administrations!: ToldCount

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of public group figures that lose their successor.' })
  readonly figures!: number

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of peer groups with at least one such figure.' })
  readonly groups!: number

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of partner clients that may read a changed KPI.' })
  readonly clients!: number
}

@ObjectType('DryRun', {
  description: 'Stored report of checks and impact of one content of a version.',
})
@Rows('CATALOGUE')
@Access(SECRETARIAT)
export class DryRun {
  readonly versionId!: string
  readonly status!: string
  readonly createdBy!: string
  readonly report!: DryRunReport

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'SHA-256 of the content examined, in hexadecimal.' })
  readonly contentHash!: string

  @Access(SECRETARIAT)
  @Field(() => Boolean, { description: 'Whether every check of level BLOCK passed.' })
  readonly passed!: boolean

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the dry run.' })
  readonly createdAt!: string
}
