import { Args, ArgsType, Ctx, Field, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, PUBLIC, ensure, errorCodeOf, type CommandScope } from '#access'
import { Locale } from '#accounts'
import type { VersionSnapshot } from '#framework'
import { Refusal, badInput, problem, type ProblemDetail } from '#platform'
import {
  frameworkOf,
  holdAssessment,
  openPlacesIn,
  recordAssessment,
  type AssessmentSubject,
} from './assessment.lock'
import { batchIdOf, batchMarkOf } from './batch/batch'
import { cellPath, readCell, type ReadCell } from './cell-problems'
import {
  DataValuesSaveInput,
  DataValuesSavePayload,
  type DataValueCellInput,
  type DataValueCurrent,
  type DataValueSaved,
} from './data-value-save.type'
import { cellKey, currentCells, storeCells, type StorableCell } from './data-values.write'
import { canEdit, canEditElement, type OpenPlaces } from './policies'
import { queueForContent, recompute } from './recompute'

@ArgsType()
class DataValuesSaveArgs {
  @Access(MEMBER)
  @Field(() => DataValuesSaveInput, { description: 'Assessment and figures.' })
  readonly input!: DataValuesSaveInput

  @Access(PUBLIC)
  @Field(() => Locale, {
    defaultValue: Locale.EN,
    description: 'Language in which figures were typed and in which readings of them are worded.',
  })
  readonly locale!: Locale
}

const MAX_CELLS = 200
const NEVER: DataValueCurrent = {
  value: null,
  isEstimated: false,
  note: null,
  version: 0,
  authorName: null,
  updatedAt: null,
}

@Resolver()
export class DataValuesSave {
  @Access(MEMBER)
  @Mutation(() => DataValuesSavePayload, {
    description:
      'Saves figures of one assessment, each by itself: one that cannot be read or met another change does not hold up the others. Checks never prevent a save. Problems of the call: NOT_FOUND, WRONG_HAT, WRONG_STATE, OUT_OF_TIME, LIST_LENGTH, INVALID_KEY, TEXT_TOO_LONG; of a figure: STALE_VERSION, NOT_ASSIGNED, WRONG_STATE, UNKNOWN_ELEMENT, DERIVED, YEAR_NOT_ASKED, TWICE, NOT_A_NUMBER, LOOKS_MISSING, AMBIGUOUS, HAS_UNIT, EXPONENT, BAD_GROUPS, TOO_LONG, TEXT_TOO_LONG.',
  })
  dataValuesSave(
    @Args(() => DataValuesSaveArgs) { input, locale }: DataValuesSaveArgs,
    @Ctx() context: Context,
  ) {
    return context.command('dataValuesSave', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const subject = await holdAssessment(db, input.assessmentId)
      ensure(canEdit(viewer, subject), ['input', 'assessmentId'])
      if (input.cells.length === 0 || input.cells.length > MAX_CELLS) {
        throw new Refusal([
          badInput('LIST_LENGTH', `Give 1 to ${MAX_CELLS} figures.`, ['input', 'cells']),
        ])
      }
      const batch = await batchMarkOf(scope, subject.id, input.batch)
      const framework = await frameworkOf(context, db, subject)
      const open = await openPlacesIn(db, subject, framework)
      const read = readCells(input.cells, locale, { scope, subject, framework, open })
      const storable = input.cells.flatMap((cell, place) => toStore(cell, read[place]!))
      const versions = await storeCells(scope, subject, storable, batch)
      const stale = storable.filter((cell) => !versions.has(cellKey(cell)))
      const current = await currentCells(scope, subject.id, stale)

      let changedKpis: readonly string[] = []
      if (versions.size > 0) {
        await queueForContent(db, subject.id)
        changedKpis = (await recompute(db, framework, subject, now)).changed
        recordAssessment(
          record,
          'dataValuesSave',
          subject,
          { figures: [...versions.keys()], changedKpis },
          { after: storable.filter((cell) => versions.has(cellKey(cell))) },
        )
      }
      const results = input.cells.map((cell, place) =>
        resultOf(cell, read[place]!, versions, current),
      )
      return {
        assessmentId: subject.id,
        changedKpis,
        results,
        batchId: batch && batchIdOf(batch.id),
      }
    })
  }
}

interface Place {
  readonly scope: CommandScope
  readonly subject: AssessmentSubject
  readonly framework: VersionSnapshot
  readonly open: OpenPlaces
}

function readCells(
  cells: readonly DataValueCellInput[],
  locale: Locale,
  { scope, subject, framework, open }: Place,
): readonly ReadCell[] {
  const seen = new Set<string>()
  return cells.map((cell) => {
    const isRepeated = seen.has(cellKey(cell))
    seen.add(cellKey(cell))
    if (isRepeated) return refused(badInput('TWICE', 'This figure is given twice.', cellPath(cell)))
    const element = framework.elementByCode.get(cell.elementCode)
    const permission = canEditElement(scope.viewer, subject, cell.elementCode, open)
    if (element && !permission.allowed) {
      return refused(
        problem(errorCodeOf(permission), permission.code, permission.reason, cellPath(cell)),
      )
    }
    return readCell(cell, element, subject, locale === 'FR' ? 'fr' : 'en')
  })
}

const refused = (detail: ProblemDetail): ReadCell => ({ ok: false, problem: detail })

const toStore = (cell: DataValueCellInput, read: ReadCell): readonly StorableCell[] =>
  read.ok
    ? [
        {
          elementCode: cell.elementCode,
          year: cell.year,
          value: read.value,
          isEstimated: cell.isEstimated ?? null,
          keepsNote: cell.note === undefined,
          note: cell.note?.trim() || null,
          expectedVersion: cell.expectedVersion,
        },
      ]
    : []

function resultOf(
  cell: DataValueCellInput,
  read: ReadCell,
  versions: ReadonlyMap<string, number>,
  current: ReadonlyMap<string, DataValueCurrent>,
): DataValueSaved {
  const { elementCode, year } = cell
  const none = {
    elementCode,
    year,
    isSaved: false,
    value: null,
    version: null,
    echo: null,
    current: null,
  }
  if (!read.ok) return { ...none, problem: read.problem }
  const version = versions.get(cellKey(cell))
  if (version !== undefined) {
    const { value, echo } = read
    return { elementCode, year, isSaved: true, value, version, echo, problem: null, current: null }
  }
  return {
    ...none,
    problem: problem(
      'CONFLICT',
      'STALE_VERSION',
      'Somebody else has changed this figure in the meantime.',
      cellPath(cell),
    ),
    current: current.get(cellKey(cell)) ?? NEVER,
  }
}
