import type { IncomingHttpHeaders } from 'node:http'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i

/**
 * Whether a request that carries a cookie comes from our own pages. Browsers send Origin with every
 * POST. On loopback there is no configured origin: it is compared with Host, which must name the machine
 * itself, since a foreign name can be made to lead here. Where browsers say how the page that asks stands
 * to us, anything but our own page and the address bar is foreign.
 */
export function originAllowed(
  headers: IncomingHttpHeaders,
  publicOrigin: string | undefined,
): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (publicOrigin) return origin === undefined || origin === publicOrigin
  if (host === undefined || !LOOPBACK.test(host)) return false
  return origin === undefined || origin === `http://${host}`
}
