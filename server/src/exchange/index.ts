/** Whole versions of the framework as files: out for everybody who may read them, in through a dry run. */
import { FrameworkImportApply, FrameworkImportApplyPayloadFields } from './import-apply'
import { FrameworkImportCheck, FrameworkImportPayloadFields } from './import-check'
import { FrameworkImportQuery, ImportProblemFields } from './framework-import.query'
import { FrameworkImportRecheck } from './import-recheck'
import { FrameworkImportStart } from './import-start'

export { frameworkFiles } from './downloads'
export { pruneImports } from './prune-imports'
export { catalogueSchema } from './read-file'

/** Resolvers of the noun. */
export const exchangeResolvers = [
  FrameworkImportQuery,
  ImportProblemFields,
  FrameworkImportStart,
  FrameworkImportCheck,
  FrameworkImportPayloadFields,
  FrameworkImportRecheck,
  FrameworkImportApply,
  FrameworkImportApplyPayloadFields,
]
