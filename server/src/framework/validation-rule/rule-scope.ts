import { Refusal, badInput, type Db, type ProblemDetail } from '#platform'
import { hiddenProblems } from '../hidden-problems'
import type { ValidationRuleDefinition } from '../definition'
import { elementsOf } from '../kpi-update'
import { ruleProblems, type RuleScope } from './rule-problems'

/** Codes of a version that its rules may refer to. */
export async function ruleScopeOf(db: Db, versionId: string): Promise<RuleScope> {
  const kpis = await db
    .selectFrom('kpi')
    .select('code')
    .where('versionId', '=', versionId)
    .execute()
  return {
    elements: await elementsOf(db, versionId),
    kpis: new Set(kpis.map(({ code }) => code)),
  }
}

/** Refuses a rule that contradicts itself or its version, or takes the code of another. */
export async function ensureRule(
  db: Db,
  versionId: string,
  rule: ValidationRuleDefinition,
  ownId: string | null,
): Promise<void> {
  const problems: ProblemDetail[] = ruleProblems(rule, await ruleScopeOf(db, versionId)).map(
    (each) => ({ ...each, path: ['input', 'rule', ...each.path] }),
  )
  const namesake = await db
    .selectFrom('validationRule')
    .select('id')
    .where('versionId', '=', versionId)
    .where('code', '=', rule.code)
    .executeTakeFirst()
  if (namesake && namesake.id !== ownId) {
    problems.push(badInput('CODE_TAKEN', 'Another rule has this code.', ['input', 'rule', 'code']))
  }
  problems.push(...hiddenProblems(rule, ['input', 'rule']))
  if (problems.length > 0) throw new Refusal(problems)
}
