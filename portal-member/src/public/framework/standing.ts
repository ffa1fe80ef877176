import type { FrameworkVersionStatus } from '../generated/graphql'
import { isPublic } from './public-version'

/** What decides whether a version is the one in force. */
export interface Dated {
  readonly code: string
  readonly status: FrameworkVersionStatus
  readonly validFrom?: string | null
  readonly publishedAt?: string | null
  readonly retiredAt?: string | null
}

/** How a version stands among the others, since when, and until when. */
export interface Standing {
  readonly kind: 'IN_FORCE' | 'TO_COME' | 'EARLIER' | 'RETIRED'
  readonly from: string | null
  readonly until: string | null
}

/**
 * How each published version stands: the one that began last is in force, those before it were until the next
 * began, and one that begins on a later day is still to come. A retired one ends with its retirement.
 */
export function standingsOf(versions: readonly Dated[], now: Date): ReadonlyMap<string, Standing> {
  const inOrder = versions.filter(isPublic).toSorted((a, b) => timeOf(a) - timeOf(b))
  const current = inOrder.findLast(
    (each) => each.status === 'PUBLISHED' && timeOf(each) <= now.getTime(),
  )
  return new Map(
    inOrder.map((version, index): [string, Standing] => {
      const { code, retiredAt } = version
      const from = beginOf(version)
      const next = inOrder.slice(index + 1).find((each) => timeOf(each) <= now.getTime())
      if (version.status === 'RETIRED') return [code, { kind: 'RETIRED', from, until: retiredAt ?? null }]
      if (version === current) return [code, { kind: 'IN_FORCE', from: againOf(inOrder.slice(index + 1)) ?? from, until: null }]
      if (timeOf(version) > now.getTime()) return [code, { kind: 'TO_COME', from, until: null }]
      return [code, { kind: 'EARLIER', from, until: next ? beginOf(next) : null }]
    }),
  ) // prettier-ignore
}

// A version that was superseded holds again from the day on which those after it were all retired.
const againOf = (later: readonly Dated[]): string | null =>
  later.flatMap(({ status, retiredAt }) => (status === 'RETIRED' ? (retiredAt ?? []) : [])).toSorted().at(-1) ?? null // prettier-ignore

// Published in advance, a version holds from the day it says.
function beginOf({ validFrom, publishedAt }: Dated): string | null {
  if (!validFrom || !publishedAt) return validFrom ?? publishedAt ?? null
  return Date.parse(validFrom) > Date.parse(publishedAt) ? validFrom : publishedAt
}

const timeOf = (version: Dated) => Date.parse(beginOf(version) ?? '') || 0
