import type { FastifyCompressOptions } from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

const policy = (...directives: readonly string[]) => directives.join('; ')
const CLOSED = ["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"] as const

/** What is no page: it may load nothing, whoever is made to show it as one. */
const ANSWER = policy("default-src 'none'", "form-action 'none'", ...CLOSED)

/** How answers of more than a kilobyte travel. Quick rather than small: they are made for one reader. */
export const COMPRESSED = { encodings: ['gzip', 'identity'] } satisfies FastifyCompressOptions

/** Files of a page. A worker answers by the policy of its own file. */
export const ASSETS = policy("default-src 'self'", "form-action 'none'", ...CLOSED)

/** The worker that keeps the shell of the member portal: it fetches from here and runs nothing else. */
export const WORKER = policy(
  "default-src 'none'",
  "connect-src 'self'",
  "form-action 'none'",
  ...CLOSED,
)

/**
 * Pages of the portals and of the public: nothing inline, nothing from elsewhere. The styles that the
 * component library writes carry the nonce of the page.
 */
export const pagePolicy = (nonce: string) =>
  policy(
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    ...CLOSED,
  )

/** The explorer alone writes inline styles: its editor measures text by them. */
export const EXPLORER = policy(
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  ...CLOSED,
)

const PERMISSIONS = [
  'accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'fullscreen', 'geolocation', 'gyroscope',
  'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock',
  'serial', 'usb', 'xr-spatial-tracking',
].map((name) => `${name}=()`).join(', ') // prettier-ignore

const YEAR = 31_536_000

/** Headers of every answer; who serves something that may be kept or shown says so itself. */
export function secureAnswers(http: FastifyInstance, publicOrigin: string | undefined): void {
  http.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'content-security-policy': ANSWER,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'permissions-policy': PERMISSIONS,
      'cache-control': 'no-store',
    })
    if (publicOrigin?.startsWith('https:')) {
      reply.header('strict-transport-security', `max-age=${YEAR}; includeSubDomains`)
    }
  })
}
