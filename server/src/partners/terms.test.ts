import { describe, expect, test } from 'vitest'
import { isNetwork, termsOf, termsProblems } from './terms'

const now = new Date('2027-05-01T12:00:00Z')
const versions = [{ kpis: [{ code: 'TF-01-1' }, { code: 'RC-02-3' }] }] as never
const input = {
  name: 'Harbour statistics',
  organisation: 'Harbour Institute',
  purpose: 'A yearly report',
  contactName: 'Ada Almor',
  contactMail: 'ada@example.org',
  scopes: ['read:public'],
  allowedNetworks: [],
  expiresOn: '2028-05-01',
}
const reasons = (more: Record<string, unknown>) =>
  termsProblems(termsOf({ ...input, ...more } as never), versions, now).map(({ reason }) => reason)

describe('terms', () => {
  test('that fit have no problem', () => {
    expect(reasons({})).toEqual([])
    expect(
      reasons({ scopes: ['read:public', 'read:embargo', 'kpi:TF', 'kpi:RC-02', 'kpi:RC-02-3'] }),
    ).toEqual([])
    expect(reasons({ allowedNetworks: ['192.0.2.0/24', '2001:db8::/32', '127.0.0.1'] })).toEqual([])
  })

  test.each([
    [{ scopes: ['read:embargo'] }, ['SCOPE_MISSING']],
    [
      { scopes: ['read:public', 'read:everything', 'kpi:TF-0'] },
      ['SCOPE_UNKNOWN', 'SCOPE_UNKNOWN'],
    ],
    [{ allowedNetworks: ['everywhere'] }, ['NETWORK_UNFIT']],
    [{ expiresOn: '2027-04-30' }, ['EXPIRY_UNFIT']],
    [{ expiresOn: '2028-05-03' }, ['EXPIRY_UNFIT']],
    [{ expiresOn: 'nonsense' }, ['EXPIRY_UNFIT']],
    [{ name: ' ', contactMail: 'x', purpose: '' }, ['TEXT_MISSING', 'MAIL_UNFIT', 'TEXT_MISSING']],
  ])('%j say everything that is wrong', (more, expected) => {
    expect(reasons(more)).toEqual(expected)
  })
})

test.each([
  ['192.0.2.0/24', true],
  ['192.0.2.1', true],
  ['::1/128', true],
  ['192.0.2.0/33', false],
  ['2001:db8::/129', false],
  ['fe80::1%eth0', false],
  ['192.0.2.0/24/8', false],
  ['192.0.2.0/-1', false],
  ["'; drop table api_client", false],
])('%s is a network: %s', (text, is) => {
  expect(isNetwork(text)).toBe(is)
})
