import type { GraphQLSchema } from 'graphql'
import { mayRead, type Context } from '#access'
import type { AuditChange, AuditEntry } from './audit-entry.type'
import {
  answerChanges,
  consentChanges,
  figureChanges,
  momentOf,
  type AnswerChange,
  type FigureChange,
} from './history.rows'
import { targetOf } from './targets'

type At = `${string}.${string}`

/** A change as the history tells it, with the rows whose rules decide who may read it now. */
interface Kept {
  readonly field: At
  readonly subject: string | null
  readonly before: unknown
  readonly after: unknown
  readonly rows: readonly object[]
}

interface Facts {
  readonly from?: string
  readonly to?: string
  readonly figures?: readonly string[]
  readonly number?: number
}

/** Actions whose content a history keeps, and the field that stands for it where nothing may be shown. */
const KEPT: Readonly<Record<string, At>> = {
  dataValuesSave: 'DataValue.value',
  disclosureSet: 'ConsentRecord.level',
  disclosureConfirm: 'ConsentRecord.level',
  assessmentSubmit: 'KpiResponse.value',
}

/**
 * What an entry changed. The log holds hashes alone, so the values come from where the history keeps
 * them, under the viewer's rights, and each passes the rule its own field has now.
 */
export async function changesOf(
  context: Context,
  schema: GraphQLSchema,
  entry: AuditEntry,
): Promise<readonly AuditChange[]> {
  if (entry.outcome !== 'DONE') return []
  const facts = (entry.content ?? {}) as Facts
  const step = await stepOf(context, entry, facts)
  const content = await contentOf(context, entry, facts)
  const standIn = KEPT[entry.action]
  const kept = [...step, ...content].map((each) => shown(context, schema, each))
  return standIn && content.length === 0 ? [...kept, withheld(standIn)] : kept
}

async function stepOf(
  context: Context,
  { objectType, objectId }: AuditEntry,
  { from, to }: Facts,
): Promise<readonly Kept[]> {
  if (to === undefined || objectType === null || objectId === null) return []
  const target = await targetOf(context, objectType, objectId)
  const rows = target ? [target.row] : []
  return [{ field: `${objectType}.status`, subject: null, before: from ?? null, after: to, rows }]
}

async function contentOf(
  context: Context,
  { action, objectId, at }: AuditEntry,
  { figures, number }: Facts,
): Promise<readonly Kept[]> {
  if (objectId === null) return []
  const moment = momentOf(objectId, at)
  switch (action) {
    case 'dataValuesSave': {
      const named = new Set(figures)
      const rows = (await context.load(figureChanges, moment)) ?? []
      return rows.filter(({ elementCode, year }) => named.has(`${elementCode}@${year}`)).flatMap(ofFigure) // prettier-ignore
    }
    case 'disclosureSet':
    case 'disclosureConfirm': {
      const rows = (await context.load(consentChanges, moment)) ?? []
      return rows.flatMap((row) => [
        { field: 'ConsentRecord.level', subject: row.kpiCode, before: row.formerLevel, after: row.level, rows: [row] },
        { field: 'ConsentRecord.aggregateUse', subject: row.kpiCode, before: null, after: row.aggregateUse, rows: [row] },
      ]) // prettier-ignore
    }
    case 'assessmentSubmit':
      return ((await context.load(answerChanges, `${objectId}:${number}`)) ?? []).flatMap(ofAnswer)
    default:
      return []
  }
}

function ofFigure(row: FigureChange): readonly Kept[] {
  const subject = `${row.elementCode} ${row.year}`
  const rows = [{ ...row, copy: 'WORKING' }]
  const all: readonly Kept[] = [
    { field: 'DataValue.value', subject, before: row.hadValue, after: row.value, rows },
    { field: 'DataValue.isEstimated', subject, before: row.wasEstimated, after: row.isEstimated, rows }, // prettier-ignore
    { field: 'DataValue.note', subject, before: row.hadNote, after: row.note, rows },
  ]
  const told = all.filter(({ field, before, after }) => before !== after && (field !== 'DataValue.isEstimated' || after || before)) // prettier-ignore
  return told.length > 0 ? told : all.slice(0, 1)
}

function ofAnswer(row: AnswerChange): readonly Kept[] {
  const { kpiCode: subject, formerId, submissionId } = row
  const rows = [submissionId, ...(formerId ? [formerId] : [])].map((id) => ({ ...row, copy: 'SUBMITTED', submissionId: id })) // prettier-ignore
  const all: readonly Kept[] = [
    { field: 'KpiResponse.state', subject, before: row.hadState, after: row.state, rows },
    { field: 'KpiResponse.value', subject, before: row.hadValue, after: row.value, rows },
  ]
  return all.filter(({ before, after }) => before !== after)
}

function shown({ viewer }: Context, schema: GraphQLSchema, kept: Kept): AuditChange {
  const { field, subject, before, after, rows } = kept
  const isOpen = rows.length > 0 && rows.every((row) => mayRead(schema, viewer, field, row))
  if (!isOpen) return withheld(field)
  return { field, subject, access: 'VISIBLE', before: wordOf(before), after: wordOf(after) }
}

// Which KPI or figure it was is not told either: that there is one is the owner's matter too.
const withheld = (field: string): AuditChange => ({
  field,
  subject: null,
  access: 'WITHHELD',
  before: null,
  after: null,
})

const wordOf = (value: unknown): string | null => (value == null ? null : String(value))
