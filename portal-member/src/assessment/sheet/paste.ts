import { parseFigure } from '@pmm/portal-kit'
import { parse } from 'papaparse'
import type { ElementEntry } from '../model'
import { LOCALE_OF, type DecimalMark } from './decimal-mark'
import type { CellStanding } from './sheet-rows'

/** What would become of one pasted cell. */
export type PasteVerdict =
  | 'new'
  | 'changed'
  | 'unchanged'
  /** An empty cell leaves the figure as it is: missing is no figure, and nobody empties by accident. */
  | 'blank'
  | 'unreadable'
  | 'fixed'
  | 'none'
  | 'outside'

export interface PasteTarget {
  key: string
  standing: CellStanding
  element: ElementEntry
  /** Figure as saved. */
  saved: string | null
}

export interface PastedCell {
  text: string
  verdict: PasteVerdict
  /** Where it would go; null outside the sheet. */
  target: PasteTarget | null
  /** Figure as read; null where none was. */
  value: string | null
  /** Figure that it is with the other decimal mark; null where it is the same, or none. */
  otherwise: string | null
}

// Whichever language the portal speaks: the spreadsheet may come from a colleague.
const YES: readonly string[] = ['yes', 'oui']
const NO: readonly string[] = ['no', 'non']

export const WRITTEN: readonly PasteVerdict[] = ['new', 'changed']

/** Cells of a copied block as spreadsheets write them: tabs between cells, quotes around those with breaks. */
export function readBlock(text: string): string[][] {
  return parse<string[]>(text.replace(/[\r\n]+$/, ''), { delimiter: '\t' }).data
}

export const isBlock = (text: string): boolean => /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''))

/** Verdict on each cell of a block laid on the sheet at its first cell; nothing is written yet. */
export function judgePaste(
  block: readonly (readonly string[])[],
  at: { row: number; column: number },
  targets: readonly (readonly PasteTarget[])[],
  mark: DecimalMark,
): PastedCell[] {
  return block.flatMap((cells, down) =>
    cells.map((text, across): PastedCell => {
      const target = targets[at.row + down]?.[at.column + across] ?? null
      const judged = judge(text, target, mark)
      const otherwise =
        target && judged.value !== null ? otherwiseOf(text, target.element, mark) : null
      return { text, target, ...judged, otherwise: otherwise === judged.value ? null : otherwise }
    }),
  )
}

function judge(
  text: string,
  target: PasteTarget | null,
  mark: DecimalMark,
): { verdict: PasteVerdict; value: string | null } {
  const left = (verdict: PasteVerdict) => ({ verdict, value: null })
  if (text.trim() === '') return left('blank')
  if (!target) return left('outside')
  if (target.standing !== 'open') return left(target.standing)
  const value = readFigure(text, target.element, mark)
  if (value === null) return left('unreadable')
  if (value === target.saved) return { verdict: 'unchanged', value }
  return { verdict: target.saved === null ? 'new' : 'changed', value }
}

const otherwiseOf = (text: string, element: ElementEntry, mark: DecimalMark) =>
  readFigure(text, element, mark === '.' ? ',' : '.')

function readFigure(text: string, element: ElementEntry, mark: DecimalMark): string | null {
  const word = text.trim().toLowerCase()
  if (element.valueType === 'BOOLEAN') {
    if (word === '1' || YES.includes(word)) return '1'
    return word === '0' || NO.includes(word) ? '0' : null
  }
  // Copied from a column of percentages, 7 % is no count of 7.
  const read = parseFigure(text, LOCALE_OF[mark], { percent: element.unit === '%' })
  const value = read.state === 'read' ? read.value : null
  if (element.valueType !== 'LEVEL') return value
  const level = element.scale?.levels.find(
    (each) => String(each.level) === value || each.label.trim().toLowerCase() === word,
  )
  return level ? String(level.level) : null
}
