import type { AccessRule } from './access.decorator'
import { AUDIENCES, EVERYBODY, NOBODY, PUBLIC, audienceNames, type AudienceMask } from './audience'
import type { Condition, ConditionRule } from './conditions'

export type ConditionRules = Readonly<Record<Condition, ConditionRule>>

/** A rule split into those it admits at once and those it admits if its condition holds. */
export interface CompiledRule {
  readonly free: AudienceMask
  readonly asked: AudienceMask
  readonly condition: ConditionRule | null
  readonly audiences: AudienceMask
}

/** Who comes in when PUBLIC is named: everybody who holds any audience. */
export const reach = (audiences: AudienceMask): AudienceMask =>
  audiences & PUBLIC ? EVERYBODY : audiences

export function compileRule(rule: AccessRule, conditions: ConditionRules): CompiledRule {
  const condition = rule.when ? conditions[rule.when] : null
  let free = NOBODY
  let asked = NOBODY
  for (const { bit } of AUDIENCES) {
    if ((reach(rule.audiences) & bit) === 0) continue
    if (condition && condition.narrows & enteringAs(rule.audiences, bit)) asked |= bit
    else free |= bit
  }
  return { free, asked, condition, audiences: rule.audiences }
}

/** An audience the rule names enters as itself, any other as the public. */
export const enteringAs = (audiences: AudienceMask, bit: AudienceMask): AudienceMask =>
  audiences & bit ? bit : PUBLIC

/** Whether a rule needs a guard at all; one that is free for everybody does not. */
export const isRestricted = (rule: CompiledRule): boolean => rule.free !== EVERYBODY

/** Whether `rule` lets anybody in whom `limit` keeps out. */
export function isWider(rule: AccessRule, limit: AccessRule, conditions: ConditionRules): boolean {
  if (reach(rule.audiences) & ~reach(limit.audiences)) return true
  if (limit.when === null || limit.when === rule.when) return false
  const asked = compileRule(limit, conditions).asked
  return (reach(rule.audiences) & asked) !== 0
}

/** Whether everybody whom `ceiling` admits is admitted by `rule` without a condition. */
export function opensToAll(
  rule: AccessRule,
  ceiling: AccessRule,
  conditions: ConditionRules,
): boolean {
  return (reach(ceiling.audiences) & ~compileRule(rule, conditions).free) === 0
}

/** The rule in words, as descriptions and the matrix carry it. */
export function ruleInWords({ audiences, when }: AccessRule): string {
  const names = audienceNames(audiences).join(', ')
  return when ? `${names} when ${when}` : names
}
