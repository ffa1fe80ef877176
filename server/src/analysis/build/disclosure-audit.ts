import type { Minimum } from '../edition'
import { isOpened, type ReleasedAnswer } from './answer'
import type { Cell } from './cells'
import { isPublishable } from './published-figures'
import type { ReleasedRow } from './rows'

export interface AuditFinding {
  readonly check:
    'VALUE_NOT_OPENED' | 'VALUE_TOO_FINE' | 'STUB_TELLS' | 'CELL_BELOW_MINIMUM' | 'CELL_TELLS'
  readonly edition: string
  readonly kpiCode: string
}

export interface AuditReport {
  readonly passed: boolean
  readonly checked: { readonly values: number; readonly cells: number }
  readonly findings: readonly AuditFinding[]
}

/**
 * Looks at what is about to be released with fresh eyes: asks of every row whether the consent opens
 * it and whether its figure is no finer than the KPI is shown, and of every cell whether enough administrations stand behind it. A release with a finding
 * cannot be published.
 */
export function auditRelease(
  rows: readonly ReleasedRow[],
  cells: readonly Cell[],
  answers: readonly ReleasedAnswer[],
  kpis: readonly { readonly code: string; readonly decimals: number }[],
  minimum: Minimum,
): AuditReport {
  const levels = new Map(answers.map((answer) => [keyOf(answer), answer.level]))
  const decimalsOf = new Map(kpis.map(({ code, decimals }) => [code, decimals]))
  const findings: AuditFinding[] = []
  for (const row of rows) {
    const { edition, kpiCode } = row
    const level = levels.get(keyOf(row)) ?? 'NATIONAL'
    if (row.access === 'VISIBLE' && !isOpened(level, edition)) {
      findings.push({ check: 'VALUE_NOT_OPENED', edition, kpiCode })
    }
    const figures = [row.value, ...(row.subValues ?? []).map(({ value }) => value)]
    if (!figures.every((each) => isPublishable(each, decimalsOf.get(kpiCode) ?? 0))) {
      findings.push({ check: 'VALUE_TOO_FINE', edition, kpiCode })
    }
    if (
      row.access === 'WITHHELD' &&
      (row.state ?? row.value ?? row.score ?? row.reasonCode) !== null
    ) {
      findings.push({ check: 'STUB_TELLS', edition, kpiCode })
    }
  }
  for (const cell of cells) {
    const { edition, kpiCode } = cell
    const isShown = cell.access === 'VISIBLE'
    if (isShown && cell.exactN < minimum[edition]) {
      findings.push({ check: 'CELL_BELOW_MINIMUM', edition, kpiCode })
    }
    if (!isShown && (cell.mean !== null || cell.n !== null || cell.nBand !== null)) {
      findings.push({ check: 'CELL_TELLS', edition, kpiCode })
    }
  }
  return {
    passed: findings.length === 0,
    checked: { values: rows.length, cells: cells.length },
    findings,
  }
}

const keyOf = (row: { readonly administrationId: string; readonly kpiCode: string }) =>
  `${row.administrationId}:${row.kpiCode}`
