import { readonly, shallowRef } from 'vue'

const HOUR_MS = 3_600_000
const hasFollower = shallowRef(false)
let isAsked = false

/** Has the browser keep the shell of this release on the device; tells whether a later one has come since the page was opened. */
export function useLaterRelease() {
  if (!isAsked && import.meta.env.PROD && 'serviceWorker' in navigator) {
    isAsked = true
    navigator.serviceWorker
      .register(`${import.meta.env.BASE_URL}worker.js`, { updateViaCache: 'none' })
      .then(follow)
      // A browser may refuse, as private windows do: there is no page without a network then.
      .catch(() => undefined)
  }
  return readonly(hasFollower)
}

function follow(registration: ServiceWorkerRegistration): void {
  const watchNext = () => {
    const next = registration.installing
    next?.addEventListener('statechange', async () => {
      if (next.state === 'activated') hasFollower.value = !(await isKept(ownEntry()))
    })
  }
  watchNext()
  registration.addEventListener('updatefound', watchNext)
  let askedAt = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - askedAt < HOUR_MS) return
    askedAt = Date.now()
    registration.update().catch(() => undefined)
  })
}

// Only the files of the latest release are kept, and the name of the first one changes with any of them.
const isKept = async (file: string | undefined) => !file || Boolean(await caches.match(file))

const ownEntry = () => document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src
