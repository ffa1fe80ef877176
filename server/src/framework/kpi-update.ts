import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { Refusal, badInput, updateRow, uuidOf, type Db, type ProblemDetail } from '#platform'
import type { DataElementDefinition } from './definition'
import { noteChange } from './change'
import { inputOf } from './command-input'
import { lockContent } from './content-lock'
import { scalesOf } from './data-element-checks'
import { editKpi } from './edit-kpi'
import { checkKpiFormulas } from './formula'
import { hiddenProblems } from './hidden-problems'
import { kpiProblems } from './kpi-checks'
import { writeGuidance } from './kpi-guidance'
import { KpiUpdateInput } from './kpi.input'
import { KpiPayload } from './kpi.payload'
import { sdgTargetByCode } from './mapping/sdg-targets'
import { provenanceProblems, storedProvenance } from './provenance-input'
import { elementOf, guidanceOfKpis, kpiOf, type EditedKpi, type UnlinkedKpi } from './snapshot.rows'
import { lengthProblems } from './text-length'

const UpdateArgs = inputOf(KpiUpdateInput)
const UNDEFINED_WHEN = ['DENOMINATOR_ZERO', 'BASE_ZERO']

@Resolver()
export class KpiUpdate {
  @Access(SECRETARIAT)
  @Mutation(() => KpiPayload, {
    description:
      'Changes a KPI of a draft. Its relation to the version before follows from what differs: REWORDED or FORMULA_CHANGED. A formula may be empty until the version is submitted.',
  })
  kpiUpdate(@Args(() => UpdateArgs) { input }: { input: KpiUpdateInput }, @Ctx() context: Context) {
    return context.command('kpiUpdate', input, async (scope) => {
      const { db, viewer, record } = scope
      const row = await lockContent(db, viewer, 'kpi', uuidOf('KP', input.kpiId), [
        'input',
        'kpiId',
      ])
      const ids = { kpiId: row.id, versionId: row.versionId }
      expectVersion(row, input.expectedVersion, ids)
      const guidance = await guidanceOfKpis(db, [
        row.id,
        ...(row.ancestorId ? [row.ancestorId] : []),
      ])
      const withGuidance = (kpi: UnlinkedKpi): EditedKpi => ({
        ...kpi,
        guidance: guidance.get(kpi.id) ?? null,
      })
      const before = withGuidance(kpiOf(row, '', 'DRAFT'))
      const ancestor = await ancestorOf(db, row.ancestorId)
      const after = editKpi(before, input, ancestor && withGuidance(ancestor))
      const problems = [
        ...problemsOf(after, input, await elementsOf(db, row.versionId)),
        ...(await referenceProblems(db, row.versionId, input)),
        ...provenanceProblems(input.provenance),
        ...hiddenProblems(input),
        ...lengthProblems(input),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const columns = {
        ...columnsOf(after),
        ...(input.provenance && { provenance: storedProvenance(input.provenance) }),
      }
      await updateRow(db, 'kpi', row.id, columns)
      await writeGuidance(db, row, after.guidance)
      await noteChange(
        scope,
        { ...row, kind: 'KPI' },
        'UPDATE',
        { ...row, guidance: before.guidance },
        { ...columns, guidance: after.guidance },
      )
      record({
        action: 'kpiUpdate',
        objectType: 'Kpi',
        objectId: row.id,
        administrationId: null,
        before,
        after,
        facts: { kpi: row.code, relation: after.relation },
      })
      return ids
    })
  }
}

const columnsOf = (kpi: EditedKpi) => ({
  name: kpi.name,
  description: kpi.description,
  methodologyHelp: kpi.methodologyHelp ?? null,
  formula: kpi.formula,
  elements: kpi.elements,
  subMeasures: kpi.subMeasures,
  kind: kpi.kind,
  scale: kpi.scale ?? null,
  instruments: kpi.instruments,
  sdgTargets: kpi.sdgTargets,
  unit: kpi.unit,
  decimals: kpi.decimals,
  maxDisclosureLevel: kpi.maxDisclosureLevel,
  direction: kpi.direction,
  rangeMin: kpi.range.min,
  rangeMax: kpi.range.max,
  normalisation: kpi.normalisation,
  isScored: kpi.scored,
  undefinedWhen: kpi.undefinedWhen,
  weight: kpi.weight,
  relation: kpi.relation,
  translationStatus: kpi.translationStatus,
})

function problemsOf(
  kpi: EditedKpi,
  input: KpiUpdateInput,
  elements: ReadonlyMap<string, DataElementDefinition>,
): ProblemDetail[] {
  const problems: ProblemDetail[] = kpiProblems(kpi, elements).map((each) => ({
    ...each,
    path: ['input', ...each.path],
  }))
  for (const code of (input.sdgTargets ?? []).filter((each) => !sdgTargetByCode.has(each))) {
    problems.push(badInput('UNKNOWN_GOAL', `There is no target ${code}.`, ['input', 'sdgTargets']))
  }
  for (const text of ['name', 'description'] as const) {
    if (!kpi[text]?.en) {
      problems.push(badInput('TEXT_MISSING', 'The English text is missing.', ['input', text, 'en']))
    }
  }
  if (kpi.methodologyHelp && !kpi.methodologyHelp.en) {
    problems.push(badInput('TEXT_MISSING', 'The English text is missing.', ['input', 'methodologyHelp', 'en'])) // prettier-ignore
  }
  if (input.undefinedWhen != null && !UNDEFINED_WHEN.includes(input.undefinedWhen)) {
    problems.push(
      badInput('BAD_REASON', 'It is DENOMINATOR_ZERO, BASE_ZERO or nothing.', [
        'input',
        'undefinedWhen',
      ]),
    )
  }
  for (const { code, message, at, subMeasure } of checkKpiFormulas(kpi, elements)) {
    // A part of a draft is begun without a formula; its version is not submitted without one.
    if (code === 'EMPTY' && subMeasure === null) continue
    const path = subMeasure ? ['input', 'subMeasures', subMeasure, 'formula'] : ['input', 'formula']
    problems.push(badInput(code, message, [...path, `${at.start}-${at.end}`]))
  }
  return problems
}

async function referenceProblems(
  db: Db,
  versionId: string,
  { scale, instruments }: KpiUpdateInput,
): Promise<ProblemDetail[]> {
  const problems: ProblemDetail[] = []
  if (scale != null && !(await scalesOf(db, versionId)).has(scale)) {
    const message = `The version has no scale ${scale}.`
    problems.push(badInput('UNKNOWN_CODE', message, ['input', 'scale']))
  }
  if (!instruments?.length) return problems
  const rows = await db
    .selectFrom('instrument')
    .select('code')
    .where('versionId', '=', versionId)
    .execute()
  const known = new Set(rows.map(({ code }) => code))
  for (const code of instruments.filter((each) => !known.has(each))) {
    const message = `The version has no instrument ${code}.`
    problems.push(badInput('UNKNOWN_CODE', message, ['input', 'instruments']))
  }
  return problems
}

async function ancestorOf(db: Db, id: string | null): Promise<UnlinkedKpi | null> {
  if (!id) return null
  const row = await db.selectFrom('kpi').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? kpiOf(row, '', 'PUBLISHED') : null
}

/** Data elements of a version by code, with what checking a formula needs. */
export async function elementsOf(
  db: Db,
  versionId: string,
): Promise<ReadonlyMap<string, DataElementDefinition>> {
  const rows = await db
    .selectFrom('dataElement')
    .selectAll()
    .where('versionId', '=', versionId)
    .execute()
  return new Map(
    rows.map((row) => [row.code, { ...elementOf(row, 'DRAFT'), periods: [], usedBy: [] }]),
  )
}
