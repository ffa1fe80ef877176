import { formatNumber } from '@pmm/portal-kit'
import { asDecimal } from './figures'
import type { KpiSampleDraft } from './kpi-draft'

/**
 * Whether a result is the one expected: rounded half up to the decimals written down, and never to fewer than the KPI
 * shows, as the server does it.
 */
export function agreesWith(
  { expectedState, expectedValue }: Pick<KpiSampleDraft, 'expectedState' | 'expectedValue'>,
  { state, value }: { state: string; value?: string | null },
  decimals: string,
): boolean {
  if (state !== expectedState) return false
  if (state !== 'REPORTED') return true
  const expected = asDecimal(expectedValue)
  if (expected === null || value == null) return false
  const written = /\.(\d*?)0*$/.exec(expected)?.[1]?.length ?? 0
  const digits = Math.max(Number.parseInt(decimals, 10) || 0, written)
  return formatNumber(value, 'en', { digits }) === formatNumber(expected, 'en', { digits })
}
