import type { LocaleLoaders } from '@pmm/portal-kit'

/** One lazy chunk per language, made of the texts of all nouns. */
export const locales: LocaleLoaders = {
  en: () => import('./texts-en'),
  fr: () => import('./texts-fr'),
}
