import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, PageArgs } from '#access'
import { PersonCard, cardOf } from '#accounts'
import { pageInMemory, pageOf } from '#platform'
import { Assessment } from '../assessment'
import type { AssessmentRow } from '../assessment.rows'
import { visible } from '../visible'
import { batchIdOf, batchUuidOf, seenBy } from './batch'
import { batchesOfAssessments, cellsOfBatches } from './batch.rows'
import { FigureBatch, FigureBatchCell, FigureBatchConnection } from './batch.type'

@ArgsType()
class FigureBatchArgs {
  @Access(OWNER)
  @Field(() => ID, { description: 'Id of the batch.' })
  readonly id!: string
}

@Resolver(() => Assessment)
export class AssessmentFigureBatches {
  @Access(OWNER)
  @FieldResolver(() => FigureBatchConnection, {
    nullable: true,
    description:
      'Figures that were written together, such as imports and what undid them, the newest first. A contributor sees what is in them of the own figures.',
  })
  async figureBatches(
    @Root() row: AssessmentRow,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ) {
    return pageInMemory(await batchesOf(context, row), pageOf(args), ({ uuid }) => uuid)
  }

  @Access(OWNER)
  @FieldResolver(() => FigureBatch, {
    nullable: true,
    description: 'One of the batches by id. Null where the viewer knows of none.',
  })
  async figureBatch(
    @Root() row: AssessmentRow,
    @Args(() => FigureBatchArgs) { id }: FigureBatchArgs,
    @Ctx() context: Context,
  ) {
    const uuid = batchUuidOf(id)
    return (await batchesOf(context, row)).find((batch) => batch.uuid === uuid) ?? null
  }
}

async function batchesOf(context: Context, { id }: AssessmentRow) {
  const seen = seenBy(context.viewer, id)
  return visible(context, 'OWN_CONTENT', await context.load(batchesOfAssessments, id, seen))
}

@Resolver(() => FigureBatch)
export class FigureBatchFields {
  @Access(OWNER)
  @FieldResolver(() => ID, { description: 'Opaque id of the batch.' })
  id(@Root() { uuid }: FigureBatch): string {
    return batchIdOf(uuid)
  }

  @Access(OWNER)
  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Id of the batch that it undid. Null where it undid none.',
  })
  undoes(@Root() { undoneUuid }: FigureBatch): string | null {
    return undoneUuid && batchIdOf(undoneUuid)
  }

  @Access(OWNER)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Person who wrote it.' })
  author(@Root() batch: FigureBatch, @Ctx() context: Context) {
    return cardOf(context, 'OWN_CONTENT', batch, batch.writtenBy)
  }

  @Access(OWNER)
  @FieldResolver(() => [FigureBatchCell], {
    description: 'Its figures, by code of the data element, the reporting year first.',
  })
  async cells(@Root() { uuid, assessmentId }: FigureBatch, @Ctx() context: Context) {
    const seen = seenBy(context.viewer, assessmentId)
    return visible(context, 'OWN_CONTENT', await context.load(cellsOfBatches, uuid, seen))
  }
}
