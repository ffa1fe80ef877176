import { isIP } from 'node:net'
import { mailProblems, nameProblems, plainText } from '#people'
import { badInput, type ProblemDetail } from '#platform'
import type { VersionSnapshot } from '#framework'
import type { ApiClientTermsInput } from './terms.input'

const LONGEST_TEXT = 1000
const MOST_ENTRIES = 60

/** Terms as they are kept. */
export interface Terms {
  readonly name: string
  readonly organisation: string
  readonly purpose: string
  readonly contactName: string
  readonly contactMail: string
  readonly scopes: readonly string[]
  readonly allowedNetworks: readonly string[]
  readonly expiresAt: Date
}

/** The terms without blanks and repetitions; the access lasts to the end of its last day. */
export const termsOf = (input: ApiClientTermsInput): Terms => ({
  name: plainText(input.name),
  organisation: plainText(input.organisation),
  purpose: input.purpose.trim(),
  contactName: plainText(input.contactName),
  contactMail: input.contactMail.trim(),
  scopes: [...new Set(input.scopes.map((each) => each.trim()))].toSorted(byKind),
  allowedNetworks: [...new Set(input.allowedNetworks.map((each) => each.trim()))],
  expiresAt: new Date(`${input.expiresOn}T23:59:59Z`),
})

// What is read first, then what narrows it.
const byKind = (a: string, b: string) => b.localeCompare(a)

/** Everything wrong with the terms, at once. */
export function termsProblems(
  terms: Terms,
  versions: readonly VersionSnapshot[],
  now: Date,
  at: readonly string[] = ['input', 'terms'],
): readonly ProblemDetail[] {
  const path = (field: string) => [...at, field]
  return [
    ...nameProblems(terms.name, path('name')),
    ...nameProblems(terms.organisation, path('organisation')),
    ...nameProblems(terms.contactName, path('contactName')),
    ...mailProblems(terms.contactMail, path('contactMail')),
    ...purposeProblems(terms.purpose, path('purpose')),
    ...scopeProblems(terms.scopes, versions, path('scopes')),
    ...networkProblems(terms.allowedNetworks, path('allowedNetworks')),
    ...expiryProblems(terms.expiresAt, now, path('expiresOn')),
  ]
}

function purposeProblems(purpose: string, path: readonly string[]): readonly ProblemDetail[] {
  if (purpose === '') return [badInput('TEXT_MISSING', 'Say what the data are read for.', path)]
  return purpose.length > LONGEST_TEXT
    ? [badInput('TEXT_TOO_LONG', `The text has more than ${LONGEST_TEXT} characters.`, path)]
    : []
}

function scopeProblems(
  scopes: readonly string[],
  versions: readonly VersionSnapshot[],
  path: readonly string[],
): readonly ProblemDetail[] {
  const known = new Set([
    'read:public',
    'read:embargo',
    ...versions.flatMap(({ kpis }) => kpis.flatMap(({ code }) => kpiSetsNaming(code))),
  ])
  return [
    ...(scopes.includes('read:public')
      ? []
      : [badInput('SCOPE_MISSING', 'Every partner has the scope "read:public".', path)]),
    ...scopes
      .filter((scope) => !known.has(scope))
      .slice(0, MOST_ENTRIES)
      .map((scope) =>
        badInput('SCOPE_UNKNOWN', `There is no scope "${scope.slice(0, 40)}".`, path),
      ),
    ...tooMany(scopes, path),
  ]
}

/** "TF-01-1" is named by itself, by its outcome "TF-01" and by its dimension "TF". */
const kpiSetsNaming = (code: string): readonly string[] =>
  code.split('-').map((_, index, parts) => `kpi:${parts.slice(0, index + 1).join('-')}`)

const networkProblems = (
  networks: readonly string[],
  path: readonly string[],
): readonly ProblemDetail[] => [
  ...networks
    .filter((network) => !isNetwork(network))
    .slice(0, MOST_ENTRIES)
    .map((network) =>
      badInput('NETWORK_UNFIT', `"${network.slice(0, 60)}" is no network in CIDR notation.`, path),
    ),
  ...tooMany(networks, path),
]

/** Whether the text is an address, or a network such as 192.0.2.0/24. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0 || address.includes('%')) return false
  if (bits === undefined) return true
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)
}

const tooMany = (list: readonly string[], path: readonly string[]): readonly ProblemDetail[] =>
  list.length > MOST_ENTRIES
    ? [badInput('TOO_MANY', `At most ${MOST_ENTRIES} entries are kept.`, path)]
    : []

function expiryProblems(
  expiresAt: Date,
  now: Date,
  path: readonly string[],
): readonly ProblemDetail[] {
  const latest = new Date(now)
  latest.setUTCFullYear(latest.getUTCFullYear() + 1)
  latest.setUTCHours(23, 59, 59, 999)
  const isInTime = expiresAt > now && expiresAt <= latest
  return isInTime
    ? []
    : [badInput('EXPIRY_UNFIT', 'An access ends in the future, within a year.', path)]
}
