import type { StatusKind } from '@pmm/portal-kit'
import type { ApiClientStatus, PartnerFacts_ClientFragment } from '../generated/graphql'

export type PartnerClient = PartnerFacts_ClientFragment
export type PartnerToken = PartnerClient['tokens'][number]

const KINDS: Record<ApiClientStatus, StatusKind> = {
  PROPOSED: 'progress',
  GRANTED: 'ok',
  DECLINED: 'neutral',
  REVOKED: 'error',
}

/** State of an access as it is worded: a granted one may have run out. */
export function stateOf({ status, isExpired }: Pick<PartnerClient, 'status' | 'isExpired'>): {
  key: string
  kind: StatusKind
} {
  const hasRunOut = status === 'GRANTED' && isExpired
  return hasRunOut ? { key: 'EXPIRED', kind: 'warn' } : { key: status, kind: KINDS[status] }
}

/** State of a token: one that is neither revoked nor valid has run out, alone or with its access. */
export function stateOfToken({ isValid, revokedAt }: PartnerToken): {
  key: string
  kind: StatusKind
} {
  if (isValid) return { key: 'VALID', kind: 'ok' }
  return revokedAt ? { key: 'REVOKED', kind: 'error' } : { key: 'ENDED', kind: 'warn' }
}

export const kpiSetsOf = (scopes: readonly string[]): readonly string[] =>
  scopes.filter((scope) => scope.startsWith('kpi:')).map((scope) => scope.slice('kpi:'.length))

/** The furthest day an access may be granted to: a year from now. */
export function furthestDay(now = new Date()): string {
  const day = new Date(now)
  day.setUTCFullYear(day.getUTCFullYear() + 1)
  return day.toISOString().slice(0, 10)
}

/** Networks as typed, one a line. */
export const networksOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean)

/** Queries that show partners, asked again after a command. */
export const SHOWN_IN = ['Partners', 'Partner']
