import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { Refusal, uuidOf } from '#platform'
import { saveNode } from './change'
import { EditInput, LocalizedTextInput, inputOf } from './command-input'
import { lockContent } from './content-lock'
import { editTexts } from './edit-texts'
import { hiddenProblems } from './hidden-problems'
import { InstrumentUpdatePayload } from './node.payload'
import { ProvenanceInput, provenanceProblems, storedProvenance } from './provenance-input'
import { lengthProblems } from './text-length'

@InputType('InstrumentUpdateInput', {
  description: 'Content of a WCO instrument of a draft; what is left out stays.',
})
export class InstrumentUpdateInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the instrument.' })
  readonly instrumentId!: string

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, { nullable: true, description: 'Name.' })
  readonly name?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => ProvenanceInput, { nullable: true, description: 'Where the entry comes from.' })
  readonly provenance?: ProvenanceInput | null
}

const UpdateArgs = inputOf(InstrumentUpdateInput)

@Resolver()
export class InstrumentUpdate {
  @Access(SECRETARIAT)
  @Mutation(() => InstrumentUpdatePayload, { description: 'Changes a WCO instrument of a draft.' })
  instrumentUpdate(
    @Args(() => UpdateArgs) { input }: { input: InstrumentUpdateInput },
    @Ctx() context: Context,
  ) {
    return context.command('instrumentUpdate', input, async (scope) => {
      const { db, viewer, record } = scope
      const id = uuidOf('IN', input.instrumentId)
      const row = await lockContent(db, viewer, 'instrument', id, ['input', 'instrumentId'])
      const { code, versionId } = row
      expectVersion(row, input.expectedVersion, { code, versionId })
      const { texts, translationStatus, problems } = editTexts(row, input, ['name'])
      const all = [
        ...problems,
        ...provenanceProblems(input.provenance),
        ...hiddenProblems(input),
        ...lengthProblems(input),
      ]
      if (all.length > 0) throw new Refusal(all)

      const after = {
        ...texts,
        ...(input.provenance && { provenance: storedProvenance(input.provenance) }),
      }
      await saveNode(scope, 'INSTRUMENT', row, { ...after, translationStatus })
      record({
        action: 'instrumentUpdate',
        objectType: 'Instrument',
        objectId: row.id,
        administrationId: null,
        before: { name: row.name, provenance: row.provenance },
        after,
        facts: { code },
      })
      return { code, versionId }
    })
  }
}
