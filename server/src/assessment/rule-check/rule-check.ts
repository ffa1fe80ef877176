import { Args, Ctx, Field, InputType, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows, SECRETARIAT, errorCodeOf, type Context } from '#access'
import { Locale } from '#accounts'
import {
  CheckLevel,
  Period,
  ValidationRuleContentInput,
  canCheckFormulas,
  inputOf,
  ruleOfInput,
  ruleProblems,
  snapshotByCode,
} from '#framework'
import { DecimalScalar, Refusal, requestError } from '#platform'
import { tryRule, type TriedSample } from './try-rule'

@InputType('RuleFigureInput', { description: 'Figure of a data element to try a rule on.' })
export class RuleFigureInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the data element.' })
  readonly element!: string

  @Access(SECRETARIAT)
  @Field(() => Period, { description: 'Year of the figure.' })
  readonly period!: 'T' | 'T-1'

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, { nullable: true, description: 'Figure; null for a missing one.' })
  readonly value?: string | null
}

@InputType('RuleSampleInput', { description: 'Sample figures to try a rule on.' })
export class RuleSampleInput {
  @Access(SECRETARIAT)
  @Field(() => [RuleFigureInput], { description: 'Figures; what is left out is missing.' })
  readonly figures!: readonly RuleFigureInput[]
}

@InputType('ValidationRuleCheckInput', {
  description: 'A validation rule to be tried out; nothing is stored.',
})
export class ValidationRuleCheckInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the framework version.' })
  readonly version!: string

  @Access(SECRETARIAT)
  @Field(() => ValidationRuleContentInput, { description: 'Content of the rule.' })
  readonly rule!: ValidationRuleContentInput

  @Access(SECRETARIAT)
  @Field(() => [RuleSampleInput], { description: 'Samples to try it on; at most 50.' })
  readonly samples!: readonly RuleSampleInput[]

  @Access(SECRETARIAT)
  @Field(() => Locale, {
    nullable: true,
    description: 'Language of the findings; English when left out.',
  })
  readonly locale?: Locale | null
}

@ObjectType('RuleFinding', { description: 'What a rule would say of sample figures.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class RuleFinding {
  @Access(PUBLIC)
  @Field(() => CheckLevel, { description: 'Weight of the finding.' })
  readonly level!: keyof typeof CheckLevel

  @Access(PUBLIC)
  @Field(() => String, { description: 'Finding as the administration would read it.' })
  readonly message!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the data element it stands at.' })
  readonly element!: string

  @Access(PUBLIC)
  @Field(() => Period, { description: 'Year of the figure.' })
  readonly period!: 'T' | 'T-1'
}

@ObjectType('RuleSampleResult', { description: 'Whether sample figures pass a rule.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class RuleSampleResult {
  @Access(PUBLIC)
  @Field(() => Int, { description: 'Place of the sample among those sent, from 0.' })
  readonly index!: number

  @Access(PUBLIC)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they pass. Null where the rule is silent because a figure is missing.',
  })
  readonly isPassed!: boolean | null

  @Access(PUBLIC)
  @Field(() => [RuleFinding], { description: 'Findings; empty where they pass.' })
  readonly findings!: readonly RuleFinding[]
}

@ObjectType('ValidationRuleCheck', { description: 'What the server makes of a validation rule.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ValidationRuleCheck {
  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'Everything wrong with the rule; empty when nothing is.' })
  readonly problems!: readonly Problem[]

  @Access(PUBLIC)
  @Field(() => [RuleSampleResult], {
    description: 'Results on the samples; empty while something is wrong with the rule.',
  })
  readonly results!: readonly TriedSample[]
}

const CheckArgs = inputOf(ValidationRuleCheckInput)
const MOST_SAMPLES = 50

@Resolver()
export class ValidationRuleCheckQuery {
  @Access(SECRETARIAT)
  @Query(() => ValidationRuleCheck, {
    nullable: true,
    description:
      'Tries out a validation rule by the evaluator that checks real figures. Null where the viewer sees no such version.',
  })
  async validationRuleCheck(
    @Args(() => CheckArgs) { input }: { input: ValidationRuleCheckInput },
    @Ctx() context: Context,
  ): Promise<ValidationRuleCheck | null> {
    const permission = canCheckFormulas(context.viewer)
    if (!permission.allowed) {
      throw requestError(errorCodeOf(permission), permission.code, permission.reason)
    }
    if (input.samples.length > MOST_SAMPLES) {
      throw requestError(
        'BAD_INPUT',
        'TOO_MANY',
        `At most ${MOST_SAMPLES} samples are tried at once.`,
      )
    }
    const snapshot = await snapshotByCode(context, input.version)
    if (!snapshot) return null
    const locale = input.locale === 'FR' ? 'fr' : 'en'
    const kpis = new Set(snapshot.kpis.map(({ code }) => code))
    try {
      const rule = ruleOfInput(input.rule, ['rule'])
      const problems = ruleProblems(rule, { elements: snapshot.elementByCode, kpis })
      if (problems.length > 0) return { problems, results: [] }
      return { problems, results: tryRule(rule, input.samples, snapshot.elementByCode, locale) }
    } catch (error) {
      if (error instanceof Refusal) return { problems: error.problems, results: [] }
      throw error
    }
  }
}
