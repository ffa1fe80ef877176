import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world'

const world = useWorld()

const FIELDS = `client { id name status scopes expiresAt lastUsedAt allowedNetworks version owner { name }
  tokens { id endsWith isValid lastUsedAt expiresAt } viewerCan { issueToken { allowed } rotateToken { allowed code } revoke { allowed } } }
  token problems { code reason path }`
const command = (name: string, type: string) =>
  `mutation ($input: ${type}!) { answer: ${name}(input: $input) { ${FIELDS} } }`
const PROPOSE = command('apiClientPropose', 'ApiClientProposeInput')
const GRANT = command('apiClientGrant', 'ApiClientGrantInput')
const UPDATE = command('apiClientUpdate', 'ApiClientUpdateInput')
const DECLINE = command('apiClientDecline', 'ApiClientDecideInput')
const REVOKE = command('apiClientRevoke', 'ApiClientDecideInput')
const ISSUE = command('apiClientTokenIssue', 'ApiClientDecideInput')
const ROTATE = command('apiClientTokenRotate', 'ApiClientTokenRotateInput')
const REVOKE_TOKEN = command('apiClientTokenRevoke', 'ApiClientTokenRevokeInput')
const LIST = '{ apiClients(first: 100) { nodes { name status } totalCount } }'

let administrator: Caller
let officer: Caller
beforeAll(async () => {
  administrator = await world().as('ADMINISTRATOR')
  officer = await world().as('CYCLE_OFFICER')
})

let next = 0
const terms = (more: Record<string, unknown> = {}) => ({
  name: `Program ${(next += 1)}`,
  organisation: 'Harbour Institute',
  purpose: 'A yearly report',
  contactName: 'Ada Almor',
  contactMail: 'ada@example.org',
  scopes: ['read:public'],
  allowedNetworks: [],
  expiresOn: '2027-06-30',
  ...more,
})
const does = async (caller: Caller, document: string, input: Record<string, unknown>) => {
  const { data, errors } = await caller.query(document, { input })
  expect(errors).toBeUndefined()
  return data.answer
}
const granted = async (more: Record<string, unknown> = {}) => {
  const answer = await does(administrator, GRANT, {
    terms: terms(more),
    termsAcceptedOn: '2026-11-01',
  })
  expect(answer.problems).toEqual([])
  return answer.client
}
const withToken = async (more: Record<string, unknown> = {}) => {
  const client = await granted(more)
  const { token, problems } = await does(administrator, ISSUE, { clientId: client.id })
  expect(problems).toEqual([])
  return { client, token: token as string }
}
const asks = async (
  token: string,
  query = '{ viewer { hat scopes } }',
  remoteAddress = '192.0.2.10',
) => {
  const response = await world().server.http.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    payload: { query },
  })
  const body = response.json()
  return { status: response.statusCode, data: body.data, errors: body.errors }
}
const works = async (token: string, address?: string) =>
  (await asks(token, undefined, address)).data?.viewer?.hat === 'PARTNER'
const move = async (days: number, work: () => Promise<void>) => {
  const { clock } = world()
  const before = clock.now()
  clock.move(new Date(before.getTime() + days * 86_400_000))
  await work().finally(() => clock.move(before))
}

describe('a partner', () => {
  test('is proposed by an officer and granted by the administrator, who may change the terms', async () => {
    const proposed = await does(officer, PROPOSE, { terms: terms() })
    const early = await does(administrator, ISSUE, { clientId: proposed.client.id })
    const answer = await does(administrator, GRANT, {
      clientId: proposed.client.id,
      terms: terms({ scopes: ['kpi:TF', 'read:public'] }),
      termsAcceptedOn: '2026-11-01',
    })
    const twice = await does(administrator, GRANT, {
      clientId: proposed.client.id,
      terms: terms(),
      termsAcceptedOn: '2026-11-01',
    })

    expect(proposed.client).toMatchObject({ status: 'PROPOSED', owner: { name: officer.name } })
    expect(early.problems[0].reason).toBe('WRONG_STATE')
    expect(answer.client).toMatchObject({
      id: proposed.client.id,
      status: 'GRANTED',
      scopes: ['read:public', 'kpi:TF'],
      owner: { name: officer.name },
    })
    expect(twice.problems[0].reason).toBe('WRONG_STATE')
  })

  test('that is declined gets no token', async () => {
    const { client } = await does(officer, PROPOSE, { terms: terms() })
    const declined = await does(administrator, DECLINE, { clientId: client.id })

    expect(declined.client.status).toBe('DECLINED')
    expect((await does(administrator, ISSUE, { clientId: client.id })).problems[0].reason).toBe(
      'WRONG_STATE',
    )
  })

  test('is seen by the administrator and whoever answers for it, and by nobody else', async () => {
    const { client } = await does(officer, PROPOSE, { terms: terms() })
    const other = await world().as('CYCLE_OFFICER', undefined, 1)
    const names = async (caller: Caller) =>
      (await caller.query(LIST)).data.apiClients.nodes.map((each: { name: string }) => each.name)

    expect(await names(officer)).toContain(client.name)
    expect(await names(administrator)).toContain(client.name)
    expect(await names(other)).not.toContain(client.name)
    const foreign = await does(other, REVOKE, { clientId: client.id })
    const random = await does(other, REVOKE, { clientId: 'QUMAAAAAAAAAAAAAAAAAAAAA' })
    expect(foreign).toEqual(random)
    expect((await does(officer, REVOKE, { clientId: client.id })).problems[0].reason).toBe(
      'WRONG_HAT',
    )
    expect(
      (await does(officer, GRANT, { terms: terms(), termsAcceptedOn: '2026-11-01' })).problems[0]
        .reason,
    ).toBe('WRONG_HAT')
    expect((await does(administrator, PROPOSE, { terms: terms() })).problems[0].reason).toBe(
      'WRONG_HAT',
    )
  })
})

describe('a token', () => {
  test('is shown once, works, and shows its last use; only a hash is kept', async () => {
    const client = await granted()
    const idempotencyKey = crypto.randomUUID()
    const { token } = await does(administrator, ISSUE, { clientId: client.id, idempotencyKey })
    const again = await does(administrator, ISSUE, { clientId: client.id, idempotencyKey })
    const worked = await works(token)
    const { data } = await administrator.query(
      'query ($id: ID!) { apiClient(id: $id) { lastUsedAt tokens { endsWith lastUsedAt isValid } } }',
      { id: client.id },
    )
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ hits: number }>`select count(*)::int as hits from (
        select response::text as kept from idempotency_key union all select payload from audit_entry
        union all select t::text from api_client_token t union all select t::text from api_client t) k
        where strpos(kept, ${token}) > 0`.execute(db),
    )

    expect(again).toMatchObject({ token: null, problems: [] })
    expect(worked).toBe(true)
    expect(data.apiClient.tokens).toEqual([
      { endsWith: token.slice(-4), isValid: true, lastUsedAt: expect.any(String) },
    ])
    expect(data.apiClient.lastUsedAt).toBe(data.apiClient.tokens[0].lastUsedAt)
    expect(rows[0]?.hits).toBe(0)
  })

  test('is rotated with an overlap: two work, never three, then the new one alone', async () => {
    const { client, token: first } = await withToken()
    const rotated = await does(administrator, ROTATE, { clientId: client.id, overlapDays: 14 })
    const third = await does(administrator, ROTATE, { clientId: client.id, overlapDays: 1 })

    expect([await works(first), await works(rotated.token)]).toEqual([true, true])
    expect(third.problems[0].reason).toBe('WRONG_STATE')
    await move(13.9, async () => expect(await works(first)).toBe(true))
    await move(14.1, async () => {
      expect([await works(first), await works(rotated.token)]).toEqual([false, true])
    })
  })

  test.each([-1, 15, 400])('has no overlap of %i days', async (overlapDays) => {
    const { client } = await withToken()

    expect(
      (await does(administrator, ROTATE, { clientId: client.id, overlapDays })).problems[0].reason,
    ).toBe('OVERLAP_UNFIT')
  })

  test('A45: that is revoked is refused with the next request, and the other goes on', async () => {
    const { client, token: first } = await withToken()
    const rotated = await does(administrator, ROTATE, { clientId: client.id, overlapDays: 7 })
    const old = rotated.client.tokens.find((each: { endsWith: string }) =>
      first.endsWith(each.endsWith),
    )

    const revoked = await does(administrator, REVOKE_TOKEN, {
      clientId: client.id,
      tokenId: old.id,
    })

    expect(revoked.problems).toEqual([])
    expect([await works(first), await works(rotated.token)]).toEqual([false, true])
  })

  test('falls with its client at once', async () => {
    const { client, token } = await withToken()
    const before = await works(token)
    const { client: after } = await does(administrator, REVOKE, { clientId: client.id })

    expect(before).toBe(true)
    expect(after).toMatchObject({ status: 'REVOKED', tokens: [{ isValid: false }] })
    const refused = await asks(token)
    expect(refused.status).toBe(401)
    expect(refused.errors?.[0]?.extensions['reason']).toBe('TOKEN_INVALID')
  })

  test('A45: ends with the access', async () => {
    const { token } = await withToken({ expiresOn: '2026-12-01' })

    await move(40, async () => expect(await works(token)).toBe(false))
  })

  test('A45: reads by the scopes of the moment', async () => {
    const { client, token } = await withToken()
    const update = await does(administrator, UPDATE, {
      clientId: client.id,
      terms: terms({ scopes: ['read:public', 'read:embargo'] }),
      expectedVersion: client.version,
    })
    const stale = await does(administrator, UPDATE, {
      clientId: client.id,
      terms: terms(),
      expectedVersion: client.version,
    })

    expect(update.problems).toEqual([])
    expect((await asks(token)).data.viewer.scopes).toEqual(['read:public', 'read:embargo'])
    expect(stale.problems[0].reason).toBe('STALE_VERSION')
  })

  test('works from its networks alone, whatever the form of the address', async () => {
    const { token } = await withToken({ allowedNetworks: ['192.0.2.0/28', '2001:db8::/32'] })

    expect(await works(token, '192.0.2.10')).toBe(true)
    expect(await works(token, '::ffff:192.0.2.10')).toBe(true)
    expect(await works(token, '2001:db8::7')).toBe(true)
    expect(await works(token, '192.0.2.200')).toBe(false)
    expect(await works(token, '198.51.100.1')).toBe(false)
    expect(await works(token, '::1')).toBe(false)
  })

  test('A45: changes nothing, whichever mutation it tries', async () => {
    const { token } = await withToken()
    const { data } = await asks(
      token,
      '{ __schema { mutationType { fields { name args { type { kind ofType { name } } } } } } }',
    )
    const names: string[] = data.__schema.mutationType.fields.map(
      ({ name }: { name: string }) => name,
    )
    const outcomes = new Set<string>()
    for (const document of [
      'mutation { sessionClose { problems { code } } }',
      'mutation { passwordSet(input: { token: "x", password: "y" }) { problems { code } } }',
      'mutation { invitationAccept(input: { token: "x" }) { problems { code } } }',
      'mutation { apiClientTokenIssue(input: { clientId: "x" }) { problems { code } } }',
      'mutation { assessmentStart(input: { cycleId: "x" }) { problems { code } } }',
    ]) {
      const { errors } = await asks(token, document)
      outcomes.add(
        `${String(errors?.[0]?.extensions['code'])} ${String(errors?.[0]?.extensions['reason'])}`,
      )
    }

    expect(names.length).toBeGreaterThan(50)
    expect(outcomes).toEqual(new Set(['FORBIDDEN QUERIES_ONLY']))
  })
})

describe('KPI sets', () => {
  const RESULTS = `{ release(code: "C2022-R1") { results(first: 100) { totalCount nodes { kpi { code } access missingScope state value } }
    benchmarks { kpi { code } access missingScope n mean } } }`

  test('leave other KPIs in their place, empty, and name what is lacking', async () => {
    const { token: all } = await withToken()
    const { token: narrow } = await withToken({ scopes: ['read:public', 'kpi:TF-01'] })
    const whole = (await asks(all, RESULTS)).data.release
    const part = (await asks(narrow, RESULTS)).data.release
    const outside = (each: { kpi: { code: string } }) => !each.kpi.code.startsWith('TF-01-')

    expect(part.results.totalCount).toBe(whole.results.totalCount)
    expect(part.results.nodes.filter(outside).length).toBeGreaterThan(0)
    for (const each of [...part.results.nodes, ...part.benchmarks].filter(outside)) {
      expect(each).toMatchObject({ access: 'OUT_OF_SCOPE', missingScope: `kpi:${each.kpi.code}` })
      expect(each.value ?? each.mean ?? each.state ?? each.n ?? null).toBeNull()
    }
    const inside = (each: { kpi: { code: string } }) => !outside(each)
    expect(part.results.nodes.filter(inside)).toEqual(whole.results.nodes.filter(inside))
    expect(part.benchmarks.filter(inside)).toEqual(whole.benchmarks.filter(inside))
    expect(
      whole.benchmarks.every((each: { missingScope: null }) => each.missingScope === null),
    ).toBe(true)
  })

  test('keep figures under embargo out of the database’s answers too', async () => {
    await world().asOwner(({ db }) =>
      sql`update release set status = 'EMBARGOED' where code = 'C2022-R1'`.execute(db),
    )
    const { token } = await withToken({ scopes: ['read:public', 'read:embargo', 'kpi:TF-01'] })
    const settings = { hat: 'P', embargo: 'yes', kpis: '{TF-01}' }
    const codes = await world().database.read(
      { role: 'pmm_app', settings },
      async (db) =>
        (await sql<{ kpiCode: string }>`select distinct kpi_code from release_cell`.execute(db))
          .rows,
    )
    const seen = (
      await asks(token, '{ release(code: "C2022-R1") { benchmarks { kpi { code } } } }')
    ).data.release
    await world().asOwner(({ db }) =>
      sql`update release set status = 'PUBLISHED' where code = 'C2022-R1'`.execute(db),
    )

    expect(codes.length).toBeGreaterThan(0)
    expect(codes.every(({ kpiCode }) => kpiCode.startsWith('TF-01-'))).toBe(true)
    expect(
      seen.benchmarks.every((each: { kpi: { code: string } }) =>
        each.kpi.code.startsWith('TF-01-'),
      ),
    ).toBe(true)
  })
})
