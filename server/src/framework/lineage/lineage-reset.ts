import { Args, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { OnceInput, inputOf } from '../command-input'
import { LineageKind } from './enums'
import { LineagePayload } from './lineage.payload'
import { lockLineage } from './lock-lineage'
import { noteStatement } from './note-statement'

@InputType('LineageResetInput', { description: 'Which statement is taken back.' })
export class LineageResetInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the draft.' })
  readonly versionId!: string

  @Access(SECRETARIAT)
  @Field(() => LineageKind, { description: 'Kind of the node.' })
  readonly kind!: LineageKind

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the node; left out for a retired ancestor.',
  })
  readonly code?: string | null

  @Access(SECRETARIAT)
  @Field(() => [String], { description: 'Code of the retired ancestor; else none.' })
  readonly ancestors!: readonly string[]

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Value of `NodeLineage.version`, as last seen.' })
  readonly expectedVersion!: number
}

const ResetArgs = inputOf(LineageResetInput)

@Resolver()
export class LineageReset {
  @Access(SECRETARIAT)
  @Mutation(() => LineagePayload, {
    description:
      'Takes back what was stated about a node of a draft; its lineage then follows from comparison again.',
  })
  lineageReset(
    @Args(() => ResetArgs) { input }: { input: LineageResetInput },
    @Ctx() context: Context,
  ) {
    return context.command('lineageReset', input, async (scope) => {
      const draft = await lockLineage(context, scope, input)
      expectVersion(draft.before, input.expectedVersion, draft.ids)
      await draft.clear()
      await noteStatement(scope, draft, [])
      scope.record({
        action: 'lineageReset',
        objectType: 'FrameworkVersion',
        objectId: draft.ids.versionId,
        administrationId: null,
        before: draft.links,
        after: [],
        facts: {
          code: draft.snapshot.version.code,
          node: input.code ?? input.ancestors[0] ?? '',
        },
      })
      return draft.ids
    })
  }
}
