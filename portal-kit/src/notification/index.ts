export { default as Inbox, type NoticeTarget } from './components/Inbox.vue'
export { default as NotificationBell } from './components/NotificationBell.vue'
