import type { CurrentAssessment } from '../assessment/composables/use-current-assessment'
import { isDone, type FigureCount, type KpiStatus } from '../assessment/status'
import type { AssignmentEntry } from '../delegation/delegation-rows'

/** A line of work: a KPI, or a data element given by itself. */
export interface Task {
  readonly key: string
  readonly name: string
  readonly to: string
  /** KPI whose colours and code it bears. */
  readonly chip: string
  readonly isFigure: boolean
  readonly figures: FigureCount
  readonly status: KpiStatus
  readonly dueOn: string | null
  readonly person: string | null
  /** The own assignment; null where the line is the whole team's. */
  readonly assignment: AssignmentEntry | null
  readonly isOpen: boolean
}

type Page = Pick<
  CurrentAssessment,
  'assessment' | 'work' | 'ownFigures' | 'openKpiCodes' | 'openElementCodes'
>

/** One's own work, or what the whole team has left; what is left comes first, the earliest due day on top. */
export function tasksOf(page: Page, isOwn: boolean): readonly Task[] {
  const given = new Map(
    ((page.assessment.assignments ?? []) as readonly AssignmentEntry[]).map((each) => [
      each.kpiCode,
      each,
    ]),
  )
  const kpis = page.work.kpis
    .filter(({ isMine, status }) =>
      isOwn ? isMine : !isDone(status) && page.openKpiCodes.size > 0,
    )
    .map(({ kpi, figures, status, isMine }): Task => {
      const assignment = given.get(kpi.code) ?? null
      return {
        key: kpi.code,
        name: kpi.name,
        to: `/assessment/kpi/${kpi.code}`,
        chip: kpi.code,
        isFigure: false,
        figures,
        status,
        dueOn: assignment?.dueOn ?? null,
        person: assignment?.person?.name ?? null,
        assignment: isMine ? assignment : null,
        isOpen: page.openKpiCodes.has(kpi.code),
      }
    })
  const figures = page.ownFigures.map(({ element, kpis: users, figures, assignment }): Task => ({
    key: `figure ${element.code}`,
    name: element.label,
    to: `/assessment/figure/${element.code}`,
    chip: users[0]?.code ?? '',
    isFigure: true,
    figures,
    status: statusOf(figures),
    dueOn: assignment.dueOn ?? null,
    person: assignment.person?.name ?? null,
    assignment: assignment as AssignmentEntry,
    isOpen: page.openElementCodes.has(element.code),
  }))
  return [...kpis, ...figures].toSorted((a, b) => rank(a).localeCompare(rank(b)))
}

const rank = ({ status, dueOn }: Task) => `${isDone(status) ? 1 : 0}${dueOn ?? '9999'}`

function statusOf({ entered, total }: FigureCount): KpiStatus {
  if (entered === total) return 'ready'
  return entered > 0 ? 'started' : 'notStarted'
}
