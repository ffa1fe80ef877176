import type { KpiResponse } from '../kpi-response.type'

type Answer = Pick<
  KpiResponse,
  'kpiCode' | 'state' | 'value' | 'reasonCode' | 'reasonText' | 'publicNote' | 'justification'
>

/** Codes of the KPIs whose answer is not what it was, in the order of the present answers. */
export function changedKpis(
  former: readonly Answer[],
  present: readonly Answer[],
): readonly string[] {
  const before = new Map(former.map((answer) => [answer.kpiCode, contentOf(answer)]))
  return present
    .filter((answer) => before.get(answer.kpiCode) !== contentOf(answer))
    .map(({ kpiCode }) => kpiCode)
}

const contentOf = (answer: Answer) =>
  JSON.stringify([
    answer.state,
    answer.value,
    answer.reasonCode,
    answer.reasonText,
    answer.publicNote,
    answer.justification,
  ])
