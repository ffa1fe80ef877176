import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request that carries a cookie comes from our own pages. Browsers send Origin with every
 * POST; on loopback there is no configured origin, so it is compared with Host. Where they say how the
 * page that asks stands to us, anything but our own page and the address bar is foreign.
 */
export function originAllowed(
  headers: IncomingHttpHeaders,
  publicOrigin: string | undefined,
): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  if (publicOrigin) return origin === publicOrigin
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}
