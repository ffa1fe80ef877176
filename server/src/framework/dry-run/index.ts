/** Publishing tried out: every check and what it does to released series, stored for one content. */
import { DryRunFields, DryRunImpactFields, KpiImpactFields } from './dry-run.query'
import { FrameworkVersionDryRun } from './version-dry-run'

export { checksOf, problemsOf } from './checks'
export { DryRun, KpiImpact } from './dry-run.type'
export {
  measureImpactBy,
  type Impact,
  type ImpactSubject,
  type KpiImpact as KpiImpactFacts,
  type SeriesFate,
  type ToldCount,
} from './impact'

export const dryRunResolvers = [
  FrameworkVersionDryRun,
  DryRunFields,
  KpiImpactFields,
  DryRunImpactFields,
]
