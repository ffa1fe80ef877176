import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows, type Context } from '#access'
import { snapshotOf } from '../catalogue'
import { FrameworkVersion } from '../framework-version'
import type { LineageKind } from './enums'
import { NodeLineage, type LineageRow } from './node-lineage'
import { lineageOf } from './of-version'

@ObjectType('LineagePayload', { description: 'Answer to a statement about a lineage.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class LineagePayload {
  readonly versionId?: string
  readonly kind?: LineageKind
  readonly code?: string | null
  readonly ancestorCode?: string | null

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@Resolver(() => LineagePayload)
export class LineagePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => [NodeLineage], {
    description:
      'Lineage of the node as it is now; after a stale change, the current one. Empty when the command was refused.',
  })
  async lineage(
    @Root() { versionId, kind, code, ancestorCode }: LineagePayload,
    @Ctx() context: Context,
  ): Promise<readonly LineageRow[]> {
    const found = versionId ? await lineageOf(context, versionId) : null
    if (!found) return []
    const { id, status } = found.head
    return found.links
      .filter((link) => link.kind === kind && link.code === (code ?? null))
      .filter((link) => code != null || link.ancestorCode === ancestorCode)
      .map((link) => ({ ...link, versionId: id, status }))
  }

  @Access(PUBLIC)
  @FieldResolver(() => FrameworkVersion, {
    nullable: true,
    description: 'Version the statement is about. Null when the command was refused.',
  })
  async frameworkVersion(@Root() { versionId }: LineagePayload, @Ctx() context: Context) {
    return versionId ? ((await snapshotOf(context, versionId))?.version ?? null) : null
  }
}
