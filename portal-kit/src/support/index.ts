export { default as PlainLayout } from './components/PlainLayout.vue'
export { default as SessionDialogs } from './components/SessionDialogs.vue'
export { default as SupportBanner } from './components/SupportBanner.vue'
