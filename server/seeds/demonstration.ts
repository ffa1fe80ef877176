import { importCatalogue } from '#framework'
import type { WriteScope } from '#platform'
import catalogue from '../data/pmm-v1.json'
import members from '../data/demo-members.json'
import { demoWorld } from './demo-world'
import { sequenceIds } from './ids'
import { writeAssessments } from './write-assessments'
import { writeCycles } from './write-cycles'
import { writeDraft } from './write-draft'
import { writeEvidence } from './write-evidence'
import { writeHistory } from './write-history'
import { writeInvitations } from './write-invitations'
import { writeFormerPartner, writePeople } from './write-people'
import { writeRelease } from './write-release'
import { writeReviews } from './write-reviews'
import { writeProposals } from './write-proposals'
import { writeTerms } from './terms'

/** Writes the invented world into an empty database that holds the invented register. */
export async function seedDemonstration({ db }: WriteScope, firstStart: Date): Promise<void> {
  const ids = sequenceIds('demonstration')
  const world = demoWorld({ catalogue, members: members.members, openedAt: firstStart })
  await db
    .insertInto('installation')
    .values({
      key: 'demonstration',
      value: JSON.stringify({ firstStartAt: firstStart }),
      createdAt: firstStart,
    })
    .execute()
  const administrations = await administrationIds(db)
  const people = await writePeople(db, ids, world, administrations, firstStart)
  const version = await importCatalogue(db, ids, catalogue, {
    publishedAt: new Date('2023-11-20T09:00:00Z'),
  })
  const cycles = await writeCycles(db, ids, world, version.id, administrations)
  const written = { db, ids, world, administrations, people, cycles, versionId: version.id }
  const assessments = await writeAssessments(written)
  await writeReviews({ ...written, assessments })
  const reportedAt = new Date(world.cycles.find(({ code }) => code === 'C2022')!.reportedAt!)
  await writeHistory(written, (at) => at < reportedAt)
  await writeRelease(written)
  await writeHistory(written, (at) => at >= reportedAt)
  await writeInvitations(db, ids, administrations, firstStart)
  await writeFormerPartner(db, ids, world, people, firstStart)
  await writeProposals(written)
  await writeTerms(db, ids, new Date('2023-11-20T09:00:00Z'))
  await writeDraft(written)
  await writeEvidence(written, assessments)
}

async function administrationIds(db: WriteScope['db']): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('administration').select(['id', 'code']).execute()
  return new Map(rows.map(({ id, code }) => [code, id]))
}
