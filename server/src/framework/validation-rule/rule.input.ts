import { Field, InputType } from 'type-graphql'
import { Access, SECRETARIAT } from '#access'
import { DecimalScalar, Refusal, badInput } from '#platform'
import type { ValidationRuleDefinition } from '../definition'
import { CheckLevel, Comparison, Period, ValidationRuleType } from '../enums'

@InputType('ValidationRuleContentInput', {
  description: 'Content of a validation rule; fields of other types are left out.',
})
export class ValidationRuleContentInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code, in capitals, unique in its version.' })
  readonly code!: string

  @Access(SECRETARIAT)
  @Field(() => ValidationRuleType, { description: 'What the rule compares.' })
  readonly type!: keyof typeof ValidationRuleType

  @Access(SECRETARIAT)
  @Field(() => CheckLevel, { description: 'Weight of a finding.' })
  readonly level!: keyof typeof CheckLevel

  @Access(SECRETARIAT)
  @Field(() => [String], { description: 'Codes of the KPIs a finding concerns.' })
  readonly kpiCodes!: readonly string[]

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Code of the part, for PART_OF_WHOLE.' })
  readonly part?: string | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Code of the whole, for PART_OF_WHOLE.' })
  readonly whole?: string | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the data element, for LARGE_CHANGE, POSITIVE_BASE and RANGE.',
  })
  readonly element?: string | null

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Change in percent, for LARGE_CHANGE.',
  })
  readonly percent?: string | null

  @Access(SECRETARIAT)
  @Field(() => Period, { nullable: true, description: 'Year of the figure, for POSITIVE_BASE.' })
  readonly period?: 'T' | 'T-1' | null

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, { nullable: true, description: 'Lower bound, for RANGE.' })
  readonly min?: string | null

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, { nullable: true, description: 'Upper bound, for RANGE.' })
  readonly max?: string | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Left formula, for CONSISTENCY.' })
  readonly left?: string | null

  @Access(SECRETARIAT)
  @Field(() => Comparison, {
    nullable: true,
    description: 'How the left side must stand to the right one, for CONSISTENCY.',
  })
  readonly comparison?: keyof typeof Comparison | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Right formula, for CONSISTENCY.' })
  readonly right?: string | null

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Tolerance in percent, for CONSISTENCY; zero when left out.',
  })
  readonly tolerance?: string | null
}

/** Fields that each type asks for beside code, level and KPIs. */
const NEEDED: Readonly<
  Record<ValidationRuleDefinition['type'], readonly (keyof ValidationRuleContentInput)[]>
> = {
  PART_OF_WHOLE: ['part', 'whole'],
  LARGE_CHANGE: ['element', 'percent'],
  POSITIVE_BASE: ['element', 'period'],
  RANGE: ['element'],
  CONSISTENCY: ['left', 'comparison', 'right'],
}

/** The rule as it is stored; refused where its type asks for more, all at once. */
export function ruleOfInput(
  input: ValidationRuleContentInput,
  path: readonly string[],
): ValidationRuleDefinition {
  const problems = NEEDED[input.type]
    .filter((field) => input[field] == null || input[field] === '')
    .map((field) => badInput('MISSING', 'This type of rule asks for it.', [...path, field]))
  if (problems.length > 0) throw new Refusal(problems)
  const head = {
    code: input.code.trim(),
    level: input.level,
    kpis: [...new Set(input.kpiCodes)],
  }
  switch (input.type) {
    case 'PART_OF_WHOLE':
      return { ...head, type: input.type, part: input.part!, whole: input.whole! }
    case 'LARGE_CHANGE':
      return { ...head, type: input.type, element: input.element!, percent: input.percent! }
    case 'POSITIVE_BASE':
      return { ...head, type: input.type, element: input.element!, period: input.period! }
    case 'RANGE':
      return {
        ...head,
        type: input.type,
        element: input.element!,
        min: input.min ?? null,
        max: input.max ?? null,
      }
    case 'CONSISTENCY':
      return {
        ...head,
        type: input.type,
        left: input.left!.trim(),
        comparison: input.comparison!,
        right: input.right!.trim(),
        tolerance: input.tolerance ?? '0',
      }
  }
}

/** The rule as the columns of its row. */
export const columnsOf = ({
  code,
  type,
  level,
  kpis,
  ...definition
}: ValidationRuleDefinition) => ({
  code,
  type,
  level,
  kpis: [...kpis],
  definition,
})
