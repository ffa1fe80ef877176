import { Field, ObjectType } from 'type-graphql'
import { Access, MEMBER, Rows, SECRETARIAT } from '#access'
import { DecimalScalar } from '#platform'
import { CheckLevel, Period, ValidationRuleType } from './enums'

@ObjectType('ValidationRule', {
  description:
    'Cross-check of figures; it acts at submission by its level and never prevents saving.',
})
@Rows('CATALOGUE')
@Access(MEMBER, SECRETARIAT)
export class ValidationRule {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, { description: 'Code, unique in its version.' })
  readonly code!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ValidationRuleType, { description: 'What the rule compares.' })
  readonly type!: keyof typeof ValidationRuleType

  @Access(MEMBER, SECRETARIAT)
  @Field(() => CheckLevel, { description: 'Weight of a finding.' })
  readonly level!: keyof typeof CheckLevel

  @Access(MEMBER, SECRETARIAT)
  @Field(() => [String], { name: 'kpiCodes', description: 'Codes of the KPIs a finding concerns.' })
  readonly kpis!: readonly string[]

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the part. Null unless PART_OF_WHOLE.',
  })
  readonly part?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the whole. Null unless PART_OF_WHOLE.',
  })
  readonly whole?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the data element. Null in PART_OF_WHOLE.',
  })
  readonly element?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Change in percent above which it finds. Null unless LARGE_CHANGE.',
  })
  readonly percent?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => Period, {
    nullable: true,
    description: 'Year of the figure. Null unless POSITIVE_BASE.',
  })
  readonly period?: 'T' | 'T-1' | null
}
