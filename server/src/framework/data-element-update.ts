import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { DecimalScalar, Refusal, uuidOf } from '#platform'
import { saveNode } from './change'
import { EditInput, LocalizedTextInput, inputOf } from './command-input'
import { lockContent } from './content-lock'
import { elementProblems } from './data-element-checks'
import { editTexts } from './edit-texts'
import { ElementNature, ElementOrigin, ValueType } from './enums'
import { hiddenProblems } from './hidden-problems'
import { DataElementUpdatePayload } from './node.payload'
import { ProvenanceInput, provenanceProblems, storedProvenance } from './provenance-input'
import { lengthProblems } from './text-length'

@InputType('DataElementUpdateInput', {
  description: 'Content of a data element of a draft; what is left out stays.',
})
export class DataElementUpdateInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the data element.' })
  readonly dataElementId!: string

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, { nullable: true, description: 'Label.' })
  readonly label?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, { nullable: true, description: 'Definition.' })
  readonly description?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => ValueType, { nullable: true, description: 'Kind of figure.' })
  readonly valueType?: keyof typeof ValueType | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Unit of the figure, in English.' })
  readonly unit?: string | null

  @Access(SECRETARIAT)
  @Field(() => ElementNature, {
    nullable: true,
    description: 'Whether the figure is over the year or at its end.',
  })
  readonly nature?: keyof typeof ElementNature | null

  @Access(SECRETARIAT)
  @Field(() => ElementOrigin, { nullable: true, description: 'Who gives the figure.' })
  readonly origin?: keyof typeof ElementOrigin | null

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Smallest figure possible; null for no limit.',
  })
  readonly min?: string | null

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Largest figure possible; null for no limit.',
  })
  readonly max?: string | null

  @Access(SECRETARIAT)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether only whole numbers are possible.',
  })
  readonly isInteger?: boolean | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the scale of its levels; null for none.',
  })
  readonly scale?: string | null

  @Access(SECRETARIAT)
  @Field(() => ProvenanceInput, { nullable: true, description: 'Where the entry comes from.' })
  readonly provenance?: ProvenanceInput | null
}

const UpdateArgs = inputOf(DataElementUpdateInput)

@Resolver()
export class DataElementUpdate {
  @Access(SECRETARIAT)
  @Mutation(() => DataElementUpdatePayload, {
    description: 'Changes a data element of a draft: its texts, its figure and its origin.',
  })
  dataElementUpdate(
    @Args(() => UpdateArgs) { input }: { input: DataElementUpdateInput },
    @Ctx() context: Context,
  ) {
    return context.command('dataElementUpdate', input, async (scope) => {
      const { db, viewer, record } = scope
      const id = uuidOf('DE', input.dataElementId)
      const row = await lockContent(db, viewer, 'dataElement', id, ['input', 'dataElementId'])
      const { code, versionId } = row
      expectVersion(row, input.expectedVersion, { code, versionId })
      const { texts, translationStatus, problems } = editTexts(row, input, ['label', 'description'])
      const figure = {
        valueType: input.valueType ?? row.valueType,
        unit: input.unit?.trim() ?? row.unit,
        nature: input.nature ?? row.nature,
        origin: input.origin ?? row.origin,
        minValue: input.min === undefined ? row.minValue : input.min,
        maxValue: input.max === undefined ? row.maxValue : input.max,
        isInteger: input.isInteger ?? row.isInteger,
        scale: input.scale === undefined ? row.scale : input.scale,
      }
      const all = [
        ...problems,
        ...(await elementProblems(db, versionId, figure)),
        ...provenanceProblems(input.provenance),
        ...hiddenProblems(input),
        ...lengthProblems(input),
      ]
      if (all.length > 0) throw new Refusal(all)

      const after = {
        ...texts,
        ...figure,
        ...(input.provenance && { provenance: storedProvenance(input.provenance) }),
      }
      await saveNode(scope, 'DATA_ELEMENT', row, { ...after, translationStatus })
      record({
        action: 'dataElementUpdate',
        objectType: 'DataElement',
        objectId: row.id,
        administrationId: null,
        before: row,
        after,
        facts: { code },
      })
      return { code, versionId }
    })
  }
}
