import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { uuidOf } from '#platform'
import { saveNode } from '../change'
import { EditInput, inputOf } from '../command-input'
import { lockContent } from '../content-lock'
import { ValidationRuleContentInput, columnsOf, ruleOfInput } from './rule.input'
import { ValidationRulePayload } from './rule.payload'
import { ensureRule } from './rule-scope'

@InputType('ValidationRuleUpdateInput', {
  description: 'A validation rule of a draft, as a whole.',
})
export class ValidationRuleUpdateInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the rule.' })
  readonly ruleId!: string

  @Access(SECRETARIAT)
  @Field(() => ValidationRuleContentInput, { description: 'Content of the rule.' })
  readonly rule!: ValidationRuleContentInput
}

const UpdateArgs = inputOf(ValidationRuleUpdateInput)

@Resolver()
export class ValidationRuleUpdate {
  @Access(SECRETARIAT)
  @Mutation(() => ValidationRulePayload, { description: 'Changes a validation rule of a draft.' })
  validationRuleUpdate(
    @Args(() => UpdateArgs) { input }: { input: ValidationRuleUpdateInput },
    @Ctx() context: Context,
  ) {
    return context.command('validationRuleUpdate', input, async (scope) => {
      const { db, viewer, record } = scope
      const id = uuidOf('VR', input.ruleId)
      const row = await lockContent(db, viewer, 'validationRule', id, ['input', 'ruleId'])
      const { versionId } = row
      expectVersion(row, input.expectedVersion, { code: row.code, versionId })
      const rule = ruleOfInput(input.rule, ['input', 'rule'])
      await ensureRule(db, versionId, rule, row.id)

      await saveNode(scope, 'VALIDATION_RULE', row, columnsOf(rule))
      record({
        action: 'validationRuleUpdate',
        objectType: 'ValidationRule',
        objectId: row.id,
        administrationId: null,
        before: ruleOfRow(row),
        after: rule,
        facts: { rule: rule.code, type: rule.type, level: rule.level },
      })
      return { code: rule.code, versionId }
    })
  }
}

/** A stored rule as the log keeps it. */
export const ruleOfRow = (row: {
  readonly code: string
  readonly type: string
  readonly level: string
  readonly kpis: unknown
  readonly definition: unknown
}) => ({
  code: row.code,
  type: row.type,
  level: row.level,
  kpis: row.kpis,
  ...(row.definition as object),
})
