import { insertRows, type Db, type Ids } from '#platform'
import demoMembers from '../data/demo-members.json'
import type { DemoWorld } from './world'

/** Cycles and who was invited. Returns cycle ids by code. */
export async function writeCycles(
  db: Db,
  ids: Ids,
  world: DemoWorld,
  versionId: string,
  administrations: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const cycles = new Map(world.cycles.map((cycle) => [cycle.code as string, ids.next()]))
  await insertRows(
    db,
    'cycle',
    world.cycles.map((cycle) => ({
      id: cycles.get(cycle.code),
      code: cycle.code,
      number: cycle.number,
      name: cycle.name,
      frameworkVersionId: versionId,
      status: cycle.status,
      reportingYear: cycle.year,
      previousYear: cycle.previousYear,
      opensAt: cycle.opensAt,
      closesAt: cycle.closesAt,
      reminderDays: [30, 7, 1],
      openedAt: cycle.opensAt,
      closedAt: cycle.status === 'OPEN' ? null : cycle.closesAt,
      reportedAt: cycle.reportedAt,
      endorsement: {
        body: 'PMMPT',
        session: 'Demonstration session',
        decidedOn: cycle.opensAt.slice(0, 10),
      },
      reportApproval: cycle.reportedAt
        ? {
            body: 'PMMPT',
            session: 'Demonstration session',
            decidedOn: cycle.reportedAt.slice(0, 10),
          }
        : null,
      isDemonstration: true,
    })),
  )
  await insertRows(
    db,
    'cycleParticipant',
    world.cycles.flatMap((cycle) =>
      demoMembers.members.map((member) => ({
        cycleId: cycles.get(cycle.code),
        administrationId: administrations.get(member.code),
        regionCode: member.region,
        incomeGroup: member.incomeGroup,
        administrationType: member.administrationType,
        geography: member.geography,
        invitedAt: cycle.opensAt,
      })),
    ),
  )
  return cycles
}
