import {
  createHmac,
  createSign,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
// The library carries no types of its own; the part used here is small.
// @ts-expect-error
import Provider from 'oidc-provider'

export const CLIENT_ID = 'pmm'
export const CLIENT_SECRET = 'a secret of the client, known to both'

/** Who is signed in at the provider, as far as the tests need it. */
export interface Account {
  readonly subject: string
  readonly email?: string
  readonly methods?: readonly string[]
}

type Claims = Record<string, unknown>

/** What an ID token is signed with: the provider's own key when nothing is said. */
type SigningKey = 'own' | 'none' | 'unknown' | 'shared'

export interface TestProvider {
  readonly issuer: URL
  /** Whoever the next browser is taken for. */
  account: Account
  /** Changes the ID token on its way out; it is signed anew. */
  tamper: ((claims: Claims) => { readonly claims: Claims; readonly key?: SigningKey }) | null
  /** Goes through sign-in and consent as a browser does; returns the address it is sent back to. */
  visit(authorization: string): Promise<URL>
  close(): Promise<void>
}

/** A real OpenID provider on this machine that knows one client and signs everybody in at once. */
export async function startProvider(redirectUri: string): Promise<TestProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const http = createServer()
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', () => resolve()))
  const issuer = new URL(`http://127.0.0.1:${(http.address() as AddressInfo).port}`)
  const state: Pick<TestProvider, 'account' | 'tamper'> = {
    account: { subject: 'somebody' },
    tamper: null,
  }
  const provider = new Provider(issuer.origin, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
    },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub', 'email', 'email_verified', 'amr'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, subject: string) => ({
      accountId: subject,
      claims: () => ({ sub: subject, email: state.account.email, email_verified: true }),
    }),
  })
  provider.on('server_error', (_context: unknown, error: Error) =>
    process.stderr.write(`${error.stack}\n`),
  )
  const answer = provider.callback() as (req: IncomingMessage, res: ServerResponse) => void
  http.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) {
      void interact(provider, request, response, state.account)
      return
    }
    if (request.url === '/token' && state.tamper) tamperWith(response, state.tamper, privateKey)
    answer(request, response)
  })
  return Object.assign(state, {
    issuer,
    visit: (authorization: string) => visit(authorization, redirectUri),
    close: () =>
      new Promise<void>((resolve) => {
        http.closeAllConnections()
        http.close(() => resolve())
      }),
  })
}

async function interact(
  // oxlint-disable-next-line no-explicit-any
  provider: any,
  request: IncomingMessage,
  response: ServerResponse,
  { subject, methods }: Account,
): Promise<void> {
  const { prompt, params, session, grantId } = await provider.interactionDetails(request, response)
  if (prompt.name === 'login') {
    const login = { accountId: subject, ...(methods ? { amr: methods } : {}) }
    return provider.interactionFinished(request, response, { login })
  }
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: session.accountId, clientId: params.client_id })
  grant.addOIDCScope('openid')
  grant.addOIDCClaims(['email', 'email_verified', 'amr'])
  return provider.interactionFinished(request, response, {
    consent: { grantId: await grant.save() },
  })
}

function tamperWith(
  response: ServerResponse,
  change: NonNullable<TestProvider['tamper']>,
  own: KeyObject,
): void {
  const end = response.end.bind(response) as (body: string) => ServerResponse
  response.end = ((body: string | Buffer) => {
    const tokens = JSON.parse(String(body)) as { id_token: string }
    const [, payload = ''] = tokens.id_token.split('.')
    const { claims, key = 'own' } = change(JSON.parse(Buffer.from(payload, 'base64url').toString()))
    const changed = JSON.stringify({ ...tokens, id_token: signed(claims, key, own) })
    response.setHeader('content-length', Buffer.byteLength(changed))
    return end(changed)
  }) as typeof response.end
}

function signed(claims: Claims, key: SigningKey, own: KeyObject): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const alg = { own: 'RS256', unknown: 'RS256', none: 'none', shared: 'HS256' }[key]
  const body = `${part({ alg, kid: 'one', typ: 'JWT' })}.${part(claims)}`
  if (key === 'none') return `${body}.`
  if (key === 'shared') {
    return `${body}.${createHmac('sha256', CLIENT_SECRET).update(body).digest('base64url')}`
  }
  const pair = key === 'own' ? own : generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  return `${body}.${createSign('RSA-SHA256').update(body).sign(pair, 'base64url')}`
}

async function visit(authorization: string, redirectUri: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let at = new URL(authorization)
  for (let hop = 0; hop < 12; hop += 1) {
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location)
      throw new Error(`${at.pathname} answered ${answer.status}: ${await answer.text()}`)
    at = new URL(location, at)
    if (at.href.startsWith(redirectUri)) return at
  }
  throw new Error('sent round in circles')
}
