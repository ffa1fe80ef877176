import { ArgsType, Field, Int, ObjectType } from 'type-graphql'
import { Access, Rows } from './access.decorator'
import { PUBLIC } from './audience'

@ArgsType()
export class PageArgs {
  @Access(PUBLIC)
  @Field(() => Int, {
    nullable: true,
    description: 'Number of rows, from 1 to 100; 20 when nothing is given.',
  })
  readonly first?: number | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the row after which the page begins, as given by `pageInfo.endCursor`.',
  })
  readonly after?: string | null
}

@ObjectType({ description: 'Where a page stands in its list.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PageInfo {
  @Access(PUBLIC)
  @Field(() => Boolean, { description: 'Whether more rows follow.' })
  readonly hasNextPage!: boolean

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row of this page. Null on an empty page.',
  })
  readonly endCursor!: string | null
}
