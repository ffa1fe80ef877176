import type { Descent } from '../earlier/ancestry'
import type { KpiEntry, ResponseState } from '../model'

/** An answer of the cycle before. */
export interface EarlierAnswer {
  readonly kpiCode: string
  readonly state: ResponseState | null
  readonly value: string | null
}

/** How an answer stands to that of the cycle before. */
export type Since =
  /** The framework did not ask for it then. */
  | { readonly kind: 'new' }
  /** It asks for something else by now. */
  | { readonly kind: 'notComparable' }
  /** Nothing is known of an answer then. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'same' }
  | {
      readonly kind: 'differs'
      readonly before: EarlierAnswer
      /** Now less then, with the decimals of the KPI; null where the two are no quantities. */
      readonly by: string | null
    }

/** Units whose values are no quantities one could take from each other. */
const WORDS = ['yes/no', 'level 0-4']

const GAPS = { new: 'new', changed: 'notComparable', untold: 'unknown' } as const

export function sinceOf(
  kpi: Pick<KpiEntry, 'code' | 'unit' | 'decimals'>,
  now: Pick<EarlierAnswer, 'state' | 'value'> | undefined,
  descent: Descent,
  then: ReadonlyMap<string, EarlierAnswer>,
): Since {
  if (descent.code === null) return { kind: GAPS[descent.gap] }
  const before = then.get(descent.code)
  if (!before || before.state === null || before.state === 'PENDING') return { kind: 'unknown' }
  const [value, former] = [now?.value ?? null, before.value]
  if (value === null || former === null) {
    const isSame = value === former && now?.state === before.state
    return isSame ? { kind: 'same' } : { kind: 'differs', before, by: null }
  }
  const difference = scaled(value, kpi.decimals) - scaled(former, kpi.decimals)
  if (difference === 0n) return { kind: 'same' }
  const by = WORDS.includes(kpi.unit) ? null : written(difference, kpi.decimals)
  return { kind: 'differs', before, by }
}

// As they are shown: what differs beyond the decimals of the KPI looks the same.
function scaled(value: string, decimals: number): bigint {
  const rounded = new Intl.NumberFormat('en', {
    useGrouping: false,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value as unknown as number)
  return BigInt(rounded.replace('.', ''))
}

function written(value: bigint, decimals: number): string {
  const digits = String(value < 0n ? -value : value).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const part = decimals > 0 ? `.${digits.slice(-decimals)}` : ''
  return `${value < 0n ? '-' : ''}${whole}${part}`
}
