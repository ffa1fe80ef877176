import { evaluate, parse } from '../formula'
import { OLD_VALUE } from './conversion'

/** An old value under the new formula; null where the conversion needs more than the value itself. */
export function convertValue(conversion: string, value: string): string | null {
  const parsed = parse(conversion)
  if (!parsed.ok) return null
  const result = evaluate(parsed.formula, { [OLD_VALUE]: value })
  return result.state === 'VALUE' ? result.value : null
}
