import { describe, expect, test } from 'vitest'
import {
  type Config,
  describeConfig,
  effectiveValues,
  type Environment,
  explainProblems,
  readConfig,
} from './config.ts'

function accepted(env: Environment): Config {
  const result = readConfig(env, '/srv/pmm')
  if (!result.ok) throw new Error(explainProblems(result.problems))
  return result.config
}

function refused(env: Environment): string[] {
  const result = readConfig(env, '/srv/pmm')
  return result.ok ? [] : result.problems.map((problem) => problem.name)
}

const secret = 'postgresql://pmm:hunter2@db.example.org:5432/pmm'

test('an empty environment is a trial on this machine alone', () => {
  expect(accepted({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    loopback: true,
    databaseUrl: undefined,
    ownerUrl: undefined,
    publicOrigin: undefined,
    dataDir: '/srv/pmm/.data',
    anchorFile: '/srv/pmm/.data/anchors.jsonl',
    secret: undefined,
    demo: 'auto',
    drainDelaySeconds: 0,
    oidc: undefined,
    mail: undefined,
    rateLimits: {},
    trustedProxies: [],
    logLevel: 'info',
  })
})

test('an empty value counts as none', () => {
  expect(accepted({ PORT: '', HOST: ' ', DATABASE_URL: '', PMM_LOG: '' }).port).toBe(4000)
})

test('a public server on PostgreSQL drains slowly and never shows the demonstration by itself', () => {
  const config = accepted({
    HOST: '0.0.0.0',
    DATABASE_URL: secret,
    PMM_PUBLIC_URL: 'https://pmm.example.org',
  })

  expect(config).toMatchObject({
    loopback: false,
    databaseUrl: secret,
    publicOrigin: 'https://pmm.example.org',
    demo: 'off',
    drainDelaySeconds: 5,
  })
})

test.each([
  ['a port that is no number', { PORT: 'http' }, 'PORT'],
  ['a port out of range', { PORT: '70000' }, 'PORT'],
  ['a host with a port', { HOST: '127.0.0.1:4000' }, 'HOST'],
  ['another database', { DATABASE_URL: 'mysql://db/pmm' }, 'DATABASE_URL'],
  ['a database without a name', { DATABASE_URL: 'postgresql://db:5432' }, 'DATABASE_URL'],
  ['an owner without a database', { PMM_OWNER_URL: secret }, 'PMM_OWNER_URL'],
  ['a public address with a path', { PMM_PUBLIC_URL: 'https://a.org/pmm' }, 'PMM_PUBLIC_URL'],
  ['a public host without a public address', { HOST: '0.0.0.0' }, 'PMM_PUBLIC_URL'],
  ['plain http in public', { HOST: '::', PMM_PUBLIC_URL: 'http://a.org' }, 'PMM_PUBLIC_URL'],
  ['a secret that can be guessed', { PMM_SECRET: 'hunter2' }, 'PMM_SECRET'],
  ['a demonstration that is neither on nor off', { PMM_DEMO: 'yes' }, 'PMM_DEMO'],
  ['a drain without end', { PMM_DRAIN_DELAY: '3600' }, 'PMM_DRAIN_DELAY'],
  [
    'a mail server of another kind',
    { PMM_MAIL_URL: 'https://a.org', PMM_MAIL_FROM: 'a@b.org' },
    'PMM_MAIL_URL',
  ],
  [
    'a mail server with wishes',
    { PMM_MAIL_URL: 'smtp://a.org?x=1', PMM_MAIL_FROM: 'a@b.org' },
    'PMM_MAIL_URL',
  ],
  [
    'two senders',
    { PMM_MAIL_URL: 'smtps://a.org', PMM_MAIL_FROM: 'a@b.org, c@d.org' },
    'PMM_MAIL_FROM',
  ],
  ['a mail server without a sender', { PMM_MAIL_URL: 'smtps://a.org' }, 'PMM_MAIL_FROM'],
  ['a sender without a mail server', { PMM_MAIL_FROM: 'a@b.org' }, 'PMM_MAIL_URL'],
  ['a rate that is no number', { PMM_RATE_LIMITS: 'client=many' }, 'PMM_RATE_LIMITS'],
  ['a rate of nobody', { PMM_RATE_LIMITS: 'robot=5000' }, 'PMM_RATE_LIMITS'],
  ['a rate below one dear query', { PMM_RATE_LIMITS: 'network=10' }, 'PMM_RATE_LIMITS'],
  ['a rate given twice', { PMM_RATE_LIMITS: 'pages=5000,pages=6000' }, 'PMM_RATE_LIMITS'],
  ['a proxy by name', { PMM_TRUSTED_PROXIES: 'proxy.example.org' }, 'PMM_TRUSTED_PROXIES'],
  ['a proxy wider than its address', { PMM_TRUSTED_PROXIES: '10.0.0.0/33' }, 'PMM_TRUSTED_PROXIES'],
  ['an unknown level of log', { PMM_LOG: 'loud' }, 'PMM_LOG'],
  ['a misspelt name', { PMM_DATADIR: '/srv' }, 'PMM_DATADIR'],
])('refuses %s', (_what, env, name) => {
  expect(refused(env)).toEqual([name])
})

test('rates and proxies are lists', () => {
  const config = accepted({
    PMM_RATE_LIMITS: 'client=50000, network=2000',
    PMM_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
  })

  expect(config.rateLimits).toEqual({ client: 50_000, network: 2_000 })
  expect(config.trustedProxies).toEqual(['10.0.0.0/8', '::1'])
})

describe('demonstration', () => {
  test('is refused on a public address, whatever the database', () => {
    const env = { HOST: '0.0.0.0', PMM_PUBLIC_URL: 'https://a.org', PMM_DEMO: '1' }

    expect(refused(env)).toEqual(['PMM_DEMO'])
    expect(refused({ ...env, DATABASE_URL: secret })).toEqual(['PMM_DEMO'])
  })

  test('is off on PostgreSQL until somebody asks for it, on loopback', () => {
    expect(accepted({ DATABASE_URL: secret }).demo).toBe('off')
    expect(accepted({ DATABASE_URL: secret, PMM_DEMO: '1' }).demo).toBe('on')
  })

  test('can be switched off on the embedded database', () => {
    expect(accepted({ PMM_DEMO: '0' }).demo).toBe('off')
  })
})

describe('an OpenID provider', () => {
  const oidc = {
    PMM_OIDC_ISSUER: 'https://login.example.org/realms/customs',
    PMM_OIDC_CLIENT_ID: 'pmm',
    PMM_OIDC_CLIENT_SECRET: 'hunter2hunter2',
  }

  test('is known by issuer, name and secret, and switches the demonstration off', () => {
    const config = accepted(oidc)

    expect(config.oidc?.issuer.href).toBe('https://login.example.org/realms/customs')
    expect(config.oidc).toMatchObject({ clientId: 'pmm', clientSecret: 'hunter2hunter2' })
    expect(config.demo).toBe('off')
  })

  test.each([
    [
      'half named',
      { PMM_OIDC_ISSUER: oidc.PMM_OIDC_ISSUER },
      ['PMM_OIDC_CLIENT_ID', 'PMM_OIDC_CLIENT_SECRET'],
    ],
    [
      'over plain http',
      { ...oidc, PMM_OIDC_ISSUER: 'http://login.example.org' },
      ['PMM_OIDC_ISSUER'],
    ],
    ['together with demonstration data', { ...oidc, PMM_DEMO: '1' }, ['PMM_OIDC_ISSUER']],
  ])('is refused %s', (_how, env, names) => {
    expect(refused(env)).toEqual(names)
  })
})

describe('mail', () => {
  const mailOf = (url: string) =>
    accepted({ PMM_MAIL_URL: url, PMM_MAIL_FROM: 'PMM Platform <pmm@example.org>' }).mail

  test('is encrypted from the first byte, or by an upgrade that the server must offer', () => {
    expect(mailOf('smtps://pmm:p%40ss@mail.example.org')).toEqual({
      server: {
        host: 'mail.example.org',
        port: 465,
        isEncrypted: true,
        mustEncrypt: true,
        login: { user: 'pmm', password: 'p@ss' },
      },
      from: { name: 'PMM Platform', address: 'pmm@example.org' },
    })
    expect(mailOf('smtp://mail.example.org')?.server).toEqual({
      host: 'mail.example.org',
      port: 587,
      isEncrypted: false,
      mustEncrypt: true,
    })
  })

  test('may go in clear on this machine, or where somebody says so', () => {
    expect(mailOf('smtp://127.0.0.1:1025')?.server.mustEncrypt).toBe(false)
    expect(mailOf('smtp://catcher:1025?tls=no')?.server.mustEncrypt).toBe(false)
  })
})

test('names every mistake at once', () => {
  expect(refused({ PORT: '-1', PMM_LOG: 'loud', PMM_DEMO: '2', PMM_NOPE: '1' })).toEqual([
    'PMM_NOPE',
    'PORT',
    'PMM_DEMO',
    'PMM_LOG',
  ])
})

test('never repeats a secret, right or wrong', () => {
  const wrong = readConfig({
    DATABASE_URL: 'mysql://pmm:hunter2@db/pmm',
    PMM_MAIL_URL: 'imap://pmm:hunter2@mail',
    PMM_SECRET: 'hunter2',
    PORT: 'hunter2',
  })
  const shown = effectiveValues({
    DATABASE_URL: secret,
    PMM_OWNER_URL: secret,
    PMM_MAIL_URL: 'smtps://pmm:hunter2@mail',
  })

  expect(wrong.ok ? '' : explainProblems(wrong.problems)).not.toContain('hunter2')
  expect(JSON.stringify(shown)).not.toContain('hunter2')
  expect(shown).toContainEqual({ name: 'DATABASE_URL', value: '(set)' })
})

test('describes every variable in a sentence', () => {
  for (const { name, text } of describeConfig()) expect(text, name).toMatch(/^.{20,}\.$/)
})
