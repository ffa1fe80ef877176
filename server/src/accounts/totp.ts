import { generateSecret, generateURI, verify } from 'otplib'

const PERIOD_SECONDS = 30
const SECRET_BYTES = 20
const ISSUER = 'PMM Platform'

/** A secret for an authenticator app: 160 bits in Base32. */
export const newTotpSecret = (): string => generateSecret({ length: SECRET_BYTES })

/** Address that authenticator apps read from a QR code. */
export const totpUri = (secret: string, account: string): string =>
  generateURI({ issuer: ISSUER, label: account, secret })

/**
 * Step of time a code belongs to, or null when it is none of now: the step before and the one after are
 * taken too, for clocks that differ by half a minute and for slow fingers.
 */
export async function totpStep(secret: string, code: string, now: Date): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null
  const result = await verify({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: PERIOD_SECONDS,
  })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}
