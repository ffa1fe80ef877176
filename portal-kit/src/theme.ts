import { computed, readonly, ref } from 'vue'
import { readStored, writeStored } from './stored'

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

const storedKey = 'pmm.theme'
const chosen = ref<Theme>(themeOf(readStored(storedKey)))
const prefersDark = globalThis.matchMedia?.('(prefers-color-scheme: dark)')
const systemIsDark = ref(prefersDark?.matches ?? false)

prefersDark?.addEventListener('change', ({ matches }) => {
  systemIsDark.value = matches
  show()
})

const isDark = computed(
  () => chosen.value === 'dark' || (chosen.value === 'system' && systemIsDark.value),
)

function themeOf(text: string | null): Theme {
  return themes.find((theme) => theme === text) ?? 'system'
}

function show() {
  document.documentElement.classList.toggle('dark', isDark.value)
}

function setTheme(theme: Theme) {
  chosen.value = theme
  writeStored(storedKey, theme)
  show()
}

/** The chosen theme of this device and the switch for it. */
export function useTheme() {
  return { theme: readonly(chosen), isDark, setTheme }
}
