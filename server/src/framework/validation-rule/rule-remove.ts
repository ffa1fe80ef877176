import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { uuidOf } from '#platform'
import { noteChange } from '../change'
import { EditInput, inputOf } from '../command-input'
import { lockContent } from '../content-lock'
import { ValidationRulePayload } from './rule.payload'
import { ruleOfRow } from './rule-update'

@InputType('ValidationRuleRemoveInput', { description: 'A validation rule to be taken out.' })
export class ValidationRuleRemoveInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the rule.' })
  readonly ruleId!: string
}

const RemoveArgs = inputOf(ValidationRuleRemoveInput)

@Resolver()
export class ValidationRuleRemove {
  @Access(SECRETARIAT)
  @Mutation(() => ValidationRulePayload, {
    description: 'Takes a validation rule out of a draft. Published versions keep theirs.',
  })
  validationRuleRemove(
    @Args(() => RemoveArgs) { input }: { input: ValidationRuleRemoveInput },
    @Ctx() context: Context,
  ) {
    return context.command('validationRuleRemove', input, async (scope) => {
      const { db, viewer, record } = scope
      const id = uuidOf('VR', input.ruleId)
      const row = await lockContent(db, viewer, 'validationRule', id, ['input', 'ruleId'])
      const { code, versionId } = row
      expectVersion(row, input.expectedVersion, { code, versionId })

      await db.deleteFrom('validationRule').where('id', '=', row.id).execute()
      const { sort, type, level, kpis, definition } = row
      await noteChange(
        scope,
        { kind: 'VALIDATION_RULE', id: row.id, versionId, code },
        'REMOVE',
        { code, sort, type, level, kpis, definition },
        null,
      )
      record({
        action: 'validationRuleRemove',
        objectType: 'ValidationRule',
        objectId: row.id,
        administrationId: null,
        before: ruleOfRow(row),
        facts: { rule: code },
      })
      return { versionId }
    })
  }
}
