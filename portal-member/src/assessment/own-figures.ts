import type { ElementEntry, Framework, KpiElementEntry, KpiEntry, ValueEntry } from './model'
import { figureKey, type FigureCount } from './status'

/** A data element with the years it is asked for, and the KPIs that use it. */
export interface AskedElement {
  readonly element: ElementEntry
  /** One for each year, as the first KPI that asks for it names it. */
  readonly operands: readonly KpiElementEntry[]
  readonly kpis: readonly KpiEntry[]
}

export interface OwnFigure<A> extends AskedElement {
  readonly assignment: A
  readonly figures: FigureCount
}

/** A data element of the framework by its code; null where no KPI asks for it. */
export function askedElement(framework: Framework, code: string): AskedElement | null {
  const kpis = framework.dimensions
    .flatMap(({ outcomes }) => outcomes.flatMap((outcome) => outcome.kpis))
    .filter(({ elements }) => elements.some(({ element }) => element?.code === code))
  const asked = kpis
    .flatMap(({ elements }) => elements)
    .filter(({ element }) => element?.code === code)
  const operands = [...new Map(asked.toReversed().map((each) => [each.period, each])).values()]
  const [first] = operands
  if (!first?.element) return null
  return {
    element: first.element,
    operands: operands.toSorted((a, b) => a.period.localeCompare(b.period)),
    kpis,
  }
}

/** What is given to somebody by itself, with how many of its figures are there. */
export const ownFigures = <A extends { readonly elementCode?: string | null }>(
  framework: Framework,
  assignments: readonly A[],
  values: readonly ValueEntry[],
): readonly OwnFigure<A>[] => {
  const entered = new Set(
    values
      .filter(({ value }) => value !== null)
      .map(({ elementCode, period }) => figureKey(elementCode, period)),
  )
  return assignments.flatMap((assignment) => {
    const asked = assignment.elementCode ? askedElement(framework, assignment.elementCode) : null
    if (!asked) return []
    const { element, operands } = asked
    const done = operands.filter(({ period }) => entered.has(figureKey(element.code, period)))
    return [{ ...asked, assignment, figures: { entered: done.length, total: operands.length } }]
  })
}

/** The one to turn to after this: what is left first, else the one that follows; null where there is no other. */
export function nextOfMine<A extends { readonly dueOn?: string | null }>(
  own: readonly OwnFigure<A>[],
  code: string,
): OwnFigure<A> | null {
  const at = own.findIndex(({ element }) => element.code === code)
  const others = [...own.slice(at + 1), ...own.slice(0, Math.max(at, 0))]
  return inOrderOfWork(others).find(({ figures }) => figures.entered < figures.total) ?? others[0] ?? null // prettier-ignore
}

/** What is left of them comes first, then the next due. */
export const inOrderOfWork = <A extends { readonly dueOn?: string | null }>(
  own: readonly OwnFigure<A>[],
): readonly OwnFigure<A>[] => {
  const rank = ({ figures, assignment }: OwnFigure<A>) =>
    `${figures.entered < figures.total ? 0 : 1}${assignment.dueOn ?? '9999'}`
  return own.toSorted((a, b) => rank(a).localeCompare(rank(b)))
}
