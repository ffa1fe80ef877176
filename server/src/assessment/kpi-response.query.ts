import { Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, PUBLIC, REVIEWER, Reads, SECRETARIAT, embed } from '#access'
import { LocaleArgs, localized, type Texts } from '#accounts'
import { cyclesById } from '#cycle'
import { Kpi, snapshotOf } from '#framework'
import { globalId } from '#platform'
import { assessmentsById } from './assessment.rows'
import type { StoredCheck, StoredSubValue, StoredTrace } from './compute-responses'
import { openPlacesOf } from './content-access'
import { submittedHistory, submittedTraces, workingTraces } from './content.rows'
import { KpiResponse, SubValue, ValidationCheck } from './kpi-response.type'
import { canEditKpi, canNote } from './policies'
import { isJustified } from './justified'
import { checksOf, traceOf, valueTraceOf } from './trace'
import { Trace } from './trace.type'
import { KpiResponseViewerCan } from './viewer-can.type'
import { visible } from './visible'

const TAGS = { WORKING: 'WR', SUBMITTED: 'SR', RELEASED: 'RR' } as const

@Resolver(() => KpiResponse)
export class KpiResponseFields {
  @Access(PUBLIC)
  @FieldResolver(() => ID, { description: 'Opaque id of the answer in its copy.' })
  id(@Root() response: KpiResponse): string {
    return globalId(TAGS[response.copy], response.id)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Kpi, {
    nullable: true,
    description: 'The KPI. Null while the viewer may not see its framework version.',
  })
  async kpi(@Root() response: KpiResponse, @Ctx() context: Context) {
    const snapshot = await snapshotOf(context, response.frameworkVersionId)
    return snapshot?.kpiByCode.get(response.kpiCode) ?? null
  }

  @Access(PUBLIC)
  @FieldResolver(() => Int, { nullable: true, description: 'Reporting year T of the answer.' })
  async year(@Root() response: KpiResponse, @Ctx() context: Context): Promise<number | null> {
    return (await context.load(cyclesById, response.cycleId))?.reportingYear ?? null
  }

  @Access(PUBLIC)
  @Reads('value')
  @FieldResolver(() => [SubValue], {
    description:
      'Parts of the headline value. Empty without any and while `access` is not VISIBLE.',
  })
  async subMeasures(@Root() response: KpiResponse, @Ctx() context: Context) {
    const stored = (response.subValues ?? []) as readonly StoredSubValue[]
    const snapshot = await snapshotOf(context, response.frameworkVersionId)
    const names = new Map(
      snapshot?.kpiByCode.get(response.kpiCode)?.subMeasures.map(({ code, name }) => [code, name]),
    )
    const parts = stored.map(({ code, unit, value, trace }) => ({
      code,
      unit,
      value,
      name: names.get(code) ?? {},
      trace: response.copy === 'RELEASED' ? null : valueTraceOf(trace),
    }))
    return embed('CONTENT', response, parts)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [ValidationCheck], {
    nullable: true,
    description: 'Findings about its figures. Null in released copies.',
  })
  async checks(@Root() response: KpiResponse, @Ctx() context: Context) {
    const snapshot = await snapshotOf(context, response.frameworkVersionId)
    const stored = (response.checks ?? []) as readonly StoredCheck[]
    return embed('CONTENT', response, checksOf(stored, snapshot?.elementByCode ?? new Map()))
  }

  @Access(OWNER)
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether each warning is justified as it stands: a justification of other figures has to be confirmed. Null without warnings and in frozen copies.',
  })
  isJustified(@Root() response: KpiResponse): boolean | null {
    const checks = (response.checks ?? []) as readonly StoredCheck[]
    if (response.copy !== 'WORKING' || !checks.some(({ level }) => level === 'WARN')) return null
    const { justification = null, justifiedWarnings = null } = response
    return isJustified({ justification, justifiedWarnings }, checks)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Reads('value', 'score')
  @FieldResolver(() => Trace, {
    nullable: true,
    description:
      'Explanation of value and score. Null where a reason stands in place of a value, and in released copies.',
  })
  async trace(@Root() response: KpiResponse, @Ctx() context: Context) {
    const reader = response.copy === 'WORKING' ? workingTraces : submittedTraces
    const stored = (await context.load(reader, response.id)) as StoredTrace | null
    return stored && embed('CONTENT', response, traceOf(stored))
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [KpiResponse], {
    nullable: true,
    description: 'Answers to the KPI in the submissions the viewer may see, the newest first.',
  })
  async history(@Root() { assessmentId, kpiCode }: KpiResponse, @Ctx() context: Context) {
    const rows = await context.load(submittedHistory, `${assessmentId}:${kpiCode}`)
    return visible(context, 'CONTENT', rows)
  }

  @Access(OWNER)
  @FieldResolver(() => KpiResponseViewerCan, {
    nullable: true,
    description: 'What the viewer may do with it. Null in frozen copies.',
  })
  async viewerCan(
    @Root() response: KpiResponse,
    @Ctx() context: Context,
  ): Promise<KpiResponseViewerCan | null> {
    if (response.copy !== 'WORKING' || !response.assessmentId) return null
    const assessment = await context.load(assessmentsById, response.assessmentId)
    if (!assessment) return null
    const open = await openPlacesOf(context, assessment)
    return {
      edit: canEditKpi(context.viewer, assessment, response.kpiCode, open),
      note: canNote(context.viewer, assessment, response.kpiCode),
    }
  }
}

@Resolver(() => SubValue)
export class SubValueFields {
  @Access(PUBLIC)
  @FieldResolver(() => String, { description: 'Name of the measure in the chosen language.' })
  name(@Root() part: SubValue, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(part.name as Texts, locale)
  }
}

@Resolver(() => ValidationCheck)
export class ValidationCheckFields {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => String, {
    description: 'The finding as a sentence in the chosen language.',
  })
  message(@Root() check: ValidationCheck, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(check.message as Texts, locale)
  }
}
