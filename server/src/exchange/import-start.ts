import { Args, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows, SECRETARIAT, ensure, type Context } from '#access'
import { canCreate, inputOf } from '#framework'
import { DateTimeScalar, Refusal, badInput, issueTicket } from '#platform'

export const IMPORT_PURPOSE = 'FRAMEWORK_IMPORT'
export const MOST_BYTES = 16 * 1024 * 1024

@InputType('FrameworkImportStartInput', { description: 'A file that is about to be handed in.' })
export class FrameworkImportStartInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name of the file; it ends with `.json` or `.xlsx`.' })
  readonly fileName!: string

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of its bytes, at most 16 MB.' })
  readonly size!: number
}

const StartArgs = inputOf(FrameworkImportStartInput)

@ObjectType('FrameworkImportStartPayload', { description: 'A ticket to hand in one file.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkImportStartPayload {
  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Ticket: works once, for this session, for 15 minutes. Null when refused.',
  })
  readonly ticket?: string

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Address the bytes of the file are put to, as `application/octet-stream`.',
  })
  readonly uploadPath?: string

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, { nullable: true, description: 'Timestamp the ticket ends at.' })
  readonly expiresAt?: Date

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@Resolver()
export class FrameworkImportStart {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkImportStartPayload, {
    description: 'Gives a ticket to hand in a catalogue file.',
  })
  frameworkImportStart(
    @Args(() => StartArgs) { input }: { input: FrameworkImportStartInput },
    @Ctx() context: Context,
  ) {
    return context.command(
      'frameworkImportStart',
      {},
      async ({ db, viewer, now, record, once }) => {
        ensure(canCreate(viewer))
        const problems = [
          ...(formatOf(input.fileName) === null
            ? [
                badInput('BAD_FORMAT', 'A catalogue file ends with .json or .xlsx.', [
                  'input',
                  'fileName',
                ]),
              ]
            : []),
          ...(input.size < 1 || input.size > MOST_BYTES
            ? [
                badInput(
                  'FILE_TOO_LARGE',
                  'A catalogue file has at most 16 MB, and is not empty.',
                  ['input', 'size'],
                ),
              ]
            : []),
        ]
        if (problems.length > 0) throw new Refusal(problems)
        const issued = await issueTicket(
          db,
          { sessionId: viewer.sessionId, now },
          { purpose: IMPORT_PURPOSE, fileName: input.fileName, limit: input.size },
        )
        once({ ...issued })
        record({
          action: 'frameworkImportStart',
          objectType: null,
          objectId: null,
          administrationId: null,
          facts: { size: input.size },
        })
        return {}
      },
    )
  }
}

/** The format a file name promises, or null. */
export function formatOf(fileName: string): 'JSON' | 'XLSX' | null {
  if (/\.json$/i.test(fileName)) return 'JSON'
  return /\.xlsx$/i.test(fileName) ? 'XLSX' : null
}
