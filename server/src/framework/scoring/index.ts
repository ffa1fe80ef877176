/**
 * From a value to its score: a versioned method kept as data of each KPI. Pure, like the formulas.
 */
export { scoringCurve, tableValues, type ScorePoint } from './curve'
export { isScorable, kpiScore, normalisationProblems } from './kpi-score'
export type { NormalisationProblem, ScoreTrace } from './kpi-score'
export { weightShares, type WeightShare } from './weight-shares'
