import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, ensure, type Context } from '#access'
import { canCreate, inputOf } from '#framework'
import { Refusal, globalId, notFound, problem, uuidOf } from '#platform'
import type { ReadContent } from './compare'
import { FrameworkImportPayload } from './import-check'
import { storeImport } from './import-store'
import { ensureFreeCode, subjectOf } from './import-subject'

const PATH = ['input', 'importId']

@InputType('FrameworkImportRecheckInput', {
  description: 'A dry run whose file is to be compared once more.',
})
export class FrameworkImportRecheckInput {
  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key with the same input acts once.',
  })
  readonly idempotencyKey?: string | null

  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the import.' })
  readonly importId!: string
}

const RecheckArgs = inputOf(FrameworkImportRecheckInput)

@Resolver()
export class FrameworkImportRecheck {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkImportPayload, {
    description:
      'Compares the file of an import once more, with the draft or base as it is now: a dry run of its own, beside the former one.',
  })
  frameworkImportRecheck(
    @Args(() => RecheckArgs) { input }: { input: FrameworkImportRecheckInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkImportRecheck', input, async (scope) => {
      const { db, viewer } = scope
      const id = uuidOf('IM', input.importId)
      const seen = id
        ? await db.selectFrom('frameworkImport').selectAll().where('id', '=', id).executeTakeFirst()
        : undefined
      if (!seen) throw notFound(PATH)
      ensure(canCreate(viewer), PATH)
      if (seen.status === 'APPLIED') {
        throw new Refusal([
          problem('CONFLICT', 'WRONG_STATE', 'The content of the file is in a draft already.', PATH), // prettier-ignore
        ])
      }
      const { fileName, format, size, sha256, absent, code } = seen
      const content = seen.content as unknown as ReadContent
      const subject = await subjectOf(db, viewer, {
        draftVersionId: seen.draftId && globalId('FV', seen.draftId),
        baseVersionId: seen.baseId && globalId('FV', seen.baseId),
      })
      if (subject.draftId === null) await ensureFreeCode(db, code)
      return storeImport(scope, 'frameworkImportRecheck', { fileName, format, size, sha256, content }, subject, { absent, code }) // prettier-ignore
    })
  }
}
