import { createHash } from 'node:crypto'
import { assessmentScores, computeResponses, type ComputedResponse } from '#assessment'
import { loadSnapshot, type VersionSnapshot } from '#framework'
import { insertRows } from '#platform'
import type { DemoAssessment, DemoResponse } from './world'
import { assessmentKey, type Written, type WrittenAssessment } from './written'

/** Rows by table, gathered for all assessments and written at once. */
class Rows {
  readonly tables = new Map<string, object[]>()

  add(table: string, ...rows: object[]): void {
    const known = this.tables.get(table)
    if (known) known.push(...rows)
    else this.tables.set(table, rows)
  }
}

const ORDER = [
  'assessment', 'assessmentProgress', 'kpiResponse', 'dataValue', 'instrumentApplication', 'assignment',
  'assignmentElement', 'submission', 'submissionResponse', 'submissionValue', 'submissionInstrument',
  'returnItem', 'consentRecord',
] as const // prettier-ignore

/** Every assessment of the world with its figures, computed by the product's own rules. */
export async function writeAssessments(
  written: Written,
): Promise<ReadonlyMap<string, WrittenAssessment>> {
  const framework = await loadSnapshot(written.db, written.versionId)
  if (!framework) throw new Error('the catalogue was not written')
  const rows = new Rows()
  const found = new Map<string, WrittenAssessment>()
  for (const assessment of written.world.assessments) {
    found.set(
      assessmentKey(assessment.administration, assessment.cycle),
      gather(written, framework, assessment, rows),
    )
  }
  for (const table of ORDER) await insertRows(written.db, table, rows.tables.get(table) ?? [])
  return found
}

interface Place {
  readonly assessmentId: string
  readonly administrationId: string
}

function gather(
  written: Written,
  framework: VersionSnapshot,
  demo: DemoAssessment,
  rows: Rows,
): WrittenAssessment {
  const { ids, administrations, people, cycles, world } = written
  const cycle = world.cycles.find(({ code }) => code === demo.cycle)!
  const cycleId = cycles.get(demo.cycle)!
  const place = {
    assessmentId: ids.next(),
    administrationId: administrations.get(demo.administration)!,
  }
  const coordinator = people.get(demo.coordinator)!
  const approver = people.get(demo.approver)!
  const officer = officerOf(written)
  const signedIn = world.people.find(({ key }) => key === demo.approver)?.locale.toUpperCase()
  const lastChange = demo.submittedAt ?? demo.startedAt

  const declared = demo.responses.map((response) => ({
    kpiCode: response.kpi,
    state: response.state,
    reasonCode: response.reasonCode,
    justification: response.justification,
    justifiedWarnings: null,
  }))
  const computed = computeResponses(framework, {
    reportingYear: cycle.year,
    previousYear: cycle.previousYear,
    values: demo.values.map(({ element, year, value }) => ({
      elementCode: element,
      year,
      value,
      version: 1,
    })),
    responses: declared,
    levels: Object.fromEntries(
      demo.instrumentLevels.map(({ instrument, level }) => [instrument, level]),
    ),
  })
  rows.add('assessment', {
    id: place.assessmentId,
    administrationId: place.administrationId,
    cycleId,
    frameworkVersionId: framework.version.id,
    status: demo.status,
    startedAt: demo.startedAt,
    startedBy: coordinator,
    approvalRequestedAt: demo.status === 'DRAFT' ? null : (demo.submittedAt ?? lastChange),
    approvalRequestedBy: demo.status === 'DRAFT' ? null : coordinator,
    submittedAt: demo.submittedAt,
    acceptedAt: demo.acceptedAt,
    acceptedBy: demo.acceptedAt ? officer : null,
    dueAt: demo.returnDueAt,
    submissionCount: demo.submittedAt ? 1 : 0,
  })
  rows.add('assessmentProgress', {
    ...place,
    cycleId,
    ...computed.progress,
    lastActivityAt: demo.returnedAt ?? lastChange,
  })
  const answers = answerRows(place, demo, computed.responses)
  rows.add(
    'kpiResponse',
    ...answers.map((answer) => ({
      id: ids.next(),
      ...answer,
      levelChosen: true,
      updatedAt: lastChange,
      updatedBy: coordinator,
    })),
  )
  const values = demo.values.map(({ element, year, value, estimated, note }) => ({
    ...place,
    elementCode: element,
    year,
    value,
    isEstimated: estimated === true,
    note: note ?? null,
  }))
  rows.add(
    'dataValue',
    ...values.map((value) => ({
      id: ids.next(),
      ...value,
      updatedAt: lastChange,
      updatedBy: coordinator,
    })),
  )
  const instruments = demo.instrumentLevels.map(({ instrument, level }) => ({
    ...place,
    instrumentCode: instrument,
    level,
  }))
  rows.add(
    'instrumentApplication',
    ...instruments.map((each) => ({
      id: ids.next(),
      ...each,
      updatedAt: lastChange,
      updatedBy: coordinator,
    })),
  )
  gatherAssignments(written, framework, demo, place, rows)
  const submissionId = demo.submittedAt ? ids.next() : null
  if (submissionId) {
    const scores = assessmentScores(
      framework,
      Object.fromEntries(
        computed.responses.map(({ kpiCode, state, value }) => [kpiCode, { state, value }]),
      ),
    )
    rows.add('submission', {
      id: submissionId,
      ...place,
      number: 1,
      submittedAt: demo.submittedAt,
      submittedBy: approver,
      statement: { wording: 'SIGNATURE-1', locale: signedIn },
      contentHash: createHash('sha256')
        .update(JSON.stringify([answers, values, instruments]))
        .digest('hex'),
      dimensionScores: scores,
    })
    const copy = { submissionId }
    rows.add(
      'submissionResponse',
      ...answers.map((answer) => ({ id: ids.next(), ...copy, ...answer })),
    )
    rows.add(
      'submissionValue',
      ...values.map((value) => ({ id: ids.next(), ...copy, ...value, revision: 1 })),
    )
    rows.add(
      'submissionInstrument',
      ...instruments.map((each) => ({ id: ids.next(), ...copy, ...each })),
    )
    rows.add(
      'consentRecord',
      ...answers.map(({ kpiCode, disclosureLevel, aggregateUse }) => ({
        id: ids.next(),
        ...place,
        cycleId,
        kpiCode,
        level: disclosureLevel,
        formerLevel: null,
        aggregateUse,
        wordingVersion: 'CONSENT-1',
        wordingLocale: signedIn,
        proposedBy: coordinator,
        proposedHat: 'COORDINATOR',
        proposedAt: demo.submittedAt,
        confirmedBy: approver,
        confirmedAt: demo.submittedAt,
      })),
    )
  }
  rows.add(
    'returnItem',
    ...demo.returnedItems.map(({ kpi, reason }) => ({
      id: ids.next(),
      ...place,
      submissionNumber: 1,
      kpiCode: kpi,
      reason,
      createdBy: officer,
      createdAt: demo.returnedAt ?? lastChange,
    })),
  )
  return { id: place.assessmentId, administrationId: place.administrationId, submissionId }
}

function answerRows(place: Place, demo: DemoAssessment, computed: readonly ComputedResponse[]) {
  const declared = new Map<string, DemoResponse>(demo.responses.map((each) => [each.kpi, each]))
  return computed.map((response) => {
    const own = declared.get(response.kpiCode)
    const isDeclared = response.state === 'NOT_APPLICABLE' || response.state === 'NOT_AVAILABLE'
    return {
      ...place,
      kpiCode: response.kpiCode,
      state: response.state,
      value: response.value,
      subValues: response.subValues,
      score: response.score,
      trace: response.trace,
      checks: response.checks,
      reasonCode: response.reasonCode,
      reasonText: isDeclared ? (own?.reasonText ?? null) : null,
      publicNote: null,
      justification: own?.justification ?? null,
      disclosureLevel: own?.disclosureLevel ?? 'NATIONAL',
      aggregateUse: own?.aggregateUse ?? 'PUBLIC',
    }
  })
}

function gatherAssignments(
  { ids, people }: Written,
  framework: VersionSnapshot,
  demo: DemoAssessment,
  place: Place,
  rows: Rows,
): void {
  for (const { person, kpis, dueAt } of demo.assignments) {
    for (const kpiCode of kpis) {
      const id = ids.next()
      rows.add('assignment', {
        id,
        ...place,
        kpiCode,
        personId: people.get(person),
        dueOn: dueAt.slice(0, 10),
        createdBy: people.get(demo.coordinator),
        createdAt: demo.startedAt,
      })
      const elements = new Set(
        framework.kpiByCode.get(kpiCode)?.elements.map(({ element }) => element),
      )
      rows.add(
        'assignmentElement',
        ...[...elements].map((elementCode) => ({
          assignmentId: id,
          administrationId: place.administrationId,
          elementCode,
        })),
      )
    }
  }
}

function officerOf({ world, people }: Written): string {
  const officer = world.people.find(({ roles }) =>
    roles.some(({ role }) => role === 'CYCLE_OFFICER'),
  )
  return people.get(officer!.key)!
}
