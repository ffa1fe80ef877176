import { Field, ID, InputType, Int } from 'type-graphql'
import { Access, SECRETARIAT } from '#access'
import { DecimalScalar } from '#platform'
import { EditInput, LocalizedTextInput } from './command-input'
import { ProvenanceInput } from './provenance-input'
import {
  Direction,
  DisclosureLevelCode,
  ElementRole,
  KpiKind,
  NormalisationMethod,
  Period,
} from './enums'

@InputType('KpiElementInput', { description: 'Symbol of a formula with what it stands for.' })
export class KpiElementInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Symbol, in capitals.' })
  readonly symbol!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the data element.' })
  readonly element!: string

  @Access(SECRETARIAT)
  @Field(() => Period, { description: 'Year of the figure.' })
  readonly period!: 'T' | 'T-1'

  @Access(SECRETARIAT)
  @Field(() => ElementRole, { description: 'Part it plays in the formula.' })
  readonly role!: keyof typeof ElementRole
}

@InputType('SubMeasureInput', { description: 'Part of the headline shown beside it.' })
export class SubMeasureInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code, unique in the KPI.' })
  readonly code!: string

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, { description: 'Name.' })
  readonly name!: LocalizedTextInput

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Formula over the symbols of the KPI.' })
  readonly formula!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Unit, in English.' })
  readonly unit!: string
}

@InputType('NormalisationInput', { description: 'How a value becomes a score.' })
export class NormalisationInput {
  @Access(SECRETARIAT)
  @Field(() => NormalisationMethod, { description: 'Method.' })
  readonly method!: keyof typeof NormalisationMethod

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, { nullable: true, description: 'Value scored 0, for LINEAR.' })
  readonly floor?: string | null

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, { nullable: true, description: 'Value scored 100, for LINEAR.' })
  readonly goal?: string | null

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, { nullable: true, description: 'Value scored 100, for DISTANCE.' })
  readonly target?: string | null

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, { nullable: true, description: 'Distance scored 0, for DISTANCE.' })
  readonly maxDistance?: string | null
}

@InputType('KpiRangeInput', { description: 'Range of possible values; null is no limit.' })
export class KpiRangeInput {
  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, { nullable: true, description: 'Smallest value.' })
  readonly min?: string | null

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, { nullable: true, description: 'Largest value.' })
  readonly max?: string | null
}

@InputType('KpiUpdateInput', {
  description: 'Content of a KPI of a draft; what is left out stays.',
})
export class KpiUpdateInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the KPI.' })
  readonly kpiId!: string

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, { nullable: true, description: 'Name.' })
  readonly name?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, { nullable: true, description: 'Definition.' })
  readonly description?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, {
    nullable: true,
    description:
      'How to measure the KPI and where its data usually come from, for everybody; null removes it.',
  })
  readonly methodologyHelp?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, {
    nullable: true,
    description: 'Guidance for reviewers; null removes it.',
  })
  readonly guidance?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => DisclosureLevelCode, {
    nullable: true,
    description: 'Widest level an answer may be opened to.',
  })
  readonly maxDisclosureLevel?: DisclosureLevelCode | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Formula of the headline.' })
  readonly formula?: string | null

  @Access(SECRETARIAT)
  @Field(() => [KpiElementInput], { nullable: true, description: 'All symbols of the formula.' })
  readonly elements?: readonly KpiElementInput[] | null

  @Access(SECRETARIAT)
  @Field(() => [SubMeasureInput], { nullable: true, description: 'All sub-measures.' })
  readonly subMeasures?: readonly SubMeasureInput[] | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Unit, in English.' })
  readonly unit?: string | null

  @Access(SECRETARIAT)
  @Field(() => Int, { nullable: true, description: 'Decimals of the display, from 0 to 6.' })
  readonly decimals?: number | null

  @Access(SECRETARIAT)
  @Field(() => Direction, { nullable: true, description: 'Which values are better.' })
  readonly direction?: keyof typeof Direction | null

  @Access(SECRETARIAT)
  @Field(() => KpiRangeInput, { nullable: true, description: 'Range of possible values.' })
  readonly range?: KpiRangeInput | null

  @Access(SECRETARIAT)
  @Field(() => NormalisationInput, {
    nullable: true,
    description: 'How the value becomes a score.',
  })
  readonly normalisation?: NormalisationInput | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'DENOMINATOR_ZERO or BASE_ZERO; null where the value can always be computed.',
  })
  readonly undefinedWhen?: string | null

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Weight in the score of the outcome.',
  })
  readonly weight?: string | null

  @Access(SECRETARIAT)
  @Field(() => KpiKind, { nullable: true, description: 'Kind of quantity.' })
  readonly kind?: keyof typeof KpiKind | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the scale of its levels; null for none.',
  })
  readonly scale?: string | null

  @Access(SECRETARIAT)
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of all WCO instruments it maps to.',
  })
  readonly instruments?: readonly string[] | null

  @Access(SECRETARIAT)
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of all targets of the goals that it serves, such as 9.1.',
  })
  readonly sdgTargets?: readonly string[] | null

  @Access(SECRETARIAT)
  @Field(() => ProvenanceInput, { nullable: true, description: 'Where the entry comes from.' })
  readonly provenance?: ProvenanceInput | null
}
