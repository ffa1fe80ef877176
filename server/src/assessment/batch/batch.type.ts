import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Access, MEMBER, OWNER, PUBLIC, PageInfo, Rows } from '#access'
import { DateTimeScalar } from '#platform'
import { DataValueRevision } from '../data-value.type'

@InputType({
  description: 'Marks figures that are written together, be it in several calls, as one batch.',
})
export class FigureBatchInput {
  @Access(MEMBER)
  @Field(() => ID, {
    description:
      'UUID made by the client: calls of one person with the same key write into one batch.',
  })
  readonly key!: string

  @Access(MEMBER)
  @Field(() => String, {
    nullable: true,
    description: 'Name of the file the figures come from, 200 characters at most.',
  })
  readonly fileName?: string | null

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the batch that is undone, for the list of batches to say so.',
  })
  readonly undoes?: string | null
}

@ObjectType({
  description: 'One figure of a batch: as it was before, as the batch left it, and as it is now.',
})
@Rows('OWN_CONTENT')
@Access(OWNER)
export class FigureBatchCell {
  readonly administrationId!: string
  readonly assessmentId!: string

  @Access(OWNER)
  @Field(() => String, { description: 'Code of the data element.' })
  readonly elementCode!: string

  @Access(OWNER)
  @Field(() => Int, { description: 'Calendar year of the figure.' })
  readonly year!: number

  @Access(OWNER)
  @Field(() => DataValueRevision, {
    nullable: true,
    description: 'What was there before the batch. Null where nothing had ever been entered.',
  })
  readonly before!: DataValueRevision | null

  @Access(OWNER)
  @Field(() => DataValueRevision, { description: 'What the batch wrote.' })
  readonly after!: DataValueRevision

  @Access(OWNER)
  @Field(() => DataValueRevision, {
    description: 'What is there now; the same revision where nobody has changed it since.',
  })
  readonly current!: DataValueRevision
}

@ObjectType({
  description: 'Figures that were written together, such as those of one imported workbook.',
})
@Rows('OWN_CONTENT')
@Access(OWNER)
export class FigureBatch {
  readonly uuid!: string
  readonly administrationId!: string
  readonly assessmentId!: string
  /** One of those it wrote, as far as the viewer may know of them. */
  readonly elementCode!: string
  readonly writtenBy!: string | null
  readonly undoneUuid!: string | null

  @Access(OWNER)
  @Field(() => DateTimeScalar, { description: 'Timestamp of its first figure.' })
  readonly writtenAt!: string

  @Access(OWNER)
  @Field(() => String, {
    nullable: true,
    description: 'Name of the file they come from. Null where they come from none.',
  })
  readonly fileName!: string | null

  @Access(OWNER)
  @Field(() => Int, { description: 'Number of its figures.' })
  readonly figureCount!: number

  @Access(OWNER)
  @Field(() => Int, {
    description: 'Number of those that nobody has changed since: the ones that can be undone.',
  })
  readonly currentCount!: number
}

@ObjectType({ description: 'Page of batches.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FigureBatchConnection {
  @Access(PUBLIC)
  @Field(() => [FigureBatch], { description: 'Batches of the page.' })
  readonly nodes!: readonly FigureBatch[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of batches.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands.' })
  readonly pageInfo!: PageInfo
}
