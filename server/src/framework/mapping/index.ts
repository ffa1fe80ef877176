/** Outcomes mapped to goals, targets and instruments. */
import { KpiMappingsSet } from './kpi-mappings-set'
import { OutcomeMappingsPayloadFields } from './mapping.payload'
import { mappingTypes } from './mapping.type'
import { OutcomeMappingsRemove } from './mappings-remove'
import { OutcomeMappingsSet } from './mappings-set'

export const mappingResolvers = [
  ...mappingTypes,
  OutcomeMappingsSet,
  OutcomeMappingsRemove,
  OutcomeMappingsPayloadFields,
  KpiMappingsSet,
]
