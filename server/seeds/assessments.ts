import { answerTo } from './answers.ts'
import { assignmentsOf } from './assignments.ts'
import { aggregateUse, disclosureLevel, levelWithin } from './disclosure.ts'
import { electronicRates } from './electronic-rates.ts'
import { figuresOf, type Figures } from './figures.ts'
import { instrumentLevels } from './instruments.ts'
import { justificationText } from './justifications.ts'
import { languageOf } from './languages.ts'
import { OPEN_CYCLE, STORIES, type Participants } from './participants.ts'
import { chance, shuffled } from './prng.ts'
import { reasonText } from './reasons.ts'
import { RETURNED_ITEMS } from './returned-items.ts'
import { timelineOf } from './timeline.ts'
import { valuesFor } from './values.ts'
import { warningsOf } from './warnings.ts'
import type {
  AssessmentStatus,
  DemoAssessment,
  DemoCycle,
  DemoInput,
  DemoPerson,
  DemoResponse,
  MemberInput,
} from './world.ts'

/** What is still open at the administration that is nearly done. */
const THREE_TO_GO: readonly string[] = ['RC-02-1', 'RC-02-2', 'EP-06-3']
const THOROUGH: ReadonlySet<string> = new Set([
  STORIES.threeToGo,
  STORIES.inReview,
  STORIES.returned,
  STORIES.reviewShared,
])

export function demoAssessments(
  { catalogue, members, openedAt }: DemoInput,
  cycles: readonly DemoCycle[],
  participants: Participants,
  people: readonly DemoPerson[],
): readonly DemoAssessment[] {
  const memberOf = new Map(members.map((member) => [member.code, member]))
  const electronic = electronicRates(participants.byCycle.C2022)
  const figuresByCode = new Map<string, Figures>()

  const figuresFor = (member: MemberInput): Figures => {
    const known = figuresByCode.get(member.code)
    if (known !== undefined) return known
    const figures = figuresOf(member, electronic.get(member.code))
    figuresByCode.set(member.code, figures)
    return figures
  }

  return cycles.flatMap((cycle) =>
    participants.byCycle[cycle.code].map((code) => {
      const member = memberOf.get(code)
      if (member === undefined) throw new Error(`No administration ${code}`)
      return assess(member, cycle)
    }),
  )

  function assess(member: MemberInput, cycle: DemoCycle): DemoAssessment {
    const { code } = member
    const { status, progress } = standing(code, cycle)
    const answers = responsesOf(member, cycle, status, progress)
    const language = languageOf(member)
    const values = valuesFor(
      code,
      cycle.year,
      catalogue.kpis,
      answers,
      figuresFor(member),
      language,
    )
    const explained = status !== 'DRAFT'
    const sentences = new Map<string, string>()
    for (const warning of warningsOf(catalogue.rules, values, cycle.year)) {
      for (const kpi of warning.rule.kpis) {
        sentences.set(kpi, justificationText(warning, code, cycle.year, language))
      }
    }
    const responses = answers.map((answer) => ({
      ...answer,
      justification:
        explained && answer.state === 'REPORTED' ? (sentences.get(answer.kpi) ?? null) : null,
    }))
    return {
      administration: code,
      cycle: cycle.code,
      status,
      coordinator: holderOf('COORDINATOR', code),
      approver: holderOf('APPROVER', code),
      ...timelineOf(code, cycle, status, openedAt),
      values,
      responses,
      instrumentLevels: instrumentLevels(catalogue, code, cycle.year, responses, progress),
      assignments: cycle.status === 'OPEN' ? assignmentsOf(code, people, catalogue, openedAt) : [],
      returnedItems: status === 'RETURNED' ? RETURNED_ITEMS : [],
    }
  }

  function responsesOf(
    member: MemberInput,
    cycle: DemoCycle,
    status: AssessmentStatus,
    progress: number,
  ): readonly DemoResponse[] {
    const { code } = member
    const language = languageOf(member)
    const pending = pendingKpis(code, status, progress)
    const reportsEcommerce = ecommerce(code, cycle)
    const thorough = THOROUGH.has(code)
    return catalogue.kpis.map((kpi) => {
      const open = pending.has(kpi.code)
      const answer = open
        ? ({ state: 'PENDING', reasonCode: null } as const)
        : answerTo(kpi, { member, year: cycle.year, reportsEcommerce, thorough })
      const level = disclosureLevel(code, cycle.code, kpi.code)
      return {
        kpi: kpi.code,
        ...answer,
        reasonText:
          answer.reasonCode === null
            ? null
            : reasonText(answer.reasonCode, kpi.code, code, language),
        justification: null,
        disclosureLevel: open ? 'NATIONAL' : levelWithin(level, kpi.maxDisclosureLevel),
        aggregateUse: open ? 'PUBLIC' : aggregateUse(code, cycle.code, kpi.code, level),
      }
    })
  }

  function pendingKpis(
    code: string,
    status: AssessmentStatus,
    progress: number,
  ): ReadonlySet<string> {
    if (status !== 'DRAFT') return new Set()
    if (code === STORIES.threeToGo) return new Set(THREE_TO_GO)
    // OD-04-2 comes last: the list of instruments is not finished.
    const first = ['TF-01-1']
    const order = shuffled(
      catalogue.kpis.map((kpi) => kpi.code).filter((kpi) => ![...first, 'OD-04-2'].includes(kpi)),
      'order of work',
      code,
    )
    const answered = Math.round(progress * catalogue.kpis.length)
    return new Set([...first, ...order, 'OD-04-2'].slice(answered))
  }

  function ecommerce(code: string, cycle: DemoCycle): boolean {
    const could = participants.ecommerce2022.has(code)
    if (cycle.code === 'C2022') return could
    if (cycle.code === 'C2020') return could && chance(0.6, 'counted e-commerce early', code)
    return could || chance(0.4, 'counts e-commerce since', code)
  }

  function holderOf(role: 'COORDINATOR' | 'APPROVER', code: string): string {
    const holder = people.find(({ roles }) =>
      roles.some((held) => held.role === role && held.administration === code),
    )
    if (holder === undefined) throw new Error(`${code} has no ${role}`)
    return holder.key
  }
}

function standing(
  code: string,
  cycle: DemoCycle,
): { readonly status: AssessmentStatus; readonly progress: number } {
  if (cycle.status !== 'OPEN') return { status: 'ACCEPTED', progress: 1 }
  const found = OPEN_CYCLE.get(code)
  if (found === undefined) throw new Error(`${code} takes no part in the open cycle`)
  return found
}
