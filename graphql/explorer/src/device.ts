const stored = (key: string) => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Theme chosen in the portals of this device, else that of the system. */
export const theme = (): 'dark' | 'light' => {
  const chosen = stored('pmm.theme')
  if (chosen === 'dark' || chosen === 'light') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

const WORDS = {
  en: {
    token: 'Partner token',
    hint: 'pmm_… (optional; without it you ask as nobody)',
  },
  fr: {
    token: 'Jeton de partenaire',
    hint: 'pmm_… (facultatif ; sans lui, vous demandez sans identité)',
  },
} as const

/** Language chosen in the portals of this device, else the first the browser names that we speak. */
export const language: keyof typeof WORDS =
  [stored('pmm.locale'), ...navigator.languages]
    .map((tag) => tag?.slice(0, 2))
    .find((tag) => tag === 'en' || tag === 'fr') ?? 'en'

/** The few words of the page that are ours; the editor itself speaks English. */
export const words = WORDS[language]
