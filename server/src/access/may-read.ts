import { isObjectType, type GraphQLSchema } from 'graphql'
import { accessOf } from './access.decorator'
import { audiencesOf } from './audiences-of'
import { CONDITIONS } from './conditions'
import { admits } from './guard'
import { noteRead, tellsContent } from './reads'
import type { Row } from './row'
import { compileRule } from './rule'
import type { Viewer } from './viewer'

/**
 * Whether the viewer may read a field of a row that is shown elsewhere than in its type, such as a
 * former value in the audit log: by the rule of that field, and by nothing else. A yes counts as read.
 */
export function mayRead(
  schema: GraphQLSchema,
  viewer: Viewer,
  at: `${string}.${string}`,
  row: object,
): boolean {
  const [typeName = '', fieldName = ''] = at.split('.')
  const type = schema.getType(typeName)
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined
  const rule = field && accessOf(field).access
  const rowClass = type && accessOf(type).rowClass
  if (!rule || !rowClass) throw new Error(`The schema has no rule for ${at}.`)
  const compiled = compileRule(rule, CONDITIONS)
  const held = audiencesOf(viewer, rowClass, row as Row)
  if (!admits(compiled, viewer, held, row as Row, () => {})) return false
  if (tellsContent(rowClass, fieldName)) noteRead(viewer, row as Row)
  return true
}
