import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { keepDemoFiles } from '../../../server/seeds/keep-demo-files'
import { globalId } from '../../../server/src/platform'
import { useWorld } from '../../setup/world.ts'
import { castOf, type Actor } from '../cast.ts'
import { readingReviews } from '../rows.ts'

const world = useWorld()

/** The bytes of a revision, and the line of a submission that names them where there is one. */
interface Bytes {
  readonly revisionId: string
  readonly lineId: string | null
  readonly submissionId: string | null
  readonly administrationId: string
  readonly assessmentId: string
  readonly status: string
  readonly isShared: boolean
  readonly kpiCodes: readonly string[]
}

let cast: readonly Actor[]
let all: readonly Bytes[]

beforeAll(async () => {
  await keepDemoFiles(world().database, world().services.blobs)
  cast = await castOf(world())
  const { rows } = await world().asOwner(({ db }) =>
    sql<Bytes>`select r.id as revision_id, l.id as line_id, l.submission_id, r.administration_id, r.assessment_id, s.status,
        h.is_shared, coalesce(u.codes, '{}') as kpi_codes
      from evidence_revision r join evidence_sharing h on h.evidence_id = r.evidence_id
        join assessment s on s.id = r.assessment_id join cycle c on c.id = s.cycle_id
        join administration a on a.id = r.administration_id
        left join submission_evidence l on l.revision_id = r.id
        left join lateral (select array_agg(kpi_code) as codes from evidence_use where evidence_id = r.evidence_id) u on true
      where r.kind = 'FILE' and a.code in ('XAL', 'XOR', 'XPE', 'XNO', 'XYL', 'XSO')
      order by r.id`.execute(db),
  )
  all = rows
})

const fetched = ({ headers }: Actor, url: string, more: Record<string, string> = {}) =>
  world().server.http.inject({ method: 'GET', url, headers: { ...headers, ...more } })
const ofRevision = ({ revisionId }: Bytes) => `/files/evidence/${globalId('ER', revisionId)}`
const ofLine = (lineId: string) => `/files/evidence/${globalId('EA', lineId)}`
const shapeOf = ({ statusCode, body }: { statusCode: number; body: string }) =>
  `${statusCode} ${body.replace(/"requestId":"[^"]+"/, '')}`

/** An administration's own people read all of it, a contributor what backs assigned KPIs. */
const isOwn = (actor: Actor, { administrationId, assessmentId, kpiCodes }: Bytes) =>
  actor.administrationId === administrationId &&
  ('NAV'.includes(actor.hat) ||
    (actor.hat === 'C' && kpiCodes.some((code) => actor.assigned.has(`${assessmentId}:${code}`))))

const mayRead = (actor: Actor, bytes: Bytes) =>
  isOwn(actor, bytes) ||
  readingReviews(actor, world().clock.now()).some(
    ({ submissionId }) => submissionId === bytes.submissionId,
  ) ||
  (actor.hat === 'O' && bytes.isShared && bytes.status !== 'WITHDRAWN')

const downloads = async () => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<{
      count: number
    }>`select count(*)::int as count from audit_entry where action = 'evidenceDownload'`.execute(
      db,
    ),
  )
  return rows[0]!.count
}

describe('A1, A3, A15, A40: the bytes of evidence', () => {
  test('go to whoever may read them; to others they are as a file that never was', async () => {
    const before = await downloads()
    const wrong: string[] = []
    let given = 0
    const readers = new Set<string>()
    for (const actor of cast) {
      const absent = shapeOf(await fetched(actor, ofLine(randomUUID())))
      for (const bytes of all) {
        const asked: [string, boolean][] = [
          [ofRevision(bytes), isOwn(actor, bytes)],
          ...(bytes.lineId
            ? [[ofLine(bytes.lineId), mayRead(actor, bytes)] as [string, boolean]]
            : []),
        ]
        for (const [url, isOpen] of asked) {
          const answer = await fetched(actor, url)
          const is = isOpen ? answer.statusCode === 200 : shapeOf(answer) === absent
          if (!is) wrong.push(`${actor.name}, ${bytes.status}, ${url}: ${answer.statusCode} where ${isOpen ? 'open' : 'closed'}`) // prettier-ignore
          if (isOpen) {
            given += 1
            readers.add(actor.hat)
          }
        }
      }
    }

    expect(wrong).toEqual([])
    // Nobody outside the administration, its reviewers and the cycle officer ever reads one.
    expect([...readers].toSorted()).toEqual(['A', 'C', 'L', 'N', 'O', 'R', 'V'])
    expect((await downloads()) - before).toBe(given)
  }, 240_000)

  test('are not found under the id of another thing, nor of the item itself', async () => {
    const own = cast.find(({ hat, administration }) => hat === 'N' && administration === 'XOR')!
    const bytes = all.find(({ administrationId, lineId }) => administrationId === own.administrationId && lineId)! // prettier-ignore
    const absent = shapeOf(await fetched(own, ofLine(randomUUID())))
    for (const tag of ['EV', 'AS', 'PE', 'EA']) {
      const url = `/files/evidence/${globalId(tag, bytes.revisionId)}`

      expect([tag, shapeOf(await fetched(own, url))]).toEqual([tag, absent])
    }
    expect(shapeOf(await fetched(own, `/files/evidence/${globalId('ER', bytes.lineId!)}`))).toBe(absent) // prettier-ignore
    expect((await fetched(own, `/files/evidence/${bytes.revisionId}`)).statusCode).toBe(404)
  })

  test('A38: do not go to the page of another site', async () => {
    const own = cast.find(({ hat, administration }) => hat === 'N' && administration === 'XOR')!
    const bytes = all.find(({ administrationId }) => administrationId === own.administrationId)!
    const lies = [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]
    for (const lie of lies) {
      expect((await fetched(own, ofRevision(bytes), lie as never)).statusCode).toBe(403)
    }
  })

  test('are closed again at the next request, once the right to read them has ended', async () => {
    const officer = cast.find(({ hat }) => hat === 'O')!
    const bytes = all.find(({ isShared, lineId, status }) => isShared && lineId && status === 'ACCEPTED')! // prettier-ignore
    const setShared = (isShared: boolean) =>
      world().asOwner(({ db }) =>
        sql`update evidence_sharing set is_shared = ${isShared} where evidence_id =
          (select evidence_id from evidence_revision where id = ${bytes.revisionId}::uuid)`.execute(
          db,
        ),
      )
    const first = await fetched(officer, ofLine(bytes.lineId!))
    await setShared(false)
    const second = await fetched(officer, ofLine(bytes.lineId!))
    await setShared(true)

    expect([first.statusCode, second.statusCode]).toEqual([200, 404])
  })
})
