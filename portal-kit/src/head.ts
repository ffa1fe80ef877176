import { createHead } from '@unhead/vue/client'
import type { App } from 'vue'

/** Nonce the server put into the page for styles; undefined in development and tests. */
export function pageNonce(): string | undefined {
  const content = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
  return content && content !== '__PMM_NONCE__' ? content : undefined
}

/** Head manager that puts the nonce on style tags; to be installed before Nuxt UI, which would bring its own. */
export function installHead(app: App, nonce = pageNonce()): void {
  const head = createHead()
  head.hooks?.hook('tags:resolve', ({ tags }) => {
    for (const tag of tags) if (tag.tag === 'style' && nonce) tag.props['nonce'] = nonce
  })
  app.use(head)
}
