export { default as BackingList } from './BackingList.vue'
export type { BackingItem } from './model'
export { useLanguageName } from './use-language-name'
