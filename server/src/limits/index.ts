/** What a document and a caller may ask for: bounds, prices, budgets. */
export {
  BUDGETS,
  TRIAL_BUDGETS,
  forgetFullBuckets,
  rateHeaders,
  restorePerMinute,
  secondsToFull,
  type Account,
  type Bill,
  type Budgets,
  type Charge,
} from './budgets'
export { DocumentGate } from './document-gate'
export { readDocument, refusalOf, type Gated } from './gate'
export { LIMITS, MAXIMUM_COST, NESTING, REFUSALS, type GateReason } from './limits'
export { LIST_SIZES, LIST_SIZES_BY_NAME, PAGE, UNSTATED, type ListSize } from './list-sizes'
export { networkHash } from './network'
export { Pricer } from './price'
