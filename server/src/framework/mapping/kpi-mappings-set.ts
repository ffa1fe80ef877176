import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { Refusal, badInput, uuidOf } from '#platform'
import { saveNode } from '../change'
import { EditInput, inputOf } from '../command-input'
import { lockContent } from '../content-lock'
import { KpiPayload } from '../kpi.payload'
import { bySdgOrder, sdgTargetByCode } from './sdg-targets'

@InputType('KpiMappingsSetInput', {
  description: 'Targets and instruments of a KPI of a draft; what is left out stays.',
})
export class KpiMappingsSetInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the KPI.' })
  readonly kpiId!: string

  @Access(SECRETARIAT)
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of all targets of the goals that it serves.',
  })
  readonly sdgTargets?: readonly string[] | null

  @Access(SECRETARIAT)
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of all instruments of the WCO that it maps to.',
  })
  readonly instruments?: readonly string[] | null
}

const SetArgs = inputOf(KpiMappingsSetInput)

@Resolver()
export class KpiMappingsSet {
  @Access(SECRETARIAT)
  @Mutation(() => KpiPayload, {
    description: 'Sets the targets of the goals and the instruments a KPI of a draft maps to.',
  })
  kpiMappingsSet(
    @Args(() => SetArgs) { input }: { input: KpiMappingsSetInput },
    @Ctx() context: Context,
  ) {
    return context.command('kpiMappingsSet', input, async (scope) => {
      const { db, viewer, record } = scope
      const path = ['input', 'kpiId']
      const row = await lockContent(db, viewer, 'kpi', uuidOf('KP', input.kpiId), path)
      const ids = { kpiId: row.id, versionId: row.versionId }
      expectVersion(row, input.expectedVersion, ids)
      const sdgTargets = [...new Set(input.sdgTargets ?? row.sdgTargets)].toSorted(bySdgOrder)
      const instruments = [...new Set(input.instruments ?? row.instruments)]
      const known = await db
        .selectFrom('instrument')
        .select('code')
        .where('versionId', '=', row.versionId)
        .execute()
      const problems = [
        ...sdgTargets
          .filter((code) => !sdgTargetByCode.has(code))
          .map((code) =>
            badInput('UNKNOWN_GOAL', `There is no target ${code}.`, ['input', 'sdgTargets']),
          ),
        ...instruments
          .filter((code) => !known.some((each) => each.code === code))
          .map((code) =>
            badInput('UNKNOWN_CODE', `The version has no instrument ${code}.`, [
              'input',
              'instruments',
            ]),
          ),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      await saveNode(scope, 'KPI', row, { sdgTargets, instruments })
      const before = { sdgTargets: row.sdgTargets, instruments: row.instruments }
      record({
        action: 'kpiMappingsSet',
        objectType: 'Kpi',
        objectId: row.id,
        administrationId: null,
        before,
        after: { sdgTargets, instruments },
        facts: { kpi: row.code },
      })
      return ids
    })
  }
}
