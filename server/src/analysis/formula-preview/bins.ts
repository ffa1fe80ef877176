import { Decimal, formatDecimal, toDecimal, type DecimalString } from '#platform/decimal'

/** How many values lie between two bounds; the upper one belongs to the last bin only. */
export interface Bin {
  readonly from: DecimalString
  readonly to: DecimalString
  readonly before: number
  readonly after: number
}

const MOST = 12
const STEPS = [1, 2, 2.5, 5, 10] as const

/** Both distributions over the same bins of a round width. */
export function binsOf(
  before: readonly (DecimalString | null)[],
  after: readonly (DecimalString | null)[],
): readonly Bin[] {
  const numbers = (values: readonly (DecimalString | null)[]) =>
    values.flatMap((value) => (value === null ? [] : [toDecimal(value)]))
  const [old, fresh] = [numbers(before), numbers(after)]
  const all = [...old, ...fresh]
  if (all.length === 0) return []
  const [least, most] = [Decimal.min(...all), Decimal.max(...all)]
  const step = stepOf(most.sub(least))
  const start = least.div(step).floor().mul(step)
  const count = Math.max(1, most.sub(start).div(step).ceil().toNumber())
  const place = (value: Decimal) =>
    Math.min(count - 1, value.sub(start).div(step).floor().toNumber())
  const tally = (values: readonly Decimal[]) => {
    const counts = Array.from({ length: count }, () => 0)
    for (const value of values) counts[place(value)]! += 1
    return counts
  }
  const [olds, freshs] = [tally(old), tally(fresh)]
  return olds.map((counted, index) => ({
    from: formatDecimal(start.add(step.mul(index))),
    to: formatDecimal(start.add(step.mul(index + 1))),
    before: counted,
    after: freshs[index]!,
  }))
}

function stepOf(width: Decimal): Decimal {
  if (width.isZero()) return new Decimal(1)
  const rough = width.div(MOST - 2)
  const size = new Decimal(10).pow(rough.log(10).floor())
  const step = STEPS.find((each) => size.mul(each).gte(rough)) ?? 10
  return size.mul(step)
}
