export { default as AuditLog, type AuditTarget } from './components/AuditLog.vue'
