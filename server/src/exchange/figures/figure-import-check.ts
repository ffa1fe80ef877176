import { Args, ArgsType, Ctx, Field, FieldResolver, InputType, Mutation, ObjectType, Resolver, Root } from 'type-graphql' // prettier-ignore
import { Access, MEMBER, PUBLIC, Problem, Rows, ensure, mayChange, type CommandScope, type Context } from '#access' // prettier-ignore
import { Locale, LocaleArgs, localized } from '#accounts'
import {
  canEdit,
  cellKey,
  currentCells,
  frameworkOf,
  holdAssessmentRow,
  openPlacesIn,
  recordAssessment,
  workingResponses,
  type AssessmentSubject,
  type DataValueCurrent,
} from '#assessment'
import {
  Refusal,
  badInput,
  fileOfTicket,
  globalId,
  notFound,
  takeFileOfTicket,
  type TicketFile,
} from '#platform'
import { readFigureFile } from '../read-file'
import { isOurs } from './checksum'
import {
  FigureImport,
  FigureImportFinding,
  FigureImportProblem,
  FigureImportState,
} from './figure-import.type'
import { findingsOf } from './findings'
import { FIGURES_PURPOSE } from './figure-import-start'
import type { FilePeriod, ReadFigures } from './figure-file'
import { judgeFigures } from './judge'
import { PROBLEM_WORDS } from './problem-words'
import type { FiguresResult } from './reading/read-figures.worker'
import { closedBecause } from './standing'

const TICKET = ['input', 'ticket']
/** More stand in no workbook that was filled in by hand. */
const MOST_STRAYS = 100

@InputType({ description: 'A workbook of figures that was handed in.' })
export class FigureImportCheckInput {
  @Access(MEMBER)
  @Field(() => String, { description: 'Ticket the file was handed in on.' })
  readonly ticket!: string
}

@ArgsType()
class FigureImportCheckArgs {
  @Access(MEMBER)
  @Field(() => FigureImportCheckInput, { description: 'The ticket.' })
  readonly input!: FigureImportCheckInput
}

@ObjectType({ description: 'Answer to a workbook that was handed in.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FigureImportCheckPayload {
  @Access(PUBLIC)
  @Field(() => FigureImport, {
    nullable: true,
    description: 'What would become of each figure. Null when the file was refused.',
  })
  readonly figureImport?: FigureImport | null

  @Access(PUBLIC)
  @Field(() => [Problem], {
    description:
      'Why the file was refused as a whole; empty when it was compared. The path names the place in the file.',
  })
  readonly problems!: readonly Problem[]
}

@Resolver(() => FigureImportProblem)
export class FigureImportProblemFields {
  @Access(PUBLIC)
  @FieldResolver(() => String, {
    description: 'What is wrong, as a sentence in the chosen language.',
  })
  message(
    @Root() { words }: FigureImportProblem,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ): string {
    return localized(words, locale)
  }
}

@Resolver(() => FigureImportFinding)
export class FigureImportFindingFields {
  @Access(PUBLIC)
  @FieldResolver(() => String, {
    description: 'The finding, as a sentence in the chosen language.',
  })
  message(
    @Root() { words }: FigureImportFinding,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ): string {
    return localized(words, locale)
  }
}

@Resolver()
export class FigureImportCheck {
  @Access(MEMBER)
  @Mutation(() => FigureImportCheckPayload, {
    description:
      'Reads a workbook of figures and compares it, figure by figure, with what it was filled from and with what is there now. Nothing is saved: `dataValuesSave` does that with what is accepted. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, OUT_OF_TIME, WRONG_TYPE, ENCRYPTED, TRUNCATED, ACTIVE_CONTENT, SUSPICIOUS_RATIO, TOO_LARGE, TOO_MANY_PARTS, TOO_MANY_ROWS, NO_TEMPLATE, WRONG_TEMPLATE, NO_KEYS, COLUMN_TWICE, TAMPERED, WRONG_ASSESSMENT, WRONG_VERSION.',
  })
  async figureImportCheck(
    @Args(() => FigureImportCheckArgs) { input }: FigureImportCheckArgs,
    @Ctx() context: Context,
  ) {
    const arrived = await readBeforehand(context, input.ticket)
    const settled = await context.command('figureImportCheck', {}, async (scope) => {
      const { db, viewer, now, record } = scope
      const holder = { sessionId: viewer.sessionId, now }
      const file = await takeFileOfTicket(db, holder, input.ticket, FIGURES_PURPOSE)
      if (!file?.subject || !arrived) throw notFound(TICKET)
      const subject = await holdAssessmentRow(db, file.subject, TICKET)
      ensure(canEdit(viewer, subject), TICKET)
      const read = ensureReadable(arrived.result)
      const figureImport = await compared(context, scope, subject, read, file.fileName)
      recordAssessment(record, 'figureImportCheck', subject, {
        sha256: file.sha256,
        ...Object.fromEntries(figureImport.counts.map(({ state, count }) => [state, count])),
      })
      return { figureImport }
    })
    if (arrived) await context.services.files.remove(arrived.file.file)
    return settled
  }
}

interface Arrived {
  readonly file: TicketFile
  readonly result: FiguresResult
}

// Before the transaction begins: reading takes a while, and others wait for the one connection.
async function readBeforehand(context: Context, ticket: string): Promise<Arrived | null> {
  const { viewer, services, now } = context
  if (!mayChange(viewer).allowed) return null
  const file = await context.read((db) =>
    fileOfTicket(db, { sessionId: viewer.sessionId, now }, ticket, FIGURES_PURPOSE),
  )
  await context.close()
  const bytes = file && (await services.files.read(file.file))
  return bytes ? { file, result: await readFigureFile(bytes) } : null
}

const refuse = (reason: string, message: string, at = ''): Refusal =>
  new Refusal([badInput(reason, message, at === '' ? TICKET : [...TICKET, at])])

function ensureReadable(result: FiguresResult): ReadFigures {
  if (result.kind === 'READ') return result.read
  throw refuse(result.reason, result.message, result.at)
}

async function compared(
  context: Context,
  scope: CommandScope,
  subject: AssessmentSubject,
  read: ReadFigures,
  fileName: string,
): Promise<FigureImport> {
  const { db, viewer } = scope
  const { stamp } = read
  if (!isOurs(context.services.sealing, read)) {
    throw refuse('TAMPERED', 'The hidden sheet of the workbook was changed, or it comes from another installation. Download a new one.') // prettier-ignore
  }
  if (stamp.assessment !== globalId('AS', subject.id)) {
    throw refuse('WRONG_ASSESSMENT', 'The workbook belongs to another assessment.')
  }
  const snapshot = await frameworkOf(context, db, subject)
  const { version } = snapshot
  if (stamp.version !== version.code || stamp.contentHash !== (version.contentHash ?? '')) {
    throw refuse('WRONG_VERSION', 'The workbook was made for another version of the framework.')
  }
  const open = await openPlacesIn(db, subject, snapshot)
  const responses = (await workingResponses(db, [subject.id])).get(subject.id) ?? []
  const place = { viewer, subject, open, snapshot, responses }
  const yearOf = (period: FilePeriod) =>
    period === 'T' ? subject.reportingYear : subject.previousYear
  const current = await currentCells(
    scope,
    subject.id,
    read.figures.map(({ code, period }) => ({ elementCode: code, year: yearOf(period) })),
  )
  const bases = new Map(read.bases.map((base) => [`${base.code} ${base.period}`, base]))
  const judged = judgeFigures<DataValueCurrent>(read.figures, {
    locale: stamp.locale === 'fr' ? 'fr' : 'en',
    elementOf: (code) => snapshot.elementByCode.get(code),
    baseOf: (code, period) => bases.get(`${code} ${period}`),
    currentOf: (code, period) =>
      current.get(cellKey({ elementCode: code, year: yearOf(period) })) ?? NEVER,
    closedBecause: (code, period) => closedBecause(place, code, period),
  })
  const findings = findingsOf(
    judged,
    snapshot,
    (code, period) =>
      current.get(cellKey({ elementCode: code, year: yearOf(period) }))?.value ?? null,
  )
  const order = new Map(snapshot.dataElements.map(({ code }, at) => [code, at]))
  const placeOf = (code: string) => order.get(code) ?? order.size
  const figures = judged
    .map((figure) => ({
      ...figure,
      state: FigureImportState[figure.state],
      year: yearOf(figure.period),
      findings: findings(figure),
    }))
    .sort((one, other) => placeOf(one.elementCode) - placeOf(other.elementCode))
  return {
    assessmentId: stamp.assessment,
    fileName,
    locale: stamp.locale === 'fr' ? Locale.FR : Locale.EN,
    dimensionCode: stamp.dimension === '*' ? null : stamp.dimension,
    madeAt: stamp.madeAt,
    counts: Object.values(FigureImportState)
      .map((state) => ({ state, count: figures.filter((each) => each.state === state).length }))
      .filter(({ count }) => count > 0),
    figures,
    strays: read.strays
      .slice(0, MOST_STRAYS)
      .map((at) => ({ at, reason: 'NO_CODE', words: PROBLEM_WORDS['NO_CODE']! })),
  }
}

const NEVER: DataValueCurrent = {
  value: null,
  isEstimated: false,
  note: null,
  version: 0,
  authorName: null,
  updatedAt: null,
}
