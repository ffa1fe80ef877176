import { Args, Ctx, Field, InputType, ObjectType, Query, Resolver } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows, SECRETARIAT, errorCodeOf, type Context } from '#access'
import { DecimalScalar, requestError } from '#platform'
import { inputOf } from '../command-input'
import type { KpiDefinition } from '../definition'
import { normalisationOf } from '../edit-kpi'
import { Direction } from '../enums'
import { figureProblems } from '../figures'
import { snapshotByCode } from '../framework-version.query'
import { scoringProblems } from '../kpi-checks'
import { NormalisationInput } from '../kpi.input'
import { canCheckFormulas } from '../policies'
import type { KpiNode } from '../snapshot'
import { scoringCurve, tableValues, type ScorePoint as Point } from './curve'
import { isScorable, kpiScore } from './kpi-score'
import { weightShares } from './weight-shares'

@InputType('ScoringCheckInput', {
  description: 'Scoring of a KPI to be tried out; nothing is stored.',
})
export class ScoringCheckInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the framework version.' })
  readonly version!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpi!: string

  @Access(SECRETARIAT)
  @Field(() => Direction, { description: 'Which values are better.' })
  readonly direction!: keyof typeof Direction

  @Access(SECRETARIAT)
  @Field(() => NormalisationInput, { description: 'How the value becomes a score.' })
  readonly normalisation!: NormalisationInput

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, { description: 'Weight in the score of the outcome.' })
  readonly weight!: string

  @Access(SECRETARIAT)
  @Field(() => [String], {
    nullable: true,
    description:
      'Values to be scored as plain decimal strings, at most 50; the corners of the scale when left out.',
  })
  readonly values?: readonly string[] | null
}

@ObjectType('ScorePoint', { description: 'A value with the score it would get.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ScorePoint {
  @Access(PUBLIC)
  @Field(() => DecimalScalar, { description: 'Value of the KPI.' })
  readonly value!: string

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Score from 0 to 100. Null where the KPI is never scored.',
  })
  readonly score!: string | null
}

@ObjectType('KpiWeightShare', {
  description: 'What one KPI counts for, when every KPI of its dimension has a value.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class KpiWeightShare {
  @Access(PUBLIC)
  @Field(() => String, { name: 'kpiCode', description: 'Code of the KPI.' })
  readonly kpi!: string

  @Access(PUBLIC)
  @Field(() => DecimalScalar, { description: 'Weight in its outcome.' })
  readonly weight!: string

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Share of the score of its outcome in percent. Null where the KPI has no score.',
  })
  readonly shareOfOutcome!: string | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Share of the score of its dimension in percent. Null where the KPI has no score.',
  })
  readonly shareOfDimension!: string | null
}

@ObjectType('ScoringCheck', { description: 'What the server makes of a scoring.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ScoringCheck {
  @Access(PUBLIC)
  @Field(() => [Problem], {
    description: 'Everything that contradicts itself; empty when nothing does.',
  })
  readonly problems!: readonly Problem[]

  @Access(PUBLIC)
  @Field(() => Boolean, { description: 'Whether the KPI would have a score at all.' })
  readonly isScored!: boolean

  @Access(PUBLIC)
  @Field(() => [ScorePoint], {
    description:
      'Corners of the line from value to score, straight between them; empty without a score.',
  })
  readonly curve!: readonly Point[]

  @Access(PUBLIC)
  @Field(() => [ScorePoint], { description: 'The values asked for with their scores.' })
  readonly table!: readonly Point[]

  @Access(PUBLIC)
  @Field(() => [KpiWeightShare], {
    description:
      'Shares of all KPIs of the outcome with this weight; empty while it contradicts itself.',
  })
  readonly weights!: readonly KpiWeightShare[]
}

const CheckArgs = inputOf(ScoringCheckInput)
const MOST_VALUES = 50

@Resolver()
export class ScoringCheckQuery {
  @Access(SECRETARIAT)
  @Query(() => ScoringCheck, {
    nullable: true,
    description:
      'Tries out a scoring by the method that scores real values, and what the KPI would weigh. Null where the viewer sees no such KPI.',
  })
  async scoringCheck(
    @Args(() => CheckArgs) { input }: { input: ScoringCheckInput },
    @Ctx() context: Context,
  ) {
    const permission = canCheckFormulas(context.viewer)
    if (!permission.allowed) {
      throw requestError(errorCodeOf(permission), permission.code, permission.reason)
    }
    if ((input.values?.length ?? 0) > MOST_VALUES) {
      throw requestError(
        'BAD_INPUT',
        'TOO_MANY',
        `At most ${MOST_VALUES} values are scored at once.`,
      )
    }
    const kpi = (await snapshotByCode(context, input.version))?.kpiByCode.get(input.kpi)
    return kpi ? checkScoring(kpi, input) : null
  }
}

/** The curve, the table and the shares of a scoring as typed; while it contradicts itself, only why. */
export function checkScoring(
  kpi: KpiNode,
  input: Omit<ScoringCheckInput, 'version' | 'kpi'>,
): ScoringCheck {
  const normalisation = normalisationOf(input.normalisation)
  const { direction, weight } = input
  const scored = direction !== 'NEUTRAL' && normalisation.method !== 'NONE'
  const typed: KpiDefinition = { ...kpi, direction, normalisation, weight, scored }
  const problems = [
    ...scoringProblems(typed),
    ...(input.values ?? []).flatMap((value, index) =>
      figureProblems(value, ['values', String(index)]),
    ),
  ]
  if (problems.length > 0) {
    return { problems, isScored: false, curve: [], table: [], weights: [] } as ScoringCheck
  }
  const { outcomeNode } = kpi
  const withTyped = (each: KpiNode): KpiDefinition => (each.code === kpi.code ? typed : each)
  const outcome = { ...outcomeNode, kpis: outcomeNode.kpis.map(withTyped) }
  const values = input.values?.length ? input.values : tableValues(typed)
  return {
    problems: [],
    isScored: isScorable(typed),
    curve: scoringCurve(typed),
    table: values.map((value) => ({ value, score: kpiScore(typed, value)?.score ?? null })),
    weights: weightShares(
      outcome,
      outcomeNode.dimensionNode.outcomes.map((each) =>
        each.code === outcome.code ? outcome : each,
      ),
    ),
  }
}
