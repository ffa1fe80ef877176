import { NOBODY, type AudienceMask } from './audience'
import { originOf } from './embed'
import type { Row } from './row'
import { isEmbedded, ruleOf, type RowClass } from './row-class'
import type { Viewer } from './viewer'

/** Told about rows without their facts and rules that failed; the message names columns, never values. */
export type DefectReport = (message: string) => void

type Masks = WeakMap<Row, AudienceMask>

const remembered = new WeakMap<Viewer, Map<RowClass, Masks>>()

// The fields of one object are resolved one after another, so the latest answer is mostly asked for again.
let latestViewer: Viewer | null = null
let latestRow: Row | null = null
let latestClass: RowClass | null = null
let latestMask: AudienceMask = NOBODY

/**
 * The audiences this viewer holds for this row: synchronous, from the viewer's facts and the row's
 * own columns, computed once a request. 0 means that the row does not exist for the viewer; so does
 * a row that lacks a column, which is reported as a defect.
 */
export function audiencesOf(
  viewer: Viewer,
  rowClass: RowClass,
  row: Row,
  report: DefectReport = () => {},
): AudienceMask {
  if (row === latestRow && viewer === latestViewer && rowClass === latestClass) return latestMask
  const masks = masksOf(viewer, rowClass)
  let mask = masks.get(row)
  if (mask === undefined) {
    mask = decide(viewer, rowClass, row, report)
    masks.set(row, mask)
  }
  latestViewer = viewer
  latestRow = row
  latestClass = rowClass
  latestMask = mask
  return mask
}

function masksOf(viewer: Viewer, rowClass: RowClass): Masks {
  let classes = remembered.get(viewer)
  if (!classes) remembered.set(viewer, (classes = new Map()))
  let masks = classes.get(rowClass)
  if (!masks) classes.set(rowClass, (masks = new WeakMap()))
  return masks
}

function decide(viewer: Viewer, rowClass: RowClass, row: Row, report: DefectReport): AudienceMask {
  if (isEmbedded(rowClass)) {
    const origin = originOf(row)
    if (origin) return audiencesOf(viewer, origin.rowClass, origin.row, report)
  }
  try {
    return ruleOf(rowClass).audiences(viewer, row)
  } catch (error) {
    report(
      `Access denied on a ${rowClass} row: ${error instanceof Error ? error.message : 'rule failed'}.`,
    )
    return NOBODY
  }
}
