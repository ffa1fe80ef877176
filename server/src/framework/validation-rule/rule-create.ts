import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, type Context } from '#access'
import { notFound, uuidOf } from '#platform'
import { noteChange } from '../change'
import { OnceInput, inputOf } from '../command-input'
import { lockDraft } from '../content-lock'
import { ValidationRuleContentInput, columnsOf, ruleOfInput } from './rule.input'
import { ValidationRulePayload } from './rule.payload'
import { ensureRule } from './rule-scope'

@InputType('ValidationRuleCreateInput', { description: 'A new validation rule of a draft.' })
export class ValidationRuleCreateInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the framework version.' })
  readonly versionId!: string

  @Access(SECRETARIAT)
  @Field(() => ValidationRuleContentInput, { description: 'Content of the rule.' })
  readonly rule!: ValidationRuleContentInput
}

const CreateArgs = inputOf(ValidationRuleCreateInput)

@Resolver()
export class ValidationRuleCreate {
  @Access(SECRETARIAT)
  @Mutation(() => ValidationRulePayload, {
    description: 'Adds a validation rule to a draft, behind those it has.',
  })
  validationRuleCreate(
    @Args(() => CreateArgs) { input }: { input: ValidationRuleCreateInput },
    @Ctx() context: Context,
  ) {
    return context.command('validationRuleCreate', input, async (scope) => {
      const { db, viewer, newId, record } = scope
      const path = ['input', 'versionId']
      const versionId = uuidOf('FV', input.versionId)
      if (!versionId) throw notFound(path)
      await lockDraft(db, viewer, versionId, path, 'ALONE')
      const rule = ruleOfInput(input.rule, ['input', 'rule'])
      await ensureRule(db, versionId, rule, null)
      const last = await db
        .selectFrom('validationRule')
        .select(({ fn }) => fn.max('sort').as('sort'))
        .where('versionId', '=', versionId)
        .executeTakeFirst()

      const id = newId()
      const sort = (last?.sort ?? 0) + 1
      await db
        .insertInto('validationRule')
        .values({
          id,
          versionId,
          sort,
          ...columnsOf(rule),
          definition: JSON.stringify(columnsOf(rule).definition),
        })
        .execute()
      await noteChange(
        scope,
        { kind: 'VALIDATION_RULE', id, versionId, code: rule.code },
        'CREATE',
        null,
        { sort, ...columnsOf(rule) },
      )
      record({
        action: 'validationRuleCreate',
        objectType: 'ValidationRule',
        objectId: id,
        administrationId: null,
        after: rule,
        facts: { rule: rule.code, type: rule.type, level: rule.level },
      })
      return { code: rule.code, versionId }
    })
  }
}
