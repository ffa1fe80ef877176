import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion, type CommandScope } from '#access'
import { Refusal, problem, type Db, type ProblemDetail } from '#platform'
import type { Cycle } from '../cycle'
import { CyclePayload } from '../cycle.input'
import { lockCycle, recordCycle } from '../cycle.lock'
import { coverageOfVersion } from '../plan/thresholds'
import { canUpdateCycle } from '../policies'
import { tellOfMoreTime } from './more-time'
import { cycleProblems, endProblems, takenProblems, unfit, versionToMeasureBy } from './problems'
import { CycleUpdateArgs, type CycleUpdateInput } from './update.input'

const WHILE_PLANNED = [
  'code',
  'number',
  'nameEn',
  'nameFr',
  'frameworkVersionId',
  'reportingYear',
  'opensAt',
] as const

@Resolver()
export class CycleUpdate {
  @Access(SECRETARIAT)
  @Mutation(() => CyclePayload, {
    description:
      'Corrects a planned cycle, or moves the end of entry of an open one. Whoever has not submitted and gets more time by it is told; nobody is told of an earlier end. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, FIXED_ONCE_OPEN, BAD_PERIOD, BELOW_VERSION, and those of cycleCreate on the same fields.',
  })
  cycleUpdate(@Args(() => CycleUpdateArgs) { input }: CycleUpdateArgs, @Ctx() context: Context) {
    return context.command('cycleUpdate', input, async (scope) => {
      const { cycle, facts } = await lockCycle(scope, input.cycleId)
      ensure(canUpdateCycle(scope.viewer, facts), ['input', 'cycleId'])
      expectVersion(cycle, input.expectedVersion)
      const former = inWords(cycle)
      if (cycle.status === 'PLANNED') await correct(scope.db, cycle, input)
      else await moveEnd(scope, cycle, input)
      const corrected = inWords(cycle)
      if (corrected !== former) {
        recordCycle(scope.record, 'cycleUpdate', cycle, { former, corrected })
      }
      return { cycleId: cycle.id }
    })
  }
}

async function correct(db: Db, cycle: Cycle, input: CycleUpdateInput): Promise<void> {
  const next = {
    code: input.code ?? cycle.code,
    number: input.number ?? cycle.number,
    nameEn: input.nameEn ?? cycle.name.en ?? '',
    nameFr: input.nameFr ?? cycle.name.fr ?? '',
    reportingYear: input.reportingYear ?? cycle.reportingYear,
    opensAt: input.opensAt ?? new Date(cycle.opensAt),
    closesAt: input.closesAt ?? new Date(cycle.closesAt),
  }
  const measured = await measuredBy(db, cycle, input.frameworkVersionId ?? null)
  const problems = [
    ...cycleProblems(next),
    ...(await takenProblems(db, next, cycle.id)),
    ...measured.problems,
  ]
  if (problems.length > 0) throw new Refusal(problems)

  cycle.code = next.code
  cycle.number = next.number
  cycle.name = { en: next.nameEn.trim(), fr: next.nameFr.trim() }
  cycle.reportingYear = next.reportingYear
  cycle.previousYear = next.reportingYear - 1
  cycle.opensAt = next.opensAt
  cycle.closesAt = next.closesAt
  if (measured.version) {
    cycle.frameworkVersionId = measured.version.id
    cycle.isDemonstration = measured.version.isDemonstration
  }
}

/** The other version it is to measure by, if any; one that asks for more coverage than is planned does not fit. */
async function measuredBy(db: Db, cycle: Cycle, globalId: string | null) {
  if (globalId === null) return { version: undefined, problems: [] }
  const { version, problems } = await versionToMeasureBy(db, globalId)
  if (version?.id === cycle.frameworkVersionId) return { version: undefined, problems: [] }
  if (!version || problems.length > 0 || cycle.leastCoverage === null) return { version, problems }
  const floor = await coverageOfVersion(db, version.id)
  return cycle.leastCoverage >= floor
    ? { version, problems }
    : {
        version,
        problems: [
          unfit(
            'frameworkVersionId',
            'BELOW_VERSION',
            `The framework version asks for ${floor} per cent; the cycle is planned with ${cycle.leastCoverage}.`,
          ),
        ],
      }
}

async function moveEnd(scope: CommandScope, cycle: Cycle, input: CycleUpdateInput): Promise<void> {
  const former = new Date(cycle.closesAt)
  const closesAt = input.closesAt ?? former
  const isMoved = closesAt.getTime() !== former.getTime()
  const problems = [
    ...WHILE_PLANNED.filter((field) => input[field] != null).map(fixed),
    ...(isMoved ? endProblems({ opensAt: new Date(cycle.opensAt), closesAt }, scope.now) : []),
  ]
  if (problems.length > 0) throw new Refusal(problems)
  if (!isMoved) return

  cycle.closesAt = closesAt
  if (closesAt > former) await tellOfMoreTime(scope, cycle.id, closesAt)
}

const fixed = (field: string): ProblemDetail =>
  problem('CONFLICT', 'FIXED_ONCE_OPEN', 'Only the end of entry moves once a cycle is open.', [
    'input',
    field,
  ])

const day = (at: Date | string) => new Date(at).toISOString()

/** The cycle as an audit entry tells it. */
export const inWords = (cycle: Cycle): string =>
  [
    cycle.code, cycle.number, cycle.name.en, cycle.name.fr, cycle.reportingYear, day(cycle.opensAt), day(cycle.closesAt),
    cycle.frameworkVersionId,
  ].join(', ') // prettier-ignore
