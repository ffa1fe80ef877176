import {
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql'
import {
  Access,
  PUBLIC,
  Problem,
  Rows,
  SECRETARIAT,
  ensure,
  type CommandScope,
  type Context,
} from '#access'
import {
  FrameworkVersion,
  canCreate,
  copyVersion,
  importCatalogue,
  inputOf,
  replaceContent,
  type CatalogueFile,
} from '#framework'
import { Refusal, globalId, notFound, problem, uuidOf } from '#platform'
import { compare, type ReadContent } from './compare'
import { importsById } from './framework-import.rows'
import { versionOf } from './framework-import.query'
import { FrameworkImport } from './framework-import.type'
import { ensureFreeCode, hashOfImport, subjectOf } from './import-subject'

const PATH = ['input', 'importId']

@InputType('FrameworkImportApplyInput', { description: 'A dry run whose result is accepted.' })
export class FrameworkImportApplyInput {
  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key with the same input acts once.',
  })
  readonly idempotencyKey?: string | null

  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the import.' })
  readonly importId!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Value of `contentHash` that was looked at.' })
  readonly expectedHash!: string
}

const ApplyArgs = inputOf(FrameworkImportApplyInput)

@ObjectType('FrameworkImportApplyPayload', { description: 'Answer to the import of a file.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkImportApplyPayload {
  readonly importId?: string
  readonly versionId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@Resolver(() => FrameworkImportApplyPayload)
export class FrameworkImportApplyPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => FrameworkImport, {
    nullable: true,
    description: 'Import as it is now. Null when the command was refused.',
  })
  frameworkImport(@Root() { importId }: FrameworkImportApplyPayload, @Ctx() context: Context) {
    return importId ? context.load(importsById, importId) : null
  }

  @Access(PUBLIC)
  @FieldResolver(() => FrameworkVersion, {
    nullable: true,
    description: 'Draft the content is in. Null when the command was refused.',
  })
  frameworkVersion(@Root() { versionId }: FrameworkImportApplyPayload, @Ctx() context: Context) {
    return versionOf(context, versionId)
  }
}

@Resolver()
export class FrameworkImportApply {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkImportApplyPayload, {
    description: 'Brings the content of a file into a draft, all of it or nothing.',
  })
  frameworkImportApply(
    @Args(() => ApplyArgs) { input }: { input: FrameworkImportApplyInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkImportApply', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const id = uuidOf('IM', input.importId)
      const seen = id
        ? await db.selectFrom('frameworkImport').selectAll().where('id', '=', id).executeTakeFirst()
        : undefined
      if (!seen) throw notFound(PATH)
      ensure(canCreate(viewer), PATH)
      if (seen.status !== 'READY')
        throw conflict(
          'WRONG_STATE',
          'Only an import without rejected entries, and once, can be applied.',
        )
      const { id: importId, draftId, baseId, absent, code } = seen
      // Locked before it is compared again: nobody edits in between.
      await db
        .selectFrom('frameworkImport')
        .select('id')
        .where('id', '=', importId)
        .forUpdate()
        .executeTakeFirst()
      if (draftId) {
        await db
          .selectFrom('frameworkVersion')
          .select('id')
          .where('id', '=', draftId)
          .forUpdate()
          .executeTakeFirst()
      }
      const content = seen.content as unknown as ReadContent
      const subject = await subjectOf(db, viewer, {
        draftVersionId: draftId && globalId('FV', draftId),
        baseVersionId: baseId && globalId('FV', baseId),
      })
      const hash = hashOfImport(content.catalogue, subject, absent, code)
      if (hash !== seen.contentHash || hash !== input.expectedHash) {
        throw conflict(
          'STALE_VERSION',
          'The draft has changed since the dry run. Hand the file in again to see what it would do now.',
        )
      }
      const { merged } = compare(content, subject.current, absent, subject.ground)
      if (!merged) throw conflict('WRONG_STATE', 'Something of the file is rejected.')
      if (draftId === null) await ensureFreeCode(db, code)
      const versionId = await write(scope, merged, { draftId, baseId, code })
      await db
        .updateTable('frameworkImport')
        .set((eb) => ({
          status: 'APPLIED',
          versionId,
          appliedBy: viewer.personId,
          appliedAt: now,
          version: eb('version', '+', 1),
        })) // prettier-ignore
        .where('id', '=', importId)
        .execute()
      record({
        action: 'frameworkImportApply',
        objectType: 'FrameworkVersion',
        objectId: versionId,
        administrationId: null,
        facts: { code, sha256: seen.sha256, kind: merged.kind, to: 'DRAFT' },
      })
      return { importId, versionId }
    })
  }
}

interface Target {
  readonly draftId: string | null
  readonly baseId: string | null
  readonly code: string
}

async function write(
  scope: CommandScope,
  merged: CatalogueFile,
  { draftId, baseId, code }: Target,
): Promise<string> {
  const { db, newId, viewer, now } = scope
  if (draftId) {
    await replaceContent(scope, draftId, merged)
    return draftId
  }
  if (!baseId) {
    const file = { ...merged, version: { ...merged.version, code } }
    const options = { createdAt: now, createdBy: viewer.personId }
    return (await importCatalogue(db, { next: newId }, file, options)).id
  }
  const base = await db
    .selectFrom('frameworkVersion')
    .selectAll()
    .where('id', '=', baseId)
    .executeTakeFirstOrThrow()
  const id = newId()
  await copyVersion(db, newId, base, {
    id, code, kind: 'REVISION', number: base.number + 1, name: base.name, changeNotes: null,
    createdBy: viewer.personId, createdAt: now,
  }) // prettier-ignore
  await replaceContent(scope, id, merged)
  return id
}

const conflict = (reason: string, message: string) =>
  new Refusal([problem('CONFLICT', reason, message, PATH)])
