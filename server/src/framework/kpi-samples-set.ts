import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { Refusal, badInput, uuidOf, type ProblemDetail } from '#platform'
import { saveNode } from './change'
import { EditInput, inputOf } from './command-input'
import { lockContent } from './content-lock'
import { ResponseState } from './enums'
import { figureProblems, keptFigure } from './figures'
import { hiddenProblems } from './hidden-problems'
import { KpiPayload } from './kpi.payload'
import type { KpiSample } from './snapshot'
import { kpiOf } from './snapshot.rows'
import { lengthProblems } from './text-length'

const MOST = 50

@InputType('KpiSampleValueInput', { description: 'Figure of a sample calculation.' })
export class KpiSampleValueInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Symbol of the formula.' })
  readonly symbol!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Figure as a plain decimal string, such as "12.5"; null for a missing one.',
  })
  readonly value?: string | null
}

@InputType('KpiSampleInput', { description: 'Sample calculation that the formula must fulfil.' })
export class KpiSampleInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name, unique in the KPI.' })
  readonly name!: string

  @Access(SECRETARIAT)
  @Field(() => [KpiSampleValueInput], { description: 'Figures by symbol.' })
  readonly values!: readonly KpiSampleValueInput[]

  @Access(SECRETARIAT)
  @Field(() => ResponseState, {
    description: 'State expected: REPORTED, PENDING or NOT_COMPUTABLE.',
  })
  readonly expectedState!: keyof typeof ResponseState

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description:
      'Value expected as a plain decimal string, with REPORTED. The result is rounded half up to its decimals, and never to fewer than the KPI shows.',
  })
  readonly expectedValue?: string | null
}

@InputType('KpiSamplesSetInput', { description: 'All sample calculations of a KPI of a draft.' })
export class KpiSamplesSetInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the KPI.' })
  readonly kpiId!: string

  @Access(SECRETARIAT)
  @Field(() => [KpiSampleInput], { description: 'Samples, in order; at most 50.' })
  readonly samples!: readonly KpiSampleInput[]
}

const SamplesArgs = inputOf(KpiSamplesSetInput)

@Resolver()
export class KpiSamplesSet {
  @Access(SECRETARIAT)
  @Mutation(() => KpiPayload, {
    description:
      'Keeps sample calculations with a KPI of a draft. They are its tests: a version with a failing one cannot be submitted.',
  })
  kpiSamplesSet(
    @Args(() => SamplesArgs) { input }: { input: KpiSamplesSetInput },
    @Ctx() context: Context,
  ) {
    return context.command('kpiSamplesSet', input, async (scope) => {
      const { db, viewer, record } = scope
      const row = await lockContent(db, viewer, 'kpi', uuidOf('KP', input.kpiId), [
        'input',
        'kpiId',
      ])
      const ids = { kpiId: row.id, versionId: row.versionId }
      expectVersion(row, input.expectedVersion, ids)
      const symbols = kpiOf(row, '', 'DRAFT').elements.map(({ symbol }) => symbol)
      const problems = [
        ...sampleProblems(input.samples, symbols),
        ...hiddenProblems(input),
        ...lengthProblems(input),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const samples = input.samples.map(sampleOf)
      await saveNode(scope, 'KPI', row, { samples })
      record({
        action: 'kpiSamplesSet',
        objectType: 'Kpi',
        objectId: row.id,
        administrationId: null,
        before: row.samples,
        after: samples,
        facts: { kpi: row.code, samples: samples.length },
      })
      return ids
    })
  }
}

/** What is wrong with samples as such; whether the formula fulfils them is seen at submission. */
export function sampleProblems(
  samples: readonly KpiSampleInput[],
  symbols: readonly string[],
): ProblemDetail[] {
  const problems: ProblemDetail[] = []
  if (samples.length > MOST) {
    problems.push(badInput('TOO_MANY', `A KPI has at most ${MOST} samples.`, ['input', 'samples']))
  }
  const names = new Set<string>()
  samples.forEach((sample, index) => {
    const note = (reason: string, message: string, field: string) =>
      problems.push(badInput(reason, message, ['input', 'samples', String(index), field]))
    const name = sample.name.trim()
    if (name === '') note('TEXT_MISSING', 'A sample has a name.', 'name')
    if (names.has(name)) note('NAME_TWICE', 'Another sample has this name.', 'name')
    names.add(name)
    const at = ['input', 'samples', String(index)]
    sample.values.forEach(({ symbol, value }, place) => {
      if (!symbols.includes(symbol))
        note('UNKNOWN_SYMBOL', `The KPI has no symbol ${symbol}.`, 'values')
      problems.push(...figureProblems(value, [...at, 'values', String(place), 'value']))
    })
    problems.push(...figureProblems(sample.expectedValue, [...at, 'expectedValue']))
    if (!['REPORTED', 'PENDING', 'NOT_COMPUTABLE'].includes(sample.expectedState)) {
      note('BAD_STATE', 'A formula gives REPORTED, PENDING or NOT_COMPUTABLE.', 'expectedState')
    } else if ((sample.expectedState === 'REPORTED') !== (sample.expectedValue != null)) {
      note('BAD_EXPECTATION', 'A value is expected with REPORTED, and only then.', 'expectedValue')
    }
  })
  return problems
}

const sampleOf = (sample: KpiSampleInput): KpiSample => ({
  name: sample.name.trim(),
  values: sample.values.map(({ symbol, value }) => ({ symbol, value: keptFigure(value) })),
  expectedState: sample.expectedState as KpiSample['expectedState'],
  expectedValue: keptFigure(sample.expectedValue),
})
