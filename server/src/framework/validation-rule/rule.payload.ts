import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows, type Context } from '#access'
import { snapshotOf } from '../catalogue'
import { ValidationRule } from './validation-rule'

@ObjectType('ValidationRulePayload', { description: 'Answer to a command on a validation rule.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ValidationRulePayload {
  readonly code?: string
  readonly versionId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@Resolver(() => ValidationRulePayload)
export class ValidationRulePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => ValidationRule, {
    nullable: true,
    description:
      'Rule as it is now; after a stale change, the current one. Null when the command was refused or the rule is gone.',
  })
  async validationRule(
    @Root() { code, versionId }: ValidationRulePayload,
    @Ctx() context: Context,
  ) {
    if (!code || !versionId) return null
    const snapshot = await snapshotOf(context, versionId)
    return snapshot?.rules.find((rule) => rule.code === code) ?? null
  }
}
