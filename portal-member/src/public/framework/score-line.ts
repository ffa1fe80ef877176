import type { ScorePoint } from '@pmm/portal-kit'
import type { NormalisationMethod } from '../generated/graphql'

export interface Normalisation {
  readonly method: NormalisationMethod
  readonly floor?: string | null
  readonly goal?: string | null
  readonly target?: string | null
  readonly maxDistance?: string | null
}

/** Corners of the line from value to score, from the smallest value on; none where nothing is scored. */
export function cornersOf(rule: Normalisation): ScorePoint[] {
  const { method, floor, goal, target, maxDistance } = rule
  if (method === 'LINEAR' && floor != null && goal != null) {
    return sorted([
      { value: floor, score: '0' },
      { value: goal, score: '100' },
    ])
  }
  if (method === 'DISTANCE' && target != null && maxDistance != null) {
    const middle = Number(target)
    const reach = Number(maxDistance)
    return [
      { value: `${middle - reach}`, score: '0' },
      { value: target, score: '100' },
      { value: `${middle + reach}`, score: '0' },
    ]
  }
  return []
}

const sorted = (corners: ScorePoint[]) =>
  corners.toSorted((a, b) => Number(a.value) - Number(b.value))
