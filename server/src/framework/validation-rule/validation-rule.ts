import { Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, MEMBER, Rows, SECRETARIAT } from '#access'
import { DecimalScalar, globalId } from '#platform'
import { CheckLevel, Comparison, Period, ValidationRuleType } from '../enums'

@ObjectType('ValidationRule', {
  description:
    'Cross-check of figures; it acts at submission by its level and never prevents saving.',
})
@Rows('CATALOGUE')
@Access(MEMBER, SECRETARIAT)
export class ValidationRule {
  readonly id!: string

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
    description: 'Code of the data element. Null in PART_OF_WHOLE and CONSISTENCY.',
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

  @Access(MEMBER, SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Smallest figure let through. Null unless RANGE, and in one without a lower bound.',
  })
  readonly min?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Largest figure let through. Null unless RANGE, and in one without an upper bound.',
  })
  readonly max?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description:
      'Formula over codes of data elements, such as "DECL_IMPORT + DECL_EXPORT". Null unless CONSISTENCY.',
  })
  readonly left?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => Comparison, {
    nullable: true,
    description: 'How the left side must stand to the right one. Null unless CONSISTENCY.',
  })
  readonly comparison?: keyof typeof Comparison | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Formula it is compared to. Null unless CONSISTENCY.',
  })
  readonly right?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Difference in percent of the right side that is still let through. Null unless CONSISTENCY.',
  })
  readonly tolerance?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => Int, {
    description: 'Counts the edits of the rule; given back as `expectedVersion`.',
  })
  readonly version!: number
}

@Resolver(() => ValidationRule)
export class ValidationRuleFields {
  @Access(MEMBER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque global id.' })
  id(@Root() rule: ValidationRule): string {
    return globalId('VR', rule.id)
  }
}
