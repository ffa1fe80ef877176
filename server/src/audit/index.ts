/** The audit log as people read and check it: entries, anchors, dumps. */
export { AnchorFile, type Anchor } from './anchor-file'
export { Anchoring, type AnchoringOptions } from './anchoring'
export { dumpLine, readDumpAnswer, runDumpCommand } from './dump-command'
export { dumpLines, dumpToFile, type DumpSize } from './dump'
