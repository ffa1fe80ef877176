import type { CyclePlanInput } from '../generated/graphql'
import type { Problem } from '../wording/permission'
import { unsentProblem } from '../wording/use-field-problems'

/** Levels of disclosure, the narrowest first. */
export const levels = ['NATIONAL', 'WCO', 'PUBLIC'] as const
export type Level = (typeof levels)[number]

/** What a cycle is planned with, as it is typed. */
export interface PlanForm {
  defaultDisclosure: Level
  membersMinimum: string
  publicMinimum: string
  /** Empty for the coverage of the framework version. */
  leastCoverage: string
}

/** What the method asks for, which nothing goes below. */
export const usualPlan: Readonly<PlanForm> = {
  defaultDisclosure: 'NATIONAL',
  membersMinimum: '5',
  publicMinimum: '10',
  leastCoverage: '',
}

/** Fields of the input with the keys of their labels, in the order of the form. */
export const planFieldNames = {
  'plan.defaultDisclosure': 'cycle.rules.disclosure',
  'plan.membersMinimum': 'cycle.rules.members',
  'plan.publicMinimum': 'cycle.rules.public',
  'plan.leastCoverage': 'cycle.rules.coverage',
} as const

const isNumber = (text: string) => /^\d{1,4}$/.test(text.trim())

/** What keeps the plan from being sent; whether the numbers do is the server's to say. */
export const planProblems = (form: PlanForm): Problem[] => [
  ...(isNumber(form.membersMinimum) ? [] : [wrong('membersMinimum')]),
  ...(isNumber(form.publicMinimum) ? [] : [wrong('publicMinimum')]),
  ...(form.leastCoverage.trim() === '' || isNumber(form.leastCoverage)
    ? []
    : [wrong('leastCoverage')]),
]

export const planInput = (form: PlanForm): CyclePlanInput => ({
  defaultDisclosure: form.defaultDisclosure,
  membersMinimum: Number(form.membersMinimum),
  publicMinimum: Number(form.publicMinimum),
  leastCoverage: form.leastCoverage.trim() === '' ? null : Number(form.leastCoverage),
})

/** Per cent of a share between 0 and 1, as the framework version says it. */
export const percentOf = (share: string): string => String(Math.round(Number(share) * 100))

const wrong = (field: keyof PlanForm) => unsentProblem('NUMBER_MISSING', 'plan', field)
