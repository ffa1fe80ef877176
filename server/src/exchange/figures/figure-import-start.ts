import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql' // prettier-ignore
import { Access, MEMBER, PUBLIC, Problem, Rows, ensure, type Context } from '#access'
import { canEdit, holdAssessment, recordAssessment } from '#assessment'
import { DateTimeScalar, Refusal, badInput, issueTicket } from '#platform'

export const FIGURES_PURPOSE = 'FIGURE_IMPORT'
/** A workbook of every figure with notes takes less than a tenth of it. */
export const MOST_BYTES = 4 * 1024 * 1024

@InputType({ description: 'A workbook of figures that is about to be handed in.' })
export class FigureImportStartInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER)
  @Field(() => String, { description: 'Name of the file; it ends with `.xlsx`.' })
  readonly fileName!: string

  @Access(MEMBER)
  @Field(() => Int, { description: 'Number of its bytes, at most 4 MB.' })
  readonly size!: number
}

@ArgsType()
class FigureImportStartArgs {
  @Access(MEMBER)
  @Field(() => FigureImportStartInput, { description: 'Where the file belongs, and what it is.' })
  readonly input!: FigureImportStartInput
}

@ObjectType({ description: 'A ticket to hand in one workbook.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FigureImportStartPayload {
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
export class FigureImportStart {
  @Access(MEMBER)
  @Mutation(() => FigureImportStartPayload, {
    description:
      'Gives a ticket to hand in a workbook of figures. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, OUT_OF_TIME, BAD_FORMAT, FILE_EMPTY, FILE_TOO_LARGE.',
  })
  figureImportStart(
    @Args(() => FigureImportStartArgs) { input }: FigureImportStartArgs,
    @Ctx() context: Context,
  ) {
    return context.command('figureImportStart', {}, async ({ db, viewer, now, record, once }) => {
      const subject = await holdAssessment(db, input.assessmentId)
      ensure(canEdit(viewer, subject), ['input', 'assessmentId'])
      const problems = [
        ...(/\.xlsx$/i.test(input.fileName)
          ? []
          : [badInput('BAD_FORMAT', 'A workbook of figures ends with .xlsx.', ['input', 'fileName'])]), // prettier-ignore
        ...(input.size >= 1
          ? []
          : [badInput('FILE_EMPTY', 'The file is empty.', ['input', 'size'])]),
        ...(input.size <= MOST_BYTES
          ? []
          : [badInput('FILE_TOO_LARGE', 'A workbook of figures has at most 4 MB.', ['input', 'size'])]), // prettier-ignore
      ]
      if (problems.length > 0) throw new Refusal(problems)
      const issued = await issueTicket(
        db,
        { sessionId: viewer.sessionId, now },
        {
          purpose: FIGURES_PURPOSE,
          subject: subject.id,
          fileName: input.fileName,
          limit: input.size,
        },
      )
      once({ ...issued })
      recordAssessment(record, 'figureImportStart', subject, { size: input.size })
      return {}
    })
  }
}
