/** Outcomes mapped to goals, targets and instruments. */
import { OutcomeMappingsPayloadFields } from './mapping.payload'
import { mappingTypes } from './mapping.type'
import { OutcomeMappingsRemove } from './mappings-remove'
import { OutcomeMappingsSet } from './mappings-set'

export const mappingResolvers = [
  ...mappingTypes,
  OutcomeMappingsSet,
  OutcomeMappingsRemove,
  OutcomeMappingsPayloadFields,
]
