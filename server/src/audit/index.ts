/** The audit log as people read and check it: entries, anchors, dumps. */
export { AnchorFile, type Anchor } from './anchor-file'
export { Anchoring, type AnchoringOptions } from './anchoring'
export { pruneAccessLog } from './prune-access-log'
export { dumpLine, readDumpAnswer, runDumpCommand } from './dump-command'
export { dumpLines, dumpToFile, type DumpSize } from './dump'

import { AccessLogQuery } from './access-log.query'
import { AuditEntryQuery, AuditObjectFields } from './audit-entry.query'

export const auditResolvers = [AuditEntryQuery, AuditObjectFields, AccessLogQuery]
