import type { Edition } from '../edition'

/** One accepted answer with the consent in force when the release is built. */
export interface ReleasedAnswer {
  readonly administrationId: string
  readonly kpiCode: string
  readonly state: string
  readonly value: string | null
  readonly level: 'NATIONAL' | 'WCO' | 'PUBLIC'
  readonly aggregateUse: 'NONE' | 'MEMBERS' | 'PUBLIC'
}

const OPENS: Readonly<Record<Edition, ReadonlySet<ReleasedAnswer['level']>>> = {
  MEMBERS: new Set(['WCO', 'PUBLIC']),
  PUBLIC: new Set(['PUBLIC']),
}

/** Whether the level opens the answer to the readers of this edition. */
export const isOpened = (level: ReleasedAnswer['level'], edition: Edition): boolean =>
  OPENS[edition].has(level)

const USED: Readonly<Record<Edition, ReadonlySet<ReleasedAnswer['aggregateUse']>>> = {
  MEMBERS: new Set(['MEMBERS', 'PUBLIC']),
  PUBLIC: new Set(['PUBLIC']),
}

/** Whether the member lets the answer count, without its name, in group figures of this edition. */
export const contributes = (answer: ReleasedAnswer, edition: Edition): boolean =>
  answer.state === 'REPORTED' && answer.value !== null && USED[edition].has(answer.aggregateUse)
