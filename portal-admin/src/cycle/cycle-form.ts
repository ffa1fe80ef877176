import type { CycleCreateInput, CycleUpdateInput } from '../generated/graphql'
import type { Problem } from '../wording/permission'
import { unsentProblem } from '../wording/use-field-problems'
import { planFieldNames, planInput, planProblems, type PlanForm } from './plan-form'
import { dayProblems, daysOf } from './reminder-days'

/** What a cycle says of itself as it is typed: every field a text. */
export interface IdentityForm {
  frameworkVersionId: string
  reportingYear: string
  number: string
  code: string
  nameEn: string
  nameFr: string
  opensOn: string
  closesOn: string
}

/** A cycle as it is typed when it is planned. */
export interface CycleForm extends IdentityForm {
  /** Days before the end, such as "30, 7, 1". */
  reminders: string
  plan: PlanForm
}

/** Fields of the input with the keys of their labels, in the order of the form. */
export const cycleFieldNames = {
  frameworkVersionId: 'cycle.column.version',
  reportingYear: 'cycle.plan.reportingYear',
  opensAt: 'cycle.plan.opensOn',
  closesAt: 'cycle.plan.closesOn',
  reminderDays: 'cycle.reminder.days',
  ...planFieldNames,
  number: 'cycle.plan.number',
  code: 'cycle.plan.code',
  nameEn: 'cycle.plan.nameEn',
  nameFr: 'cycle.plan.nameFr',
}

/** A day as the moments at which it begins and ends here. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00`).toISOString()
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString()
/** The day here on which a moment lies. */
export function dayOf(moment: string): string {
  const at = new Date(moment)
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}

type Sent = Omit<CycleCreateInput, 'idempotencyKey'>
type Corrections = Omit<CycleUpdateInput, 'idempotencyKey' | 'cycleId' | 'expectedVersion'>

/** The input of the command, or what keeps it from being sent: everything at once. */
export function cycleInput(form: CycleForm): { input: Sent } | { problems: readonly Problem[] } {
  const missing = [
    ...missingIn(form),
    ...dayProblems(form.reminders, 'reminderDays'),
    ...planProblems(form.plan),
  ]
  if (missing.length > 0) return { problems: [...missing, ...wrongIn(form)].toSorted(byForm) }
  return {
    input: {
      ...identityOf(form),
      reminderDays: daysOf(form.reminders) ?? [],
      plan: planInput(form.plan),
    },
  }
}

/** What was changed of a planned cycle, or what keeps it from being sent: everything at once. */
export function correctionInput(
  form: IdentityForm,
  former: IdentityForm,
): { input: Corrections } | { problems: readonly Problem[] } {
  const missing = missingIn(form)
  if (missing.length > 0) return { problems: [...missing, ...wrongIn(form)].toSorted(byForm) }
  const sent = identityOf(form)
  const isChanged = (field: keyof IdentityForm) => form[field].trim() !== former[field].trim()
  return {
    input: Object.fromEntries(
      (Object.keys(sourceOf) as (keyof typeof sourceOf)[])
        .filter((field) => isChanged(sourceOf[field]))
        .map((field) => [field, sent[field]]),
    ),
  }
}

// Where each field of the input is typed. A day that stays keeps its moment, whoever planned it wherever.
const sourceOf = {
  frameworkVersionId: 'frameworkVersionId',
  reportingYear: 'reportingYear',
  number: 'number',
  code: 'code',
  nameEn: 'nameEn',
  nameFr: 'nameFr',
  opensAt: 'opensOn',
  closesAt: 'closesOn',
} as const satisfies Record<string, keyof IdentityForm>

const identityOf = (form: IdentityForm) => ({
  frameworkVersionId: form.frameworkVersionId,
  reportingYear: Number(form.reportingYear),
  number: Number(form.number),
  code: form.code.trim(),
  nameEn: form.nameEn.trim(),
  nameFr: form.nameFr.trim(),
  opensAt: startOfDay(form.opensOn),
  closesAt: endOfDay(form.closesOn),
})

// The server takes these as numbers, moments and an id, so it cannot be asked about an empty one.
function missingIn(form: IdentityForm): Problem[] {
  return [
    ...(form.frameworkVersionId === '' ? [wrong('frameworkVersionId', 'CHOICE_MISSING')] : []),
    ...(/^\d{4}$/.test(form.reportingYear.trim()) ? [] : [wrong('reportingYear', 'YEAR_MISSING')]),
    ...(/^\d{1,4}$/.test(form.number.trim()) ? [] : [wrong('number', 'NUMBER_MISSING')]),
    ...(form.opensOn === '' ? [wrong('opensAt', 'DATE_MISSING')] : []),
    ...(form.closesOn === '' ? [wrong('closesAt', 'DATE_MISSING')] : []),
  ]
}

// What the server would say of the rest, so that nobody fills in the form twice.
function wrongIn(form: IdentityForm): Problem[] {
  return [
    ...(form.code.trim() === '' ? [wrong('code', 'CODE_MISSING')] : []),
    ...(form.nameEn.trim() === '' ? [wrong('nameEn', 'TEXT_MISSING')] : []),
    ...(form.nameFr.trim() === '' ? [wrong('nameFr', 'TEXT_MISSING')] : []),
    ...(form.opensOn !== '' && form.closesOn !== '' && form.closesOn < form.opensOn
      ? [wrong('closesAt', 'END_BEFORE_START')]
      : []),
  ]
}

const wrong = (field: keyof typeof cycleFieldNames, reason: string) => unsentProblem(reason, field)
const order = Object.keys(cycleFieldNames)
const place = ({ path }: Problem) => order.indexOf(path.slice(1).join('.'))
const byForm = (one: Problem, other: Problem) => place(one) - place(other)
