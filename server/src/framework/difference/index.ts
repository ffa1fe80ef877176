/** What differs between two versions, as data and as a document. */
import { FrameworkDifferenceQuery, NodeDifferenceFields } from './difference.query'

export { comparedVersions, differenceDocument } from './of-versions'

export const differenceResolvers = [FrameworkDifferenceQuery, NodeDifferenceFields]
