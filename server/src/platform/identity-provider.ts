import type { Configuration } from 'openid-client'
import type { Sealing } from './sealing'

export interface IdentityProviderSettings {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string
}

/** Who somebody is at the provider: the two together name one account for ever. */
export interface ProvenIdentity {
  readonly issuer: string
  readonly subject: string
  /** Whether the provider says that it asked for more than one factor. */
  readonly isTwoFactor: boolean
}

/** An OpenID provider that people may sign in with. */
export interface IdentityProvider {
  readonly issuer: string
  /** Address the browser is sent to; the state is a secret of this one way. */
  addressFor(state: string): Promise<URL>
  /** Who came back; an error when anything about the answer is not as it must be. */
  identityOf(answer: URL, state: string): Promise<ProvenIdentity>
}

/**
 * The authorization code flow with PKCE. Verifier and nonce follow from the state, so that nothing is kept
 * between the two requests; the ID token's signature, issuer, audience, nonce and times are checked, and
 * the issuer of the answer where the provider names it.
 */
export function openIdProvider(
  settings: IdentityProviderSettings,
  sealing: Sealing,
): IdentityProvider {
  const { issuer, redirectUri } = settings
  // Asked for with the first sign-in, since a start must not depend on the provider.
  let discovered: Promise<Configuration> | undefined
  const configuration = () => (discovered ??= discover(settings).catch(forget))
  const forget = (error: unknown): never => {
    discovered = undefined
    throw error
  }
  const secretOf = (use: string, state: string) =>
    sealing.derive(`${use} ${state}`).toString('base64url')

  return {
    issuer: issuer.href.replace(/\/$/, ''),
    addressFor: async (state) => {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await import('openid-client')
      return buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        response_type: 'code',
        state,
        nonce: secretOf('nonce', state),
        code_challenge: await calculatePKCECodeChallenge(secretOf('verifier', state)),
        code_challenge_method: 'S256',
      })
    },
    identityOf: async (answer, state) => {
      const { authorizationCodeGrant } = await import('openid-client')
      const tokens = await authorizationCodeGrant(await configuration(), answer, {
        expectedState: state,
        expectedNonce: secretOf('nonce', state),
        pkceCodeVerifier: secretOf('verifier', state),
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('no ID token')
      const methods = Array.isArray(claims['amr']) ? claims['amr'] : []
      return { issuer: claims.iss, subject: claims.sub, isTwoFactor: methods.includes('mfa') }
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: IdentityProviderSettings) {
  const { ClientSecretBasic, allowInsecureRequests, discovery, enableNonRepudiationChecks } =
    await import('openid-client')
  return discovery(issuer, clientId, undefined, ClientSecretBasic(clientSecret), {
    // Without the first, a token is trusted for the connection it came over alone. Plain http passes the
    // configuration on this machine only.
    execute: [
      enableNonRepudiationChecks,
      ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : []),
    ],
    timeout: 10,
  })
}
