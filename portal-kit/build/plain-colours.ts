import type { Plugin } from 'vite'

const module = /@nuxt\/ui\/dist\/runtime\/plugins\/colors\.js/
const condition = 'import.meta.client && nuxtApp.isHydrating'

/**
 * Keeps Nuxt UI 4.11 from putting its colours into the page twice: first in a style of its own, which the
 * content security policy refuses, and then through the head manager, which gives it the page's nonce.
 */
export function plainColours(): Plugin {
  return {
    name: 'pmm:plain-colours',
    enforce: 'pre',
    transform(code, id) {
      if (!module.test(id)) return null
      if (!code.includes(condition)) {
        this.error('Nuxt UI inserts its colours in another way now: look at the style it inserts.')
      }
      return { code: code.replace(condition, 'false'), map: null }
    },
  }
}
