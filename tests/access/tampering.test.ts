import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createHash, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAnchors, verifyDump, type Anchors } from '../../audit/verify.mjs'
import { anonymous, appendAudit } from '../../server/src/access'
import { AnchorFile, Anchoring, dumpLines } from '../../server/src/audit'
import { canonicalJson, type Db } from '../../server/src/platform'
import { unwatchChanges } from '../setup/watch.ts'
import { useWorld } from '../setup/world.ts'
import { openAsOwner, type OwnerDatabase } from './owner-database.ts'
import { TAMPERINGS, diceOf } from './tamperings.ts'

const world = useWorld()
const owner = { role: 'pmm_owner', settings: {} } as const
const COUNT = Number(process.env.TEST_TAMPERINGS ?? 300)
const SEED = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 31))
const LENGTH = 25

let everything: OwnerDatabase
let folder: string
let anchors: Anchors
let chains: readonly string[]

beforeAll(async () => {
  await world().asOwner(({ db }) => unwatchChanges(db))
  everything = await openAsOwner(world())
  folder = mkdtempSync(join(tmpdir(), 'pmm-anchors-'))
  chains = await world().asOwner(fillChains)
  const file = new AnchorFile(join(folder, 'anchors.jsonl'))
  const onAlarm = (reason: string) => {
    throw new Error(reason)
  }
  await new Anchoring({ file, onAlarm }).stop(world().database, world().clock)
  anchors = await readAnchors(readFileSync(file.path, 'utf8').split('\n'))
}, 400_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await everything?.close()
})

/** Three chains of administrations and the secretariat's, filled through the door. */
async function fillChains({ db }: { db: Db }): Promise<readonly string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from administration order by code limit 3`.execute(db)
  const owners = [null, ...rows.map(({ id }) => id)]
  for (let at = 0; at < LENGTH * owners.length; at += 1) {
    const administrationId = owners[at % owners.length]!
    await appendAudit(db, { ...anonymous(new Date()), personId: randomUUID(), hat: 'COORDINATOR' }, randomUUID(),
      new Date(Date.UTC(2026, 10, 3, 8, 0, at, at)), [{
        action: 'dataValuesSave', objectType: 'Assessment', objectId: randomUUID(), administrationId,
        cycleId: at % 3 === 0 ? randomUUID() : null, facts: { count: at }, after: { é: at },
      }]) // prettier-ignore
  }
  return owners.map((id) => id ?? 'secretariat')
}

const verdictOn = async (db: Db) =>
  verifyDump(dumpLines({ read: (_identity, work) => work(db) }), anchors)

describe('the verifier', () => {
  test('finds an untouched log intact and wholly anchored', async () => {
    const verdict = await everything.database.read(owner, verdictOn)

    expect(verdict).toMatchObject({ problems: [], more: 0, uncovered: 0 })
    expect(verdict.entries).toBeGreaterThanOrEqual(LENGTH * 4)
    expect(verdict.anchors).toBeGreaterThanOrEqual(4)
  })

  test(`A53: finds each of ${COUNT} changes made by the owner of the database`, async () => {
    const dice = diceOf(SEED)
    const kinds = Object.keys(TAMPERINGS)
    const missed: string[] = []
    const elsewhere: string[] = []
    for (let at = 0; at < COUNT; at += 1) {
      const kind = kinds[at < kinds.length ? at : dice(kinds.length)]!
      const chain = chains[dice(chains.length)]!
      const undo = new Error('undo')
      await everything.database
        .write(owner, async ({ db }) => {
          await sql`alter table audit_entry disable trigger user`.execute(db)
          await sql`alter table audit_head disable trigger user`.execute(db)
          const how = await TAMPERINGS[kind]!(db, chain, dice)
          const { problems } = await verdictOn(db)
          if (problems.length === 0) missed.push(`${kind}: ${how}`)
          else if (problems.every((problem) => problem.chain !== chain))
            elsewhere.push(`${kind}: ${how}`)
          throw undo
        })
        .catch((error: unknown) => {
          if (error !== undo) throw error
        })
    }

    process.stdout.write(
      `tamperings: ${COUNT} of ${kinds.length} kinds, seed ${SEED}, missed ${missed.length}\n`,
    )
    expect({ seed: SEED, missed, elsewhere }).toEqual({ seed: SEED, missed: [], elsewhere: [] })
    expect((await everything.database.read(owner, verdictOn)).problems).toEqual([])
  }, 600_000)

  test('notices a rewritten chain by the anchors alone, and says from where on', async () => {
    const undo = new Error('undo')
    const done = everything.database.write(owner, async ({ db }) => {
      await sql`alter table audit_entry disable trigger user`.execute(db)
      await sql`alter table audit_head disable trigger user`.execute(db)
      await TAMPERINGS['edit with every later hash made anew']!(db, chains[1]!, () => 3)
      const unaware = await verifyDump(dumpLines({ read: (_identity, work) => work(db) }))
      const { problems } = await verdictOn(db)

      expect(unaware.problems).toEqual([])
      expect(problems).toEqual([
        {
          chain: chains[1],
          seq: LENGTH,
          what: expect.stringContaining('rewritten here or before'),
        },
      ])
      throw undo
    })

    await expect(done).rejects.toBe(undo)
  })

  test('counts what is newer than the last anchor', async () => {
    await world().asOwner(({ db }) =>
      appendAudit(db, anonymous(new Date()), 'later', new Date(), [
        { action: 'cycleClose', objectType: null, objectId: null, administrationId: null },
      ]),
    )

    expect(await everything.database.read(owner, verdictOn)).toMatchObject({
      problems: [],
      uncovered: 1,
    })
  })

  test('refuses what is no dump', async () => {
    await expect(verifyDump(['{"type":"entry"'])).rejects.toThrow('no JSON object')
    await expect(verifyDump(['{"type":"other"}'])).rejects.toThrow('no known type')
    expect((await verifyDump(['{"type":"dump","version":1}'])).problems).toMatchObject([
      { what: expect.stringContaining('breaks off') },
    ])
  })
})

test('a log of 100,000 entries is walked in bounded memory', async () => {
  const entries = 100_000
  let bytes = 0
  const lines = function* () {
    for (const line of made(entries, 40)) {
      bytes += line.length
      yield line
    }
  }
  for (const line of made(1_000, 4)) JSON.parse(line)
  const parsing = performance.now()
  for (const line of made(entries, 40)) JSON.parse(line)
  const started = performance.now()
  const heap = process.memoryUsage().heapUsed
  const verdict = await verifyDump(lines())
  const walked = performance.now() - started
  const ratio = walked / (started - parsing)

  expect(verdict).toMatchObject({ entries, chains: 40, problems: [], more: 0 })
  process.stdout.write(
    `verified ${entries} entries of ${Math.round(bytes / 1e6)} MB: ${ratio.toFixed(2)} times making and parsing them, ` +
      `${Math.round((process.memoryUsage().heapUsed - heap) / 1e6)} MB more heap\n`,
  )
}, 400_000)

/** A log as the dump prints it, made apart from the database. */
function* made(entries: number, chainCount: number): Generator<string> {
  yield '{"type":"dump","version":1}'
  for (let at = 0; at < chainCount; at += 1) {
    const chain = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
    let previous = createHash('sha256').update(chain).digest('hex')
    const length = entries / chainCount
    for (let seq = 1; seq <= length; seq += 1) {
      const told = { action: 'dataValuesSave', administration: chain, at: '2026-11-03T08:00:00.000Z', chain, client: null,
        content: { after: 'a'.repeat(64), count: seq }, cycle: null, hat: 'N', objectId: chain, objectType: 'Assessment',
        outcome: 'DONE', person: chain, request: `request-${seq}`, seq } // prettier-ignore
      const payload = canonicalJson(told)
      const hash = createHash('sha256')
        .update(Buffer.from(previous, 'hex'))
        .update(payload)
        .digest('hex')
      const { content: _, ...columns } = told
      yield JSON.stringify({ type: 'entry', ...columns, payload, previous, hash })
      previous = hash
    }
    yield JSON.stringify({ type: 'head', chain, seq: length, hash: previous })
  }
  yield JSON.stringify({ type: 'end', entries, chains: chainCount })
}
