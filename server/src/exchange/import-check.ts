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
  mayChange,
  type Context,
} from '#access'
import { canCreate, inputOf } from '#framework'
import {
  Refusal,
  badInput,
  fileOfTicket,
  notFound,
  takeFileOfTicket,
  type TicketFile,
} from '#platform'
import type { ReadContent } from './compare'
import { importsById } from './framework-import.rows'
import { AbsentEntries, FrameworkImport } from './framework-import.type'
import { IMPORT_PURPOSE, formatOf } from './import-start'
import { storeImport } from './import-store'
import { ensureFreeCode, subjectOf } from './import-subject'
import { readFile } from './read-file'
import type { ReadResult } from './reading/read-file.worker'
import { isObject } from './catalogue-lists'
import { withUnfitTexts } from './unfit-texts'

const TICKET = ['input', 'ticket']

@InputType('FrameworkImportCheckInput', {
  description: 'A file that was handed in, and where its content is to go.',
})
export class FrameworkImportCheckInput {
  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key with the same input acts once.',
  })
  readonly idempotencyKey?: string | null

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Ticket the file was handed in on.' })
  readonly ticket!: string

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'Draft the content goes into. Left out for a new draft.',
  })
  readonly draftVersionId?: string | null

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'Published version the new draft is copied from. Left out for one of its own.',
  })
  readonly baseVersionId?: string | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the new draft; that of the file when left out.',
  })
  readonly code?: string | null

  @Access(SECRETARIAT)
  @Field(() => AbsentEntries, {
    description: 'What happens to entries that the lists of the file do not have.',
  })
  readonly absent!: AbsentEntries
}

const CheckArgs = inputOf(FrameworkImportCheckInput)

@ObjectType('FrameworkImportPayload', { description: 'Answer to a command on an import.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkImportPayload {
  readonly importId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], {
    description:
      'What prevented the command; empty when it was done. Of a file that cannot be read the path names the place.',
  })
  readonly problems!: readonly Problem[]
}

@Resolver(() => FrameworkImportPayload)
export class FrameworkImportPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => FrameworkImport, {
    nullable: true,
    description: 'Import as it is now. Null when the command was refused.',
  })
  frameworkImport(@Root() { importId }: FrameworkImportPayload, @Ctx() context: Context) {
    return importId ? context.load(importsById, importId) : null
  }
}

@Resolver()
export class FrameworkImportCheck {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkImportPayload, {
    description: 'Reads a file and compares it, entry by entry; nothing of the framework changes.',
  })
  async frameworkImportCheck(
    @Args(() => CheckArgs) { input }: { input: FrameworkImportCheckInput },
    @Ctx() context: Context,
  ) {
    const read = await readBeforehand(context, input.ticket)
    const settled = await context.command('frameworkImportCheck', input, async (scope) => {
      const { db, viewer, now } = scope
      ensure(canCreate(viewer))
      const file = await takeFileOfTicket(
        db,
        { sessionId: viewer.sessionId, now },
        input.ticket,
        IMPORT_PURPOSE,
      )
      if (!file || !read) throw notFound(TICKET)
      const subject = await subjectOf(db, viewer, input)
      const content = withUnfitTexts(ensureReadable(read))
      const code = subject.code ?? input.code?.trim() ?? codeOf(content.catalogue)
      if (subject.draftId === null) await ensureFreeCode(db, code)
      const { fileName, size, sha256 } = file
      const format = formatOf(fileName)!
      return storeImport(scope, 'frameworkImportCheck', { fileName, format, size, sha256, content }, subject, { absent: input.absent, code }) // prettier-ignore
    })
    if (read) await context.services.files.remove(read.file.file)
    return settled
  }
}

interface ReadBeforehand {
  readonly file: TicketFile
  readonly result: ReadResult
}

// Before the transaction begins: reading takes a while, and others wait for the one connection.
async function readBeforehand(context: Context, ticket: string): Promise<ReadBeforehand | null> {
  const { viewer, services, now } = context
  if (!canCreate(viewer).allowed || !mayChange(viewer).allowed) return null
  const file = await context.read((db) =>
    fileOfTicket(db, { sessionId: viewer.sessionId, now }, ticket, IMPORT_PURPOSE),
  )
  await context.close()
  const bytes = file && (await services.files.read(file.file))
  const format = file && formatOf(file.fileName)
  if (!bytes || !format) return null
  return { file, result: await readFile(bytes, format) }
}

function ensureReadable({ result }: ReadBeforehand): ReadContent {
  if (result.kind === 'READ') {
    if (isObject(result.catalogue)) return result
    const message = 'The file is no catalogue: its whole content must be one group of fields.'
    throw new Refusal([badInput('NO_CATALOGUE', message, [...TICKET, '$'])])
  }
  throw new Refusal([
    badInput(result.reason, result.message, result.at === '' ? TICKET : [...TICKET, result.at]),
  ])
}

function codeOf(catalogue: unknown): string {
  const { version } = catalogue as { version?: { code?: unknown } }
  return typeof version?.code === 'string' ? version.code : ''
}
