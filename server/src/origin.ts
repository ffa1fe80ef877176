import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request that carries a cookie comes from our own pages. Browsers send Origin with every
 * POST; on loopback there is no configured origin, so it is compared with Host.
 */
export function originAllowed(
  headers: IncomingHttpHeaders,
  publicOrigin: string | undefined,
): boolean {
  const { origin, host } = headers
  if (origin === undefined) return true
  if (publicOrigin) return origin === publicOrigin
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}
