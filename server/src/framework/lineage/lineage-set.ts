import { Args, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { Refusal, insertRows } from '#platform'
import { LocalizedTextInput, OnceInput, inputOf } from '../command-input'
import { hiddenProblems } from '../hidden-problems'
import { KpiRelation } from '../enums'
import { Comparability, LineageKind } from './enums'
import { LineagePayload } from './lineage.payload'
import { rowsOf } from './lineage.rows'
import { lockLineage } from './lock-lineage'
import { noteStatement } from './note-statement'
import { statementOf } from './statement'
import { continuedIn, statementProblems } from './statement-problems'

@InputType('LineageSetInput', {
  description: 'Where a node of a draft comes from, as people state it.',
})
export class LineageSetInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the draft.' })
  readonly versionId!: string

  @Access(SECRETARIAT)
  @Field(() => LineageKind, { description: 'Kind of the node.' })
  readonly kind!: LineageKind

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the node; left out to say why an ancestor is retired.',
  })
  readonly code?: string | null

  @Access(SECRETARIAT)
  @Field(() => [String], {
    description: 'Codes of its ancestors in the base version; none for a new node.',
  })
  readonly ancestors!: readonly string[]

  @Access(SECRETARIAT)
  @Field(() => KpiRelation, { description: 'How it relates to them.' })
  readonly relation!: KpiRelation

  @Access(SECRETARIAT)
  @Field(() => Comparability, { description: 'Whether old and new values may be compared.' })
  readonly comparability!: Comparability

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description:
      'Formula over the old value `V` and the data elements of the KPI; with WITH_CONVERSION only.',
  })
  readonly conversion?: string | null

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, {
    nullable: true,
    description: 'Reason, in English and French; needed where a series of a KPI ends.',
  })
  readonly note?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => Int, {
    description: 'Value of `NodeLineage.version` the statement was made on; 0 for a first one.',
  })
  readonly expectedVersion!: number
}

const SetArgs = inputOf(LineageSetInput)

@Resolver()
export class LineageSet {
  @Access(SECRETARIAT)
  @Mutation(() => LineagePayload, {
    description:
      'States where a node of a draft comes from. A KPI whose formula, elements or unit changed is comparable only through a conversion that is stored here.',
  })
  lineageSet(@Args(() => SetArgs) { input }: { input: LineageSetInput }, @Ctx() context: Context) {
    return context.command('lineageSet', input, async (scope) => {
      const { db, newId, record } = scope
      const draft = await lockLineage(context, scope, input)
      const { ids, before } = draft
      expectVersion(before, input.expectedVersion, ids)
      const problems = [
        ...statementProblems(
          draft.base,
          draft.snapshot,
          () => continuedIn(draft.base!, draft.snapshot, draft.stated),
          input,
        ),
        ...hiddenProblems(input),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const links = statementOf(draft.base!, input, before.version + 1)
      await draft.clear()
      await insertRows(db, 'nodeLineage', rowsOf(ids.versionId, links, newId))
      await noteStatement(scope, draft, links)
      record({
        action: 'lineageSet',
        objectType: 'FrameworkVersion',
        objectId: ids.versionId,
        administrationId: null,
        before: draft.links,
        after: links,
        facts: {
          code: draft.snapshot.version.code,
          node: input.code ?? input.ancestors[0] ?? '',
          relation: input.relation,
          comparability: input.comparability,
        },
      })
      return ids
    })
  }
}
