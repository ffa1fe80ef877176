import { createHash } from 'node:crypto'
import type { Db } from '#platform'
import { board, progressOf, type ProgressFilter } from '../progress'
import { progressOfCycles, type ProgressRow } from '../progress.rows'
import { peopleOfAdministrations, type Addressee } from './message.rows'
import type { CycleMessageAudience } from './message.type'

/** Administrations of the board that fit, by English name. */
export const fittingIds = (
  rows: readonly ProgressRow[],
  filter: ProgressFilter,
  now: Date,
): readonly string[] =>
  board(
    rows.map((row) => progressOf(row, now)),
    filter,
    'ADMINISTRATION',
  ).map(({ administrationId }) => administrationId)

/** Who would be told, from those who fit and their people. */
export function audienceFrom(
  administrationIds: readonly string[],
  people: ReadonlyMap<string, readonly Addressee[]>,
): CycleMessageAudience {
  const all = administrationIds.flatMap((id) => people.get(id) ?? [])
  const french = all.filter(({ locale }) => locale === 'FR').length
  return {
    key: keyOf(all),
    englishCount: all.length - french,
    frenchCount: french,
    recipients: administrationIds.map((administrationId) => {
      const here = people.get(administrationId) ?? []
      const coordinators = here.filter(({ role }) => role === 'COORDINATOR').length
      return { administrationId, coordinators, approvers: here.length - coordinators }
    }),
  }
}

/** The audience as the database has it now. */
export async function audienceNow(
  db: Db,
  cycleId: string,
  filter: ProgressFilter,
  now: Date,
): Promise<CycleMessageAudience> {
  const rows = (await progressOfCycles(db, [cycleId])).get(cycleId) ?? []
  const ids = fittingIds(rows, filter, now)
  return audienceFrom(ids, await peopleOfAdministrations(db, ids))
}

const keyOf = (people: readonly Addressee[]): string =>
  createHash('sha256')
    .update(
      people
        .map((each) => [each.administrationId, each.personId, each.role, each.locale].join(' '))
        .toSorted()
        .join('\n'),
    )
    .digest('hex')
