/** Versions of the framework and figures of an assessment as files: out for whoever may read them, in through a dry run. */
import {
  FigureImportCheck,
  FigureImportFindingFields,
  FigureImportProblemFields,
} from './figures/figure-import-check'
import { FigureImportStart } from './figures/figure-import-start'
import { FrameworkImportApply, FrameworkImportApplyPayloadFields } from './import-apply'
import { FrameworkImportCheck, FrameworkImportPayloadFields } from './import-check'
import { FrameworkImportQuery, ImportProblemFields } from './framework-import.query'
import { FrameworkImportRecheck } from './import-recheck'
import { FrameworkImportStart } from './import-start'

export { frameworkFiles } from './downloads'
export { assessmentFiles } from './figures/downloads'
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
  FigureImportStart,
  FigureImportCheck,
  FigureImportFindingFields,
  FigureImportProblemFields,
]
