export { default as ChangeLines } from './ChangeLines.vue'
export type { ChangedKpi, ChangedPart, ChangeLine } from './model'
export { useChangeWords } from './use-change-words'
