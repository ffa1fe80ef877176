import { checkElement, checksOf, figureKey } from '#assessment'
import type { VersionSnapshot } from '#framework'
import type { LocalizedText } from '#framework/definition'
import { normalizeDecimal } from '#platform/decimal'
import { FILE_PERIODS, type FilePeriod } from './figure-file'
import type { FigureImportFinding } from './figure-import.type'
import type { JudgedFigure } from './judge'

/**
 * What the checks of the version would say of each figure of a file by itself: of the value that would be saved, beside the
 * one of the other year as the file would leave it.
 */
export function findingsOf(
  judged: readonly JudgedFigure[],
  snapshot: VersionSnapshot,
  valueNow: (code: string, period: FilePeriod) => string | null,
): (figure: JudgedFigure) => readonly FigureImportFinding[] {
  const results = new Map(
    judged.flatMap(({ elementCode, period, result }) =>
      result ? [[figureKey(elementCode, period), result.value] as const] : [],
    ),
  )
  return ({ elementCode, period, result }) => {
    if (!result) return []
    const figures = Object.fromEntries(
      FILE_PERIODS.map((each) => {
        const key = figureKey(elementCode, each)
        const value = results.has(key) ? results.get(key)! : valueNow(elementCode, each)
        return [key, { value: value === null ? null : normalizeDecimal(value), revision: 0 }]
      }),
    )
    const found = checkElement(snapshot, elementCode, figures)
    return checksOf(
      found.filter((check) => check.period === period),
      snapshot.elementByCode,
    ).map(({ kind, level, message }) => ({ kind, level, words: message as LocalizedText }))
  }
}
