import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuseAtDoor } from './door'
import { ASSETS, COMPRESSED, EXPLORER, WORKER, pagePolicy } from './headers'

/** Folders of the built pages. */
export interface FileRoots {
  readonly member: string
  readonly admin: string
  readonly publicPages: string
  readonly explorer: string
  /** The printed schema with `@access`. */
  readonly schema: string
  /** Whether every page says that its figures are invented. */
  readonly isDemonstration: boolean
}

const NONCE = '__PMM_NONCE__'
const YEAR = 31_536_000

/** Serves the portals, the public pages, the explorer and the printed schema. */
export async function serveFiles(
  http: FastifyInstance,
  roots: FileRoots,
  isPublicPage: (path: string) => Promise<boolean>,
): Promise<void> {
  const pages = {
    member: page(roots.member, roots.isDemonstration),
    admin: page(roots.admin, roots.isDemonstration),
    publicPages: page(roots.publicPages, roots.isDemonstration),
    explorer: page(roots.explorer, roots.isDemonstration),
  }
  await http.register(fastifyStatic, {
    root: roots.member,
    serve: false,
    preCompressed: true,
  })
  const assets = (prefix: string, root: string) =>
    http.get(`${prefix}assets/*`, (request, reply) => {
      const file = (request.params as { '*': string })['*']
      return reply
        .header('content-security-policy', ASSETS)
        .sendFile(`assets/${file}`, root, { maxAge: YEAR * 1000, immutable: true })
    })
  assets('/', roots.publicPages)
  assets('/member/', roots.member)
  assets('/admin/', roots.admin)
  assets('/explore/', roots.explorer)

  // Asked for anew each time, so that the one of a release before stays nowhere.
  http.get('/member/worker.js', (_request, reply) =>
    reply
      .header('content-security-policy', WORKER)
      .sendFile('worker.js', roots.member, { cacheControl: false }),
  )

  for (const prefix of ['member', 'admin'] as const) {
    http.get(`/${prefix}`, (_request, reply) => reply.redirect(`/${prefix}/`, 308))
    const isKnown = addressesOf(roots[prefix])
    http.get(`/${prefix}/*`, (request, reply) => {
      const path = (request.url.split('?')[0] ?? '').slice(prefix.length + 1)
      if (isKnown(path)) return sendPage(reply, pages[prefix], 200)
      if (!wantsPage(request)) return refuseAtDoor('NOT_FOUND', request, reply)
      return sendPage(reply, withNothingHere(pages[prefix]), 404)
    })
  }
  http.get('/explore', (_request, reply) => sendExplorer(reply, pages.explorer))
  http.get('/explore/', (_request, reply) => sendExplorer(reply, pages.explorer))
  const schema = readFileSync(roots.schema, 'utf8')
  const etag = `"${createHash('sha256').update(schema).digest('base64url')}"`
  http.get('/schema.graphql', { compress: COMPRESSED }, (request, reply) => {
    reply.headers({ etag, 'cache-control': 'public, max-age=300' })
    if (request.headers['if-none-match'] === etag) return reply.status(304).send()
    return reply.type('text/plain; charset=utf-8').send(schema)
  })
  http.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const isKnown = isRead && (await isPublicPage(path))
    if (isKnown) return sendPage(reply, pages.publicPages, 200)
    if (isRead && wantsPage(request)) {
      return sendPage(reply, withNothingHere(pages.publicPages), 404)
    }
    return refuseAtDoor('NOT_FOUND', request, reply)
  })
}

const wantsPage = (request: FastifyRequest): boolean =>
  (request.headers.accept ?? '').includes('text/html')

/** Which addresses the routes of a built portal know, as its build wrote them down. */
function addressesOf(root: string): (path: string) => boolean {
  const file = join(root, '.vite', 'routes.json')
  const sources = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []
  const patterns = sources.map((source) => new RegExp(source, 'i'))
  return (path) => patterns.some((pattern) => pattern.test(path))
}

function page(root: string, isDemonstration: boolean): string {
  const file = join(root, 'index.html')
  const html = existsSync(file) ? readFileSync(file, 'utf8') : ''
  // The strip "Demonstration data" is the default, so that it cannot be lost by mistake.
  const mark = `<meta name="pmm-demonstration" content="${isDemonstration ? 'yes' : 'no'}" />`
  return html.replace('</head>', `  ${mark}\n  </head>`)
}

// For readers whose browser runs no script; with one the page says it in the reader's language.
const NOTHING_HERE =
  '<noscript><p lang="en">There is nothing at this address. <a href="/">Published results</a></p>' +
  '<p lang="fr">Il n’y a rien à cette adresse. <a href="/">Résultats publiés</a></p></noscript>'

const withNothingHere = (html: string) => html.replace('<body>', `<body>\n    ${NOTHING_HERE}`)

function sendPage(reply: FastifyReply, html: string, status: number): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', pagePolicy(nonce))
    .send(html.replaceAll(NONCE, nonce))
}

const sendExplorer = (reply: FastifyReply, html: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('content-security-policy', EXPLORER).send(html)
