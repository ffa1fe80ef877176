import { actsFor, noteRead, type Context } from '#access'
import {
  assessmentsById,
  openPlacesOf,
  visible,
  workingResponses,
  workingValues,
  type AssessmentRow,
} from '#assessment'
import { Locale, administrationsById, localized, type Texts } from '#accounts'
import { cyclesById } from '#cycle'
import { snapshotOf } from '#framework'
import { uuidOf, type Download, type FileSource } from '#platform'
import { checksumOf } from './checksum'
import { TEMPLATE, type FilePeriod } from './figure-file'
import { FILE_WORDS } from './file-words'
import { closedBecause, seesElement, seesKpi } from './standing'
import { templateSheets } from './template'
import { basesOf, writeFigures } from './write-figures'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const NAME = /^([A-Za-z0-9_-]{20,40})(?:\.([A-Za-z0-9][A-Za-z0-9-]{0,79}))?\.(en|fr)\.xlsx$/

/**
 * Figures being entered as a workbook: `/files/assessment/<id>.en.xlsx`, or `<id>.<dimension>.fr.xlsx` for one dimension,
 * to the administration itself; a contributor's holds what was assigned.
 */
export const assessmentFiles: FileSource<Context> = {
  folder: 'assessment',
  open: async (context, name): Promise<Download | null> => {
    const [, id = '', dimensionCode = null, language] = NAME.exec(name) ?? []
    const uuid = uuidOf('AS', id)
    const assessment = uuid === null ? null : await context.load(assessmentsById, uuid)
    if (!assessment || !actsFor(context.viewer, assessment.administrationId)) return null
    const locale = language === 'fr' ? 'fr' : 'en'
    const sheets = await sheetsOf(context, assessment, dimensionCode ?? null)
    if (!sheets) return null
    // Writing takes a while, and others wait for the one connection.
    await context.close()
    const stamp = {
      template: TEMPLATE,
      version: sheets.snapshot.version.code,
      contentHash: sheets.snapshot.version.contentHash ?? '',
      assessment: id,
      locale,
      dimension: dimensionCode ?? '*',
      madeAt: context.now.toISOString(),
    }
    const { administration, cycle } = sheets
    const named = (texts: unknown) =>
      localized(texts as Texts, locale === 'fr' ? Locale.FR : Locale.EN)
    const body = await writeFigures({
      locale,
      title: FILE_WORDS[locale].title(`${named(administration.name)}, ${named(cycle.name)}`),
      years: { T: assessment.reportingYear, 'T-1': assessment.previousYear },
      sheets: sheets.sheets,
      stamp,
      checksum: checksumOf(context.services.sealing, stamp, basesOf(sheets.sheets)),
    })
    const parts = ['PMM', cycle.code, assessment.administrationCode, dimensionCode]
    return { name: `${parts.filter(Boolean).join('-')}-${locale}.xlsx`, type: XLSX, body }
  },
}

async function sheetsOf(context: Context, assessment: AssessmentRow, dimensionCode: string | null) {
  const { viewer } = context
  const [snapshot, administration, cycle, open, values, responses] = await Promise.all([
    snapshotOf(context, assessment.frameworkVersionId),
    context.load(administrationsById, assessment.administrationId),
    context.load(cyclesById, assessment.cycleId),
    openPlacesOf(context, assessment),
    context.load(workingValues, assessment.id),
    context.load(workingResponses, assessment.id),
  ])
  if (!snapshot || !administration || !cycle) return null
  const figures = visible(context, 'CONTENT', values)
  const stored = new Map(figures.map((row) => [`${row.elementCode} ${row.period}`, row]))
  const place = {
    viewer,
    subject: assessment,
    open,
    snapshot,
    responses: visible(context, 'CONTENT', responses),
  }
  const cellOf = (code: string, period: FilePeriod) => {
    const row = stored.get(`${code} ${period}`)
    if (row) noteRead(viewer, { ...row })
    return {
      value: row?.value ?? null,
      isEstimated: row?.isEstimated ?? false,
      note: row?.note ?? null,
      revision: row?.version ?? 0,
      isOpen: closedBecause(place, code, period) === null,
    }
  }
  const sheets = templateSheets({
    snapshot,
    dimensionCode,
    seesKpi: (code) => seesKpi(viewer, assessment.id, code),
    seesElement: (code) => seesElement(viewer, assessment.id, code),
    cellOf,
  })
  return sheets.length === 0 ? null : { snapshot, administration, cycle, sheets }
}
