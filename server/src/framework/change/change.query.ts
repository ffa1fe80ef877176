import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, PageArgs, SECRETARIAT, type Context } from '#access'
import { connectionOf, pageOf } from '#platform'
import { FrameworkVersion } from '../framework-version'
import type { VersionHead } from '../snapshot'
import { changePage, firstPages, undoableChanges } from './change.rows'
import { FrameworkChange, FrameworkChangeConnection } from './framework-change'

const NOTHING = { rows: [], total: 0 }

@ArgsType()
class HistoryArgs extends PageArgs {
  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Code of a part, to see its changes only.' })
  readonly node?: string | null
}

@Resolver(() => FrameworkVersion)
export class FrameworkHistory {
  @Access(SECRETARIAT)
  @FieldResolver(() => FrameworkChangeConnection, {
    nullable: true,
    description: 'Changes of the version while it was a draft, the latest first.',
  })
  async history(
    @Root() version: VersionHead,
    @Args(() => HistoryArgs) args: HistoryArgs,
    @Ctx() context: Context,
  ) {
    const page = pageOf(args)
    const node = args.node ?? null
    const { rows, total } =
      page.after === null
        ? ((await context.load(firstPages, version.id, { node, first: page.first })) ?? NOTHING)
        : await context.read((db) => changePage(db, version.id, node, page))
    return connectionOf(rows, page, total, ({ seq }) => [String(seq)])
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => FrameworkChange, {
    nullable: true,
    description:
      'Newest change of the viewer that an undo would take back. Null where there is none, and outside a draft.',
  })
  undoableChange(@Root() version: VersionHead, @Ctx() context: Context) {
    const { personId } = context.viewer
    if (personId === null || version.status !== 'DRAFT') return null
    return context.load(undoableChanges, version.id)
  }
}
