import type { PortalTexts } from '@pmm/portal-kit'

/** A lazy chunk per language for the pages before the portal, and one with the texts of all nouns behind them. */
export const texts: PortalTexts = {
  first: { en: () => import('./entrance-en'), fr: () => import('./entrance-fr') },
  rest: { en: () => import('./texts-en'), fr: () => import('./texts-fr') },
}
