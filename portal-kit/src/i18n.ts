import { inject, type App, type InjectionKey } from 'vue'
import { createI18n, type I18n, type LocaleMessages, type VueMessageType } from 'vue-i18n'
import { keepFrenchSpaces } from './format'
import { readStored, writeStored } from './stored'

export const portalLocales = ['en', 'fr'] as const
export type PortalLocale = (typeof portalLocales)[number]

/** Texts of one locale: those of the portal's nouns by folder name, and the kit's under `kit`. */
export type Messages = Record<string, unknown>
export type LocaleLoaders = Record<PortalLocale, () => Promise<{ default: Messages }>>

export interface PortalTexts {
  /** Texts of the first page, and of what stands on all of them. */
  first: LocaleLoaders
  /** Texts of everything behind it, asked for on the way there. */
  rest?: LocaleLoaders
}

export interface LocaleSwitch {
  setLocale: (locale: PortalLocale) => Promise<void>
}

interface TextLoading {
  /** Brings the texts behind the first page, once, in the language shown and in each one chosen later. */
  loadRest: () => Promise<void>
}

type PortalI18n = I18n<
  Record<string, never>,
  Record<string, never>,
  Record<string, never>,
  string,
  false
>

const storedKey = 'pmm.locale'
const localeKey: InjectionKey<LocaleSwitch> = Symbol('locale')

/** Language the portal starts in: the person's choice on this device, else the browser's first known one. */
export function initialLocale(languages: readonly string[] = navigator.languages): PortalLocale {
  const wanted = [readStored(storedKey), ...languages].map((tag) => tag?.slice(0, 2).toLowerCase())
  return portalLocales.find((locale) => locale === wanted.find(isKnown)) ?? 'en'
}

function isKnown(tag: string | undefined): boolean {
  return portalLocales.some((locale) => locale === tag)
}

/**
 * Sets up the texts: lazy chunks per locale, the document's language kept in step, English as fallback only in
 * the sense that a missing key is an error in the locale check and never reaches a person.
 */
export async function createPortalI18n({
  first,
  rest,
}: PortalTexts): Promise<PortalI18n & LocaleSwitch & TextLoading> {
  let shown: PortalLocale = 'en'
  const i18n = createI18n({
    legacy: false,
    locale: 'en',
    fallbackLocale: false as const,
    messages: {},
    // Texts are written with ordinary spaces, which editors show.
    postTranslation: (text) =>
      typeof text === 'string' && shown === 'fr' ? keepFrenchSpaces(text) : text,
  })
  const loaded = new Map<PortalLocale, Set<LocaleLoaders>>()
  let isRestWanted = false
  // The language that is on its way, while another is still shown.
  let next: PortalLocale = shown

  // A chunk that did not arrive is asked for again the next time.
  async function load(part: LocaleLoaders | undefined, locale: PortalLocale) {
    const parts = loaded.get(locale) ?? new Set()
    if (!part || parts.has(part)) return
    const { default: messages } = await part[locale]()
    i18n.global.mergeLocaleMessage(locale, messages as LocaleMessages<VueMessageType>)
    loaded.set(locale, (loaded.get(locale) ?? new Set()).add(part))
  }

  const loadAll = (locale: PortalLocale) =>
    Promise.all([load(first, locale), isRestWanted && load(rest, locale)])

  async function loadRest() {
    isRestWanted = true
    await Promise.all([loadAll(shown), loadAll(next)])
  }

  async function show(locale: PortalLocale) {
    next = locale
    await loadAll(locale)
    shown = locale
    i18n.global.locale.value = locale
    document.documentElement.lang = locale
    document.documentElement.dir = 'ltr'
  }

  async function setLocale(locale: PortalLocale) {
    await show(locale)
    writeStored(storedKey, locale)
  }

  await show(initialLocale())
  const install = i18n.install.bind(i18n)
  return Object.assign(i18n as unknown as PortalI18n, {
    setLocale,
    loadRest,
    install(app: App) {
      install(app)
      app.provide(localeKey, { setLocale })
    },
  })
}

/** The switch for the language of the portal. */
export function useLocaleSwitch(): LocaleSwitch {
  const found = inject(localeKey, null)
  if (!found) throw new Error('No language switch here: install createPortalI18n in the app first.')
  return found
}
