export { DocumentGate } from './document-gate'
export { readDocument, refusalOf, type Gated } from './gate'
export { LIMITS, NESTING, REFUSALS, type GateReason } from './limits'
