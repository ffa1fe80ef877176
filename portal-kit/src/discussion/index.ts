/** How comments look and are written, in either portal; what is asked of the server stands in the portals. */
export { default as CommentForm } from './components/CommentForm.vue'
export { default as CommentThreads } from './components/CommentThreads.vue'
export type { CommentActs, CommentEntry, CommentReader, CommentWords } from './model'
