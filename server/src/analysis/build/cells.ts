import { Decimal } from '#platform/decimal'
import type { Edition, Minimum } from '../edition'
import { contributes, isOpened, type ReleasedAnswer } from './answer'
import { roundFigure, shownCount, type RoundedKind } from './rounding'

/** Which rule held a cell back; told to secretariat staff only. */
export type CellRule =
  | 'SHOWN'
  | 'TOO_FEW' // fewer contributors than the minimum
  | 'TOO_FEW_HIDDEN' // few enough hidden values to be worked out from the open ones
  | 'ALL_EQUAL' // everybody gave the same categorical answer

export interface Cell {
  readonly edition: Edition
  readonly kpiCode: string
  readonly groupCode: string
  readonly access: 'VISIBLE' | 'SUPPRESSED'
  readonly n: number | null
  readonly nBand: string | null
  readonly mean: string | null
  readonly rule: CellRule
  readonly exactN: number
  readonly hiddenN: number
}

const CATEGORICAL: ReadonlySet<RoundedKind> = new Set(['ORDINAL', 'BINARY'])

/** The group figures of one KPI over one group, for both editions. */
export function cellsOf(
  kpi: { readonly code: string; readonly kind: RoundedKind },
  groupCode: string,
  answers: readonly ReleasedAnswer[],
  minimum: Minimum,
): readonly Cell[] {
  const forPublic = answers.filter((answer) => contributes(answer, 'PUBLIC'))
  const forMembers = contributorsForMembers(answers, forPublic, minimum.MEMBERS)
  return [
    cell('PUBLIC', kpi, groupCode, forPublic, minimum.PUBLIC),
    cell('MEMBERS', kpi, groupCode, forMembers, minimum.MEMBERS),
  ]
}

// A member who reads both editions could subtract one from the other, so the members' edition has
// either clearly more contributors than the public one or the same.
function contributorsForMembers(
  answers: readonly ReleasedAnswer[],
  forPublic: readonly ReleasedAnswer[],
  minimum: number,
): readonly ReleasedAnswer[] {
  const forMembers = answers.filter((answer) => contributes(answer, 'MEMBERS'))
  return forMembers.length - forPublic.length > minimum ? forMembers : forPublic
}

function cell(
  edition: Edition,
  kpi: { readonly code: string; readonly kind: RoundedKind },
  groupCode: string,
  contributors: readonly ReleasedAnswer[],
  minimum: number,
): Cell {
  const values = contributors.map(({ value }) => new Decimal(value!))
  const exactN = values.length
  const hiddenN = contributors.filter(({ level }) => !isOpened(level, edition)).length
  const rule = ruleFor(edition, kpi.kind, values, hiddenN, minimum)
  const place = { edition, kpiCode: kpi.code, groupCode, exactN, hiddenN, rule }
  if (rule !== 'SHOWN') {
    return { ...place, access: 'SUPPRESSED', n: null, nBand: null, mean: null }
  }
  const mean = values.reduce((sum, value) => sum.plus(value), new Decimal(0)).div(exactN)
  return {
    ...place,
    access: 'VISIBLE',
    ...shownCount(exactN),
    mean: roundFigure(kpi.kind, mean, exactN),
  }
}

function ruleFor(
  edition: Edition,
  kind: RoundedKind,
  values: readonly Decimal[],
  hiddenN: number,
  minimum: number,
): CellRule {
  if (values.length < minimum) return 'TOO_FEW'
  // A member knows its own value, so one hidden value fewer protects the others.
  const protecting = edition === 'MEMBERS' ? hiddenN - 1 : hiddenN
  if (hiddenN > 0 && protecting < minimum) return 'TOO_FEW_HIDDEN'
  if (CATEGORICAL.has(kind) && values.every((value) => value.eq(values[0]!))) return 'ALL_EQUAL'
  return 'SHOWN'
}
