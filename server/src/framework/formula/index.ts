/**
 * Formulas over data elements: text in, tree, and from the tree its value, its units, its words and its picture.
 * Pure: it knows no database and no clock.
 */
export { check, unknownSymbols, type CheckedFormula } from './check'
export { denominatorsOf, standingOf } from './denominators'
export { explainFormulaError, type FormulaError, type FormulaErrorCode } from './errors'
export { evaluate, type Evaluated, type EvaluateOptions } from './evaluate'
export { FUNCTIONS, symbolOf, symbolsOf } from './formula'
export type { Formula, FunctionName, Operator, Span } from './formula'
export { bindingsOf, checkKpiFormulas, formulasOf } from './kpi-formulas'
export type { KpiFormulaError, KpiFormulas } from './kpi-formulas'
export { layout, type FormulaPart } from './layout'
export { MAX_ERRORS, MAX_LENGTH, MAX_NESTING, parse, type ParsedFormula } from './parse'
export { print, substitute } from './print'
export type { SymbolUnit } from './unit'
export { inWords } from './words'
