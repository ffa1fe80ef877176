import type { CycleCreateInput } from '../generated/graphql'
import type { Problem } from '../wording/permission'
import { unsentProblem } from '../wording/use-field-problems'
import { planFieldNames, planInput, planProblems, type PlanForm } from './plan-form'
import { dayProblems, daysOf } from './reminder-days'

/** A cycle as it is typed: every field a text. */
export interface CycleForm {
  frameworkVersionId: string
  reportingYear: string
  number: string
  code: string
  nameEn: string
  nameFr: string
  opensOn: string
  closesOn: string
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

type Sent = Omit<CycleCreateInput, 'idempotencyKey'>

/** The input of the command, or what keeps it from being sent: everything at once. */
export function cycleInput(form: CycleForm): { input: Sent } | { problems: readonly Problem[] } {
  const missing = missingIn(form)
  if (missing.length > 0) return { problems: [...missing, ...wrongIn(form)].toSorted(byForm) }
  return {
    input: {
      frameworkVersionId: form.frameworkVersionId,
      reportingYear: Number(form.reportingYear),
      number: Number(form.number),
      code: form.code.trim(),
      nameEn: form.nameEn.trim(),
      nameFr: form.nameFr.trim(),
      opensAt: startOfDay(form.opensOn),
      closesAt: endOfDay(form.closesOn),
      reminderDays: daysOf(form.reminders) ?? [],
      plan: planInput(form.plan),
    },
  }
}

// The server takes these as numbers, moments and an id, so it cannot be asked about an empty one.
function missingIn(form: CycleForm): Problem[] {
  return [
    ...(form.frameworkVersionId === '' ? [wrong('frameworkVersionId', 'CHOICE_MISSING')] : []),
    ...(/^\d{4}$/.test(form.reportingYear.trim()) ? [] : [wrong('reportingYear', 'YEAR_MISSING')]),
    ...(/^\d{1,4}$/.test(form.number.trim()) ? [] : [wrong('number', 'NUMBER_MISSING')]),
    ...(form.opensOn === '' ? [wrong('opensAt', 'DATE_MISSING')] : []),
    ...(form.closesOn === '' ? [wrong('closesAt', 'DATE_MISSING')] : []),
    ...dayProblems(form.reminders, 'reminderDays'),
    ...planProblems(form.plan),
  ]
}

// What the server would say of the rest, so that nobody fills in the form twice.
function wrongIn(form: CycleForm): Problem[] {
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
