import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { DecimalScalar, Refusal, uuidOf } from '#platform'
import { saveNode } from './change'
import { EditInput, LocalizedTextInput, inputOf } from './command-input'
import { lockContent } from './content-lock'
import { editTexts, weightProblems } from './edit-texts'
import { hiddenProblems } from './hidden-problems'
import { DimensionUpdatePayload } from './node.payload'
import { ProvenanceInput, provenanceProblems, storedProvenance } from './provenance-input'
import { lengthProblems } from './text-length'

@InputType('DimensionUpdateInput', {
  description: 'Content of a dimension of a draft; what is left out stays.',
})
export class DimensionUpdateInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the dimension.' })
  readonly dimensionId!: string

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, { nullable: true, description: 'Name.' })
  readonly name?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, { nullable: true, description: 'Description.' })
  readonly description?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, { nullable: true, description: 'Weight in the overall score.' })
  readonly weight?: string | null

  @Access(SECRETARIAT)
  @Field(() => ProvenanceInput, { nullable: true, description: 'Where the entry comes from.' })
  readonly provenance?: ProvenanceInput | null
}

const UpdateArgs = inputOf(DimensionUpdateInput)

@Resolver()
export class DimensionUpdate {
  @Access(SECRETARIAT)
  @Mutation(() => DimensionUpdatePayload, { description: 'Changes a dimension of a draft.' })
  dimensionUpdate(
    @Args(() => UpdateArgs) { input }: { input: DimensionUpdateInput },
    @Ctx() context: Context,
  ) {
    return context.command('dimensionUpdate', input, async (scope) => {
      const { db, viewer, record } = scope
      const id = uuidOf('DI', input.dimensionId)
      const row = await lockContent(db, viewer, 'dimension', id, ['input', 'dimensionId'])
      const { code, versionId } = row
      expectVersion(row, input.expectedVersion, { code, versionId })
      const { texts, translationStatus, problems } = editTexts(row, input, ['name', 'description'])
      const all = [
        ...problems,
        ...weightProblems(input.weight),
        ...provenanceProblems(input.provenance),
        ...hiddenProblems(input),
        ...lengthProblems(input),
      ]
      if (all.length > 0) throw new Refusal(all)

      await saveNode(scope, 'DIMENSION', row, {
        ...texts,
        translationStatus,
        weight: input.weight ?? row.weight,
        ...(input.provenance && { provenance: storedProvenance(input.provenance) }),
      })
      record({
        action: 'dimensionUpdate',
        objectType: 'Dimension',
        objectId: row.id,
        administrationId: null,
        before: { name: row.name, description: row.description, weight: row.weight },
        after: { ...texts, weight: input.weight ?? row.weight },
        facts: { code },
      })
      return { code, versionId }
    })
  }
}
