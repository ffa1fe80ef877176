import type { FieldNode, SelectionSetNode } from 'graphql'
import { Kind, parse } from 'graphql'

export interface Named {
  readonly type: string
  readonly id: string
}

/** One field of one object in one answer. */
export interface Cell {
  readonly type: string
  readonly field: string
  /** The object itself: its id, or the way to it from the nearest object with one. */
  readonly object: string
  /** The objects with an id on the way to it, the nearest last, itself included. */
  readonly above: readonly Named[]
  readonly path: string
  readonly value: unknown
  /** The object as it was answered. */
  readonly whole: Readonly<Record<string, unknown>>
}

/** Objects and fields of an answer, in the shape in which they were asked for. */
export function cellsOf(document: string, data: unknown): readonly Cell[] {
  const [operation] = parse(document).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation to read by.')
  const cells: Cell[] = []
  const root: Place = { object: 'root', above: [], path: '' }
  for (const field of fieldsIn(operation.selectionSet, undefined)) {
    descend(field, (data as Record<string, unknown> | null)?.[keyOf(field)], root, cells)
  }
  return cells
}

interface Place {
  readonly object: string
  readonly above: readonly Named[]
  readonly path: string
}

function descend(field: FieldNode, value: unknown, from: Place, cells: Cell[]): void {
  if (!field.selectionSet || value === null || value === undefined) return
  const path = `${from.path}.${keyOf(field)}`
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      readObject(
        field.selectionSet,
        item,
        { ...from, path: `${path}[${index}]` },
        keyOf(field),
        cells,
      )
    }
    return
  }
  readObject(field.selectionSet, value, { ...from, path }, keyOf(field), cells)
}

function readObject(
  selections: SelectionSetNode,
  value: unknown,
  from: Place,
  name: string,
  cells: Cell[],
): void {
  if (value === null || typeof value !== 'object') return
  const found = value as Readonly<Record<string, unknown>>
  const type = String(found['__typename'])
  const id = typeof found['id'] === 'string' ? found['id'] : null
  const suffix = typeof found['code'] === 'string' ? `:${found['code']}` : ''
  const index = /\[\d+\]$/.exec(from.path)?.[0] ?? ''
  const place: Place = {
    object: id ?? `${from.object}/${name}${suffix || index}`,
    above: id === null ? from.above : [...from.above, { type, id }],
    path: from.path,
  }
  for (const field of fieldsIn(selections, type)) {
    if (field.name.value === '__typename') continue
    const cell = found[keyOf(field)]
    cells.push({ type, field: field.name.value, ...place, value: cell, whole: found })
    descend(field, cell, place, cells)
  }
}

const keyOf = (field: FieldNode): string => field.alias?.value ?? field.name.value

function fieldsIn(selections: SelectionSetNode, type: string | undefined): readonly FieldNode[] {
  return selections.selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each]
    if (each.kind !== Kind.INLINE_FRAGMENT) return []
    const on = each.typeCondition?.name.value
    return on === undefined || on === type ? fieldsIn(each.selectionSet, type) : []
  })
}
