/** The cross-checks of figures that a version carries: reading and, in a draft, writing them. */
import { ValidationRuleCreate } from './rule-create'
import { ValidationRuleRemove } from './rule-remove'
import { ValidationRulePayloadFields } from './rule.payload'
import { ValidationRuleUpdate } from './rule-update'
import { ValidationRuleFields } from './validation-rule'

export const validationRuleResolvers = [
  ValidationRuleFields,
  ValidationRuleCreate,
  ValidationRuleUpdate,
  ValidationRuleRemove,
  ValidationRulePayloadFields,
]
