import {
  Args,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { Access, PUBLIC, Rows, SECRETARIAT, errorCodeOf, type Context } from '#access'
import { Locale, LocaleArgs, localized, type Texts } from '#accounts'
import { DecimalScalar, JsonScalar, requestError } from '#platform'
import { catalogueOf } from './catalogue'
import { inputOf } from './command-input'
import { Direction, ResponseState } from './enums'
import { figureProblems } from './figures'
import { benchFormula } from './formula-bench'
import { snapshotByCode } from './framework-version.query'
import { KpiElementInput, NormalisationInput } from './kpi.input'
import { KpiSampleValueInput } from './kpi-samples-set'
import { canCheckFormulas } from './policies'

@InputType('FormulaSampleInput', { description: 'Sample figures to compute a formula on.' })
export class FormulaSampleInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name of the sample.' })
  readonly name!: string

  @Access(SECRETARIAT)
  @Field(() => [KpiSampleValueInput], { description: 'Figures by symbol.' })
  readonly values!: readonly KpiSampleValueInput[]
}

@InputType('FormulaCheckInput', { description: 'A formula to be tried out; nothing is stored.' })
export class FormulaCheckInput {
  @Access(SECRETARIAT)
  @Field(() => String, {
    description: 'Code of the framework version whose data elements it uses.',
  })
  readonly version!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Text of the formula.' })
  readonly formula!: string

  @Access(SECRETARIAT)
  @Field(() => [KpiElementInput], { description: 'Symbols and what they stand for.' })
  readonly elements!: readonly KpiElementInput[]

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Unit the result should have.' })
  readonly unit?: string | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'DENOMINATOR_ZERO or BASE_ZERO: name of a division by zero.',
  })
  readonly undefinedWhen?: string | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the KPI it is for; with it, its published formula is computed beside it.',
  })
  readonly kpi?: string | null

  @Access(SECRETARIAT)
  @Field(() => NormalisationInput, {
    nullable: true,
    description: 'How the value becomes a score; without it, no result has one.',
  })
  readonly normalisation?: NormalisationInput | null

  @Access(SECRETARIAT)
  @Field(() => Direction, {
    nullable: true,
    description: 'Which values are better; NEUTRAL is never scored.',
  })
  readonly direction?: keyof typeof Direction | null

  @Access(SECRETARIAT)
  @Field(() => [FormulaSampleInput], { nullable: true, description: 'Sample figures; at most 50.' })
  readonly samples?: readonly FormulaSampleInput[] | null

  @Access(SECRETARIAT)
  @Field(() => Locale, {
    nullable: true,
    description: 'Language of words and messages; English when left out.',
  })
  readonly locale?: Locale | null
}

@ObjectType('FormulaProblem', { description: 'One thing wrong with a formula, and exactly where.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FormulaProblem {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Kind of the problem, in upper snake case.' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Explanation in the chosen language.' })
  readonly message!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'First character concerned, from 0.' })
  readonly start!: number

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Character behind the last one concerned.' })
  readonly end!: number
}

@ObjectType('FormerSampleResult', {
  description: 'What the formula of the version before gives for sample figures.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FormerSampleResult {
  @Access(PUBLIC)
  @Field(() => ResponseState, {
    description:
      'REPORTED, PENDING where it asks for a figure the sample lacks, or NOT_COMPUTABLE.',
  })
  readonly state!: keyof typeof ResponseState

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value. Null unless the state is REPORTED.',
  })
  readonly value!: string | null
}

@ObjectType('FormulaSampleResult', { description: 'What a formula gives for sample figures.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FormulaSampleResult {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Name of the sample.' })
  readonly name!: string

  @Access(PUBLIC)
  @Field(() => ResponseState, {
    description: 'REPORTED, PENDING where a figure is missing, or NOT_COMPUTABLE.',
  })
  readonly state!: keyof typeof ResponseState

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value. Null unless the state is REPORTED.',
  })
  readonly value!: string | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Why there is no value. Null unless NOT_COMPUTABLE.',
  })
  readonly reasonCode!: string | null

  @Access(PUBLIC)
  @Field(() => [String], { description: 'Symbols without a figure.' })
  readonly missing!: readonly string[]

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Score from 0 to 100. Null without a value, and where the KPI is never scored.',
  })
  readonly score!: string | null

  @Access(PUBLIC)
  @Field(() => FormerSampleResult, {
    nullable: true,
    description:
      'What the published formula gives for the same figures. Null where no KPI is named, or it has none.',
  })
  readonly former!: FormerSampleResult | null
}

@ObjectType('FormulaCheck', { description: 'What the server finds in a formula.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FormulaCheck {
  @Access(PUBLIC)
  @Field(() => [FormulaProblem], {
    description: 'Everything wrong with it, in the order of the text.',
  })
  readonly problems!: readonly FormulaProblem[]

  @Access(PUBLIC)
  @Field(() => [String], { description: 'Symbols it uses, in the order of their appearance.' })
  readonly symbols!: readonly string[]

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Unit of the result. Null where an error leaves it open.',
  })
  readonly unit!: string | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Formula in words. Null where it cannot be read.',
  })
  readonly words!: string | null

  readonly wordsByLocale!: Texts | null

  @Access(PUBLIC)
  @Field(() => [String], {
    description: 'Everything it divides by, as text: where one of them is zero there is no value.',
  })
  readonly denominators!: readonly string[]

  @Access(PUBLIC)
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Formula as a drawing, as `Kpi.formulaTree`. Null where it cannot be read.',
  })
  readonly tree!: unknown

  @Access(PUBLIC)
  @Field(() => [FormulaSampleResult], {
    description: 'Results on the samples; empty where it cannot be read.',
  })
  readonly results!: readonly FormulaSampleResult[]
}

const CheckArgs = inputOf(FormulaCheckInput)
const MOST_SAMPLES = 50

@Resolver()
export class FormulaCheckQuery {
  @Access(SECRETARIAT)
  @Query(() => FormulaCheck, {
    nullable: true,
    description:
      'Tries out a formula by the evaluator that computes real figures. Null where the viewer sees no such version.',
  })
  async formulaCheck(
    @Args(() => CheckArgs) { input }: { input: FormulaCheckInput },
    @Ctx() context: Context,
  ) {
    const permission = canCheckFormulas(context.viewer)
    if (!permission.allowed) {
      throw requestError(errorCodeOf(permission), permission.code, permission.reason)
    }
    if ((input.samples?.length ?? 0) > MOST_SAMPLES) {
      throw requestError(
        'BAD_INPUT',
        'TOO_MANY',
        `At most ${MOST_SAMPLES} samples are computed at once.`,
      )
    }
    const [bad] = (input.samples ?? []).flatMap(({ values }, index) =>
      values.flatMap(({ value }, place) =>
        figureProblems(value, ['samples', String(index), 'values', String(place), 'value']),
      ),
    )
    if (bad) {
      throw requestError(bad.code, bad.reason, `${bad.path.join('.')}: ${bad.message}`)
    }
    const snapshot = await snapshotByCode(context, input.version)
    if (!snapshot) return null
    const ancestorId = input.kpi ? snapshot.kpiByCode.get(input.kpi)?.ancestorId : null
    const former = ancestorId ? catalogueOf(context).kpiById(ancestorId) : null
    return benchFormula(input, snapshot.elementByCode, former)
  }
}

@Resolver(() => FormulaCheck)
export class FormulaCheckFields {
  @Access(PUBLIC)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Formula in words in a chosen language. Null where it cannot be read.',
  })
  wordsIn(
    @Root() { wordsByLocale }: FormulaCheck,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ): string | null {
    return wordsByLocale && localized(wordsByLocale, locale)
  }
}
