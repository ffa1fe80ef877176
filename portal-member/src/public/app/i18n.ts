import type { PortalTexts } from '@pmm/portal-kit'

/** One lazy chunk per language, made of the texts of all nouns. */
export const texts: PortalTexts = {
  first: { en: () => import('./texts-en'), fr: () => import('./texts-fr') },
}
