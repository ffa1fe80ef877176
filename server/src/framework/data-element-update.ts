import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { Refusal, uuidOf } from '#platform'
import { saveNode } from './change'
import { EditInput, LocalizedTextInput, inputOf } from './command-input'
import { lockContent } from './content-lock'
import { editTexts } from './edit-texts'
import { DataElementUpdatePayload } from './node.payload'

@InputType('DataElementUpdateInput', {
  description: 'Texts of a data element of a draft; what is left out stays.',
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
}

const UpdateArgs = inputOf(DataElementUpdateInput)

@Resolver()
export class DataElementUpdate {
  @Access(SECRETARIAT)
  @Mutation(() => DataElementUpdatePayload, {
    description: 'Changes the texts of a data element of a draft.',
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
      if (problems.length > 0) throw new Refusal(problems)

      await saveNode(scope, 'DATA_ELEMENT', row, { ...texts, translationStatus })
      record({
        action: 'dataElementUpdate',
        objectType: 'DataElement',
        objectId: row.id,
        administrationId: null,
        before: { label: row.label, description: row.description },
        after: texts,
        facts: { code },
      })
      return { code, versionId }
    })
  }
}
