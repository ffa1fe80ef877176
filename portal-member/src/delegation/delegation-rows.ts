export interface AssignmentEntry {
  readonly id: string
  /** Null where a data element is given by itself. */
  readonly kpiCode: string | null
  readonly elementCode: string | null
  readonly dueOn: string | null
  readonly state: string
  readonly doneAt: string | null
  readonly person: { readonly id: string; readonly name: string } | null
}

export type DelegationFilter = 'all' | 'unassigned' | 'overdue' | 'done'

/** Whether its day has gone by with nothing answered and nothing marked. */
export const isOverdue = ({ dueOn, state, doneAt }: AssignmentEntry, today: string): boolean =>
  dueOn !== null && dueOn < today && state === 'OPEN' && doneAt === null

/** What is chosen to be given: whole KPIs, and data elements by themselves. */
export interface Chosen {
  readonly kpiCodes: readonly string[]
  readonly elementCodes: readonly string[]
}

/**
 * Who has what, by the code of the KPI or of the data element. Whoever is no contributor any more is named only where
 * nobody else has it.
 */
export function givenByCode(
  assignments: readonly AssignmentEntry[],
  of: 'kpiCode' | 'elementCode',
  formerIds: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, readonly AssignmentEntry[]> {
  const by = new Map<string, AssignmentEntry[]>()
  for (const each of assignments) {
    const code = each[of]
    if (code !== null) by.set(code, [...(by.get(code) ?? []), each])
  }
  for (const [code, all] of by) {
    const present = all.filter((each) => !isOfFormer(each, formerIds))
    if (present.length > 0) by.set(code, present)
  }
  return by
}

/** Whether it was given to somebody who is no contributor any more. */
export const isOfFormer = (
  { person }: Pick<AssignmentEntry, 'person'>,
  formerIds: ReadonlySet<string>,
): boolean => person !== null && formerIds.has(person.id)

/** People something was given to who are no contributors any more, each once, by name. */
export function formerPeople(
  assignments: readonly AssignmentEntry[],
  presentIds: ReadonlySet<string>,
): readonly { readonly id: string; readonly name: string }[] {
  const all = assignments.flatMap(({ person }) =>
    person && !presentIds.has(person.id) ? [[person.id, person] as const] : [],
  )
  return [...new Map(all).values()].toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Whether a KPI with these assignments, and these of its elements alone, is looked for. */
export function isWanted(
  given: readonly AssignmentEntry[],
  ofElements: readonly AssignmentEntry[],
  filter: DelegationFilter,
  personId: string,
  today: string,
  formerIds: ReadonlySet<string> = new Set(),
): boolean {
  const all = [...given, ...ofElements]
  if (personId !== '' && !all.some(({ person }) => person?.id === personId)) return false
  if (filter === 'unassigned') return given.every((each) => isOfFormer(each, formerIds))
  if (filter === 'overdue') return all.some((each) => isOverdue(each, today))
  if (filter === 'done') return all.some(({ doneAt }) => doneAt !== null)
  return true
}

/** What leads from one state of the delegation back to the one before. */
export interface Undoing {
  /** Assignments that were not there before. */
  readonly remove: readonly AssignmentEntry[]
  /** Those that were there, with the due day they had; people and days together, as they are given. */
  readonly give: readonly {
    readonly personId: string
    readonly dueOn: string | null
    readonly kpiCodes: readonly string[]
    readonly elementCodes: readonly string[]
  }[]
}

const keyOf = ({ kpiCode, elementCode, person }: AssignmentEntry) =>
  `${kpiCode} ${elementCode} ${person?.id ?? ''}`

interface Group {
  readonly personId: string
  readonly dueOn: string | null
  readonly kpiCodes: string[]
  readonly elementCodes: string[]
}

/** The steps that undo a change; a due day that has gone by cannot be set again, so those stay as they are. */
export function undoing(
  before: readonly AssignmentEntry[],
  after: readonly AssignmentEntry[],
  today: string,
  formerIds: ReadonlySet<string> = new Set(),
): Undoing {
  const had = new Map(before.map((each) => [keyOf(each), each]))
  const has = new Map(after.map((each) => [keyOf(each), each]))
  const changed = before.filter((each) => {
    const now = has.get(keyOf(each))
    return (!now || now.dueOn !== each.dueOn) && (each.dueOn === null || each.dueOn >= today)
  })
  const groups = new Map<string, Group>()
  for (const { kpiCode, elementCode, dueOn, person } of changed) {
    // Nothing can be given again to whoever is no contributor any more.
    if (!person || formerIds.has(person.id)) continue
    const key = `${person.id} ${dueOn}`
    const group = groups.get(key) ?? { personId: person.id, dueOn, kpiCodes: [], elementCodes: [] }
    if (kpiCode !== null) group.kpiCodes.push(kpiCode)
    if (elementCode !== null) group.elementCodes.push(elementCode)
    groups.set(key, group)
  }
  return { remove: after.filter((each) => !had.has(keyOf(each))), give: [...groups.values()] }
}
