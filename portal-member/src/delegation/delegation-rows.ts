export interface AssignmentEntry {
  readonly id: string
  readonly kpiCode: string
  readonly dueOn: string | null
  readonly state: string
  readonly doneAt: string | null
  readonly person: { readonly id: string; readonly name: string } | null
}

export type DelegationFilter = 'all' | 'unassigned' | 'overdue' | 'done'

/** Whether its day has gone by with nothing answered and nothing marked. */
export const isOverdue = ({ dueOn, state, doneAt }: AssignmentEntry, today: string): boolean =>
  dueOn !== null && dueOn < today && state === 'OPEN' && doneAt === null

/** Whether a KPI with these assignments is looked for. */
export function isWanted(
  given: readonly AssignmentEntry[],
  filter: DelegationFilter,
  personId: string,
  today: string,
): boolean {
  if (personId !== '' && !given.some(({ person }) => person?.id === personId)) return false
  if (filter === 'unassigned') return given.length === 0
  if (filter === 'overdue') return given.some((each) => isOverdue(each, today))
  if (filter === 'done') return given.some(({ doneAt }) => doneAt !== null)
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
  }[]
}

const keyOf = ({ kpiCode, person }: AssignmentEntry) => `${kpiCode} ${person?.id ?? ''}`

/** The steps that undo a change; a due day that has gone by cannot be set again, so those stay as they are. */
export function undoing(
  before: readonly AssignmentEntry[],
  after: readonly AssignmentEntry[],
  today: string,
): Undoing {
  const had = new Map(before.map((each) => [keyOf(each), each]))
  const has = new Map(after.map((each) => [keyOf(each), each]))
  const changed = before.filter((each) => {
    const now = has.get(keyOf(each))
    return (!now || now.dueOn !== each.dueOn) && (each.dueOn === null || each.dueOn >= today)
  })
  const groups = new Map<string, { personId: string; dueOn: string | null; kpiCodes: string[] }>()
  for (const { kpiCode, dueOn, person } of changed) {
    if (!person) continue
    const key = `${person.id} ${dueOn}`
    const group = groups.get(key) ?? { personId: person.id, dueOn, kpiCodes: [] }
    group.kpiCodes.push(kpiCode)
    groups.set(key, group)
  }
  return { remove: after.filter((each) => !had.has(keyOf(each))), give: [...groups.values()] }
}
