import { Args, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { DecimalScalar, Refusal, badInput, uuidOf, type Db, type ProblemDetail } from '#platform'
import { saveNode } from './change'
import { EditInput, LocalizedTextInput, inputOf } from './command-input'
import { lockContent } from './content-lock'
import { hiddenProblems } from './hidden-problems'
import { goalsOf, ofKind } from './mapping/mapping'
import { mappingsOfOutcome, replaceCodes } from './mapping/replace-codes'
import { editTexts, weightProblems } from './edit-texts'
import { ExpectedOutcomeUpdatePayload } from './node.payload'
import { ProvenanceInput, provenanceProblems, storedProvenance } from './provenance-input'
import { lengthProblems } from './text-length'

@InputType('ExpectedOutcomeUpdateInput', {
  description: 'Content of an expected outcome of a draft; what is left out stays.',
})
export class ExpectedOutcomeUpdateInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the expected outcome.' })
  readonly expectedOutcomeId!: string

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, { nullable: true, description: 'Name.' })
  readonly name?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, { nullable: true, description: 'Description.' })
  readonly description?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Weight in the score of the dimension.',
  })
  readonly weight?: string | null

  @Access(SECRETARIAT)
  @Field(() => [Int], {
    nullable: true,
    description: 'Numbers of all Sustainable Development Goals it maps to.',
  })
  readonly sdgs?: readonly number[] | null

  @Access(SECRETARIAT)
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of all WCO instruments it maps to.',
  })
  readonly instruments?: readonly string[] | null

  @Access(SECRETARIAT)
  @Field(() => ProvenanceInput, { nullable: true, description: 'Where the entry comes from.' })
  readonly provenance?: ProvenanceInput | null
}

const UpdateArgs = inputOf(ExpectedOutcomeUpdateInput)

@Resolver()
export class ExpectedOutcomeUpdate {
  @Access(SECRETARIAT)
  @Mutation(() => ExpectedOutcomeUpdatePayload, {
    description: 'Changes an expected outcome of a draft.',
  })
  expectedOutcomeUpdate(
    @Args(() => UpdateArgs) { input }: { input: ExpectedOutcomeUpdateInput },
    @Ctx() context: Context,
  ) {
    return context.command('expectedOutcomeUpdate', input, async (scope) => {
      const { db, viewer, record } = scope
      const id = uuidOf('OU', input.expectedOutcomeId)
      const row = await lockContent(db, viewer, 'expectedOutcome', id, [
        'input',
        'expectedOutcomeId',
      ])
      const { code, versionId } = row
      expectVersion(row, input.expectedVersion, { code, versionId })
      const { texts, translationStatus, problems } = editTexts(row, input, ['name', 'description'])
      const mappings = await mappingsOfOutcome(db, versionId, code)
      const mapped = {
        sdgs: goalsOf(mappings),
        instruments: ofKind(mappings, 'INSTRUMENT').map(({ target }) => target),
      }
      const after = {
        ...texts,
        weight: input.weight ?? row.weight,
        sdgs: [...new Set(input.sdgs ?? mapped.sdgs)].toSorted((a, b) => a - b),
        instruments: [...new Set(input.instruments ?? mapped.instruments)],
        ...(input.provenance && { provenance: storedProvenance(input.provenance) }),
      }
      const all = [
        ...problems,
        ...weightProblems(input.weight),
        ...provenanceProblems(input.provenance),
        ...hiddenProblems(input),
        ...lengthProblems(input),
        ...(await mappingProblems(db, versionId, after)),
      ]
      if (all.length > 0) throw new Refusal(all)

      const { sdgs, instruments, ...columns } = after
      await saveNode(scope, 'EXPECTED_OUTCOME', row, { ...columns, translationStatus })
      await replaceCodes(scope, row, mappings, { sdgs, instruments })
      const { name, description, weight } = row
      record({
        action: 'expectedOutcomeUpdate',
        objectType: 'ExpectedOutcome',
        objectId: row.id,
        administrationId: null,
        before: { name, description, weight, ...mapped },
        after,
        facts: { code },
      })
      return { code, versionId }
    })
  }
}

async function mappingProblems(
  db: Db,
  versionId: string,
  {
    sdgs,
    instruments,
  }: { readonly sdgs: readonly number[]; readonly instruments: readonly string[] },
): Promise<ProblemDetail[]> {
  const goals = new Set(
    (await db.selectFrom('sdg').select('goal').execute()).map(({ goal }) => goal),
  )
  const known = new Set(
    (await db.selectFrom('instrument').select('code').where('versionId', '=', versionId).execute())
      .map(({ code }) => code),
  ) // prettier-ignore
  return [
    ...sdgs
      .filter((goal) => !goals.has(goal))
      .map((goal) => badInput('UNKNOWN_GOAL', `There is no goal ${goal}.`, ['input', 'sdgs'])),
    ...instruments
      .filter((code) => !known.has(code))
      .map((code) =>
        badInput('UNKNOWN_CODE', `The version has no instrument ${code}.`, [
          'input',
          'instruments',
        ]),
      ),
  ]
}
