import { wayOf, type Shell } from './way'

// Service worker of the member portal. Nothing but its installation puts anything on the device, and that is the list the
// build wrote: an answer to a person never comes near it.

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Installing extends Lasting {
  addRoutes?(route: { condition: { requestMethod: string }; source: 'network' }): Promise<void>
}
interface Fetching extends Lasting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
declare const self: {
  addEventListener(type: 'install', act: (event: Installing) => void): void
  addEventListener(type: 'activate', act: (event: Lasting) => void): void
  addEventListener(type: 'fetch', act: (event: Fetching) => void): void
  skipWaiting(): Promise<void>
}
declare const __PMM_SHELL__: Shell

const shell = __PMM_SHELL__
const CACHES = 'pmm-shell-'
const cacheName = CACHES + shell.release
/** A page that takes longer is shown as it was kept. */
const PATIENCE_MS = 5000

self.addEventListener('install', (event) => {
  event.waitUntil(keep())
  // Where the browser can, what is sent does not even wait for the worker: the last save of a page that closes is among it.
  const past = event.addRoutes?.({ condition: { requestMethod: 'POST' }, source: 'network' })
  past?.catch(() => undefined)
})
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()))
self.addEventListener('fetch', (event) => {
  const way = wayOf(event.request, shell, location.origin)
  if (way === 'page') event.respondWith(fromNetwork(event.request))
  if (way === 'file') event.respondWith(fromDevice(event.request))
})

// It waits for no tab to close: pages come from the network first, and none is reloaded by it.
async function keep(): Promise<void> {
  const cache = await caches.open(cacheName)
  const asNobody = (path: string) => new Request(path, { credentials: 'omit' })
  await cache.addAll([shell.page, ...shell.files].map(asNobody))
  await self.skipWaiting()
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys()
  const former = names.filter((name) => name.startsWith(CACHES) && name !== cacheName)
  await Promise.all(former.map((name) => caches.delete(name)))
}

const kept = (what: string | Request) => caches.match(what, { cacheName, ignoreVary: true })

async function fromNetwork(request: Request): Promise<Response> {
  const answer = fetch(request)
  const instead = () => kept(shell.page).then((page) => page ?? answer)
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)).then(instead)
  return Promise.race([answer.catch(instead), late])
}

const fromDevice = async (request: Request): Promise<Response> =>
  (await kept(request)) ?? fetch(request)
