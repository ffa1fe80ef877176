import type { AssessmentScores } from './compute'
import type { Scores } from './scores.type'

/** Computed or stored scores in the shape of the schema. */
export const scoresOf = ({ method, outcomes, dimensions, overall }: AssessmentScores): Scores => ({
  methodCode: method.code,
  methodVersion: method.version,
  methodStatus: method.status,
  outcomes,
  dimensions,
  overall: { code: 'OVERALL', ...overall },
})
