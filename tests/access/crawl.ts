import { decodeGlobalId } from '../../server/src/platform'
import type { RunningServer } from '../../server/src/server'
import { heldBy, mayRead, type Subject } from './audiences.ts'
import { ask } from './ask.ts'
import { oneOfEachHat, type Actor } from './cast.ts'
import { cellsOf, type Cell } from './cells.ts'
import { expectations, words } from './expectations.ts'
import { ELEMENT, type Question } from './question-list.ts'
import type { Subjects } from './subjects.ts'

/** What came of asking everything as everybody; every list of findings should be empty. */
export interface Outcome {
  readonly cells: number
  readonly requests: number
  /** Fields met at least once, as `Type.field`. */
  readonly fields: ReadonlySet<string>
  readonly leaks: readonly string[]
  readonly refusals: readonly string[]
  readonly errors: readonly string[]
  readonly present: readonly string[]
  readonly gates: readonly string[]
}

interface Seen {
  readonly actor: Actor
  readonly cell: Cell
}

const PUBLIC_ROW: Subject = { rows: 'register', row: { administrationId: null } }

/** Asks every question as every actor and holds each cell of the answers to the expectations. */
export async function asking(
  server: RunningServer,
  cast: readonly Actor[],
  questions: readonly Question[],
  subjects: Subjects,
  now: Date,
): Promise<Outcome> {
  const readers = readersOf()
  const differs = new Set(
    expectations('outputs.csv', ['at', 'note'])
      .filter(({ note }) => note.startsWith('own answer'))
      .map(({ at }) => at),
  )
  const rowsOf = rowsByType()
  const hats = new Map(
    expectations('queries.csv', ['query', 'hats']).map(({ query, hats: who }) => [
      query,
      words(who),
    ]),
  )
  const [leaks, refusals, errors, present, gates]: string[][] = [[], [], [], [], []]
  const fields = new Set<string>()
  let cells = 0
  let requests = 0

  for (const question of questions) {
    const seen: Seen[] = []
    for (const actor of question.isAlike ? oneOfEachHat(cast) : cast) {
      requests += 1

      const answer = await ask(server, actor, question.document)
      const who = hats.get(question.root) ?? []
      const isOpen = who.includes('everybody') || who.includes(actor.hat)
      const isRefused = answer.errors.some(({ extensions }) =>
        ['UNAUTHENTICATED', 'FORBIDDEN'].includes(String(extensions['code'])),
      )
      if (isOpen === isRefused)
        gates!.push(`Query.${question.root} is ${isOpen ? 'closed' : 'open'} to ${actor.name}`)
      if (isRefused) continue
      for (const { message, path, extensions } of answer.errors) {
        errors!.push(
          `${question.root} as ${actor.name}: ${String(extensions['code'])} ${message} at ${placeOf(path)}`,
        )
      }
      const found = answer.data?.[question.root]
      if (question.id !== undefined && answer.errors.length === 0) {
        const subject = subjects.get(question.id)
        const isTheirs = subject !== undefined && heldBy(actor, subject, now).size > 0
        if (isTheirs !== (found !== null)) {
          present!.push(
            `${question.name} is ${found === null ? 'gone' : 'there'} for ${actor.name}`,
          )
        }
      }
      for (const cell of cellsOf(question.document, answer.data)) seen.push({ actor, cell })
    }
    const told = new Set(
      seen.filter(({ cell }) => cell.value != null).map(({ cell }) => keyOf(cell)),
    )
    for (const { actor, cell } of seen) {
      cells += 1
      const at = `${cell.type}.${cell.field}`
      fields.add(at)
      const who = readers.get(at)
      if (!who) continue
      const subject = subjectOf(cell, rowsOf, subjects)
      if (!subject) {
        errors!.push(`nobody knows what stands behind ${at}`)
        continue
      }
      const isTheirs = subject === PUBLIC_ROW || mayRead(who, actor, subject, now)
      if (!isTheirs && cell.value != null) {
        leaks!.push(`${actor.name} reads ${at} (${question.name})`)
      }
      if (isTheirs && cell.value == null && told.has(keyOf(cell)) && !differs.has(at)) {
        refusals!.push(`${actor.name} is refused ${at} (${question.name})`)
      }
    }
  }
  return {
    cells,
    requests,
    fields,
    leaks: leaks!,
    refusals: refusals!,
    errors: errors!,
    present: present!,
    gates: gates!,
  }
}

const readersOf = () =>
  new Map(
    expectations('outputs.csv', ['at', 'readers']).map(({ at, readers: who }) => [at, words(who)]),
  )

const rowsByType = () =>
  new Map(expectations('types.csv', ['type', 'rows']).map(({ type, rows }) => [type, rows]))

/** What the expectations say of a cell: whose row stands behind it, and whether the actor may read it. */
export interface Verdict {
  readonly isTheirs: boolean
  /** Absent where nobody knows what stands behind the cell. */
  readonly subject?: Subject
}

export function cellReader(subjects: Subjects, now: Date): (actor: Actor, cell: Cell) => Verdict {
  const readers = readersOf()
  const rowsOf = rowsByType()
  return (actor, cell) => {
    const who = readers.get(`${cell.type}.${cell.field}`)
    const subject = subjectOf(cell, rowsOf, subjects)
    if (!subject) return { isTheirs: false }
    return {
      isTheirs: !who || subject === PUBLIC_ROW || mayRead(who, actor, subject, now),
      subject,
    }
  }
}

/** Tells what an actor reads that the expectations do not give them; nothing for a cell that is theirs. */
export function leakFinder(subjects: Subjects, now: Date): (actor: Actor, cell: Cell) => string[] {
  const read = cellReader(subjects, now)
  return (actor, cell) => {
    const at = `${cell.type}.${cell.field}`
    if (cell.value == null) return []
    const { isTheirs, subject } = read(actor, cell)
    if (!subject) return [`nobody knows what stands behind ${at}`]
    return isTheirs ? [] : [`${actor.name} reads ${at}`]
  }
}

const keyOf = ({ object, type, field }: Cell) => `${type} ${object} ${field}`

const placeOf = (path: readonly (string | number)[] | undefined) =>
  (path ?? []).filter((each) => typeof each === 'string').join('.')

/** Whose row it is, where it names its administration. */
function administrationIn({ administration }: Cell['whole']): Subject['row'] {
  const id = (administration as { id?: string } | null | undefined)?.id
  const uuid = id === undefined ? undefined : decodeGlobalId(id)?.uuid
  return uuid === undefined ? {} : { administrationId: uuid }
}

/** The row a cell belongs to: its own, the one it is part of, or one that is everybody's. */
function subjectOf(
  cell: Cell,
  rowsOf: ReadonlyMap<string, string>,
  subjects: Subjects,
): Subject | undefined {
  const rows = rowsOf.get(cell.type)
  if (rows === 'public') return PUBLIC_ROW
  if (rows === 'self') return { rows: 'self', row: {} }
  if (rows === 'by id') return subjects.get(cell.above.at(-1)?.id ?? '')
  if (rows === 'parent') {
    const above = cell.above.findLast(({ type }) => rowsOf.get(type) === 'by id')
    return above ? subjects.get(above.id) : PUBLIC_ROW
  }
  const head = cell.above.findLast(({ type }) => rowsOf.get(type) === 'by id')
  const parent = head ? subjects.get(head.id) : undefined
  if (rows === undefined) return undefined
  return {
    rows: rows as Subject['rows'],
    row: { ...parent?.row, code: ELEMENT, ...administrationIn(cell.whole) },
  }
}
