import { readdirSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useWorld } from '../../../tests/setup/world.ts'
import {
  PDF,
  details,
  evidenceOf,
  handingIn,
  hashOf,
  reasonsOf,
  sendEvidence,
  step,
} from './handing-in.testing'

const world = useWorld()
const { announce, put, handIn, get } = handingIn(world)
const SECOND = Buffer.from('%PDF-1.7\nrevised\n%%EOF\n')
const waiting = () => {
  try {
    return readdirSync(world().services.files.directory)
  } catch {
    return []
  }
}

describe('M8: a file as evidence', () => {
  test('backs several KPIs, is counted once and leaves nothing waiting', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const before = await evidenceOf(coordinator)
    const { evidence, problems } = await handIn(coordinator, before.id, ['TF-01-1', 'TF-02-1'])
    const after = await evidenceOf(coordinator)
    const answers = new Map(
      after.working.responses.map((each: { kpiCode: string }) => [each.kpiCode, each]),
    )

    expect(problems).toEqual([])
    expect(evidence).toMatchObject({
      kind: 'FILE', title: 'Annual report 2024', number: 1, sha256: hashOf(PDF), size: PDF.length,
      mediaType: 'application/pdf', scanState: 'NOT_SCANNED', fileName: 'report.pdf', url: null,
      kpiCodes: ['TF-01-1', 'TF-02-1'], shareWithSecretariat: false, dated: '2025-03-31',
      viewerCan: { edit: { allowed: true }, share: { allowed: true } },
    }) // prettier-ignore
    expect(answers.get('TF-02-1')).toMatchObject({
      evidence: expect.arrayContaining([{ title: 'Annual report 2024' }]),
    })
    expect(after.progress.kpisEvidenced).toBeGreaterThanOrEqual(before.progress.kpisEvidenced)
    expect(waiting()).toEqual([])
  })

  test('gets revisions, of which the former stay readable byte by byte', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await evidenceOf(coordinator)
    const { evidence } = await handIn(coordinator, id, ['TF-01-2'], { title: 'Survey' })
    const started = await announce(coordinator, id, { evidenceId: evidence.id }, SECOND)
    await put(coordinator, started.uploadPath, SECOND)
    const stale = await sendEvidence(coordinator, 'evidenceUploadFinish', {
      ticket: started.ticket, expectedVersion: 0,
    }) // prettier-ignore
    const revised = await sendEvidence(coordinator, 'evidenceUploadFinish', {
      ticket: started.ticket, expectedVersion: evidence.version,
    }) // prettier-ignore
    const [newest, oldest] = revised.evidence.revisions
    const bodies = await Promise.all(
      [newest, oldest].map(async ({ downloadPath }) => (await get(coordinator, downloadPath)).rawPayload),
    ) // prettier-ignore

    expect(reasonsOf(stale)).toEqual(['STALE_VERSION'])
    expect(stale.evidence.number).toBe(1)
    expect(revised.evidence).toMatchObject({ number: 2, sha256: hashOf(SECOND), version: 2 })
    expect([newest.number, oldest.number]).toEqual([2, 1])
    expect(bodies).toEqual([SECOND, PDF])
  })

  test('is handed out as an attachment that no browser runs, in parts too, and is written in the log', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await evidenceOf(coordinator)
    const { evidence } = await handIn(coordinator, id, ['TF-01-3'], { title: 'Log' })
    const whole = await get(coordinator, evidence.downloadPath)
    const part = await get(coordinator, evidence.downloadPath, { range: 'bytes=1-3' })
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ content: string }>`select to_jsonb(e)::text as content from audit_entry e
        where action = 'evidenceDownload'`.execute(db),
    )

    expect([whole.statusCode, whole.rawPayload]).toEqual([200, PDF])
    expect(whole.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    expect(whole.headers['content-disposition']).toMatch(/^attachment; filename="report.pdf"/)
    expect(whole.headers['content-security-policy']).toContain('sandbox')
    expect([part.statusCode, part.body]).toEqual([206, PDF.toString().slice(1, 4)])
    expect(rows.length).toBeGreaterThanOrEqual(2)
    expect(rows.at(-1)!.content).toContain(hashOf(PDF))
    expect(rows.at(-1)!.content).not.toContain('report.pdf')
  })

  test('a link is kept as an address, which nobody but a browser opens', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await evidenceOf(coordinator)
    const add = (url: string) =>
      sendEvidence(coordinator, 'evidenceLinkAdd', { assessmentId: id, url, details: details(['TF-03-1'], 'Web page') }) // prettier-ignore
    const { evidence } = await add('https://customs.example/annual-report')
    const revised = await sendEvidence(coordinator, 'evidenceLinkAdd', {
      assessmentId: id, evidenceId: evidence.id, expectedVersion: evidence.version, url: 'https://customs.example/2',
    }) // prettier-ignore
    const refused = await Promise.all(
      ['javascript:alert(1)', 'data:text/html,x', 'ftp://x.example', 'https://bank.example@evil.example', 'https://a.example/\u202Efdp', '/relative', `https://x.example/${'x'.repeat(2000)}`].map(add),
    ) // prettier-ignore

    expect(evidence).toMatchObject({ kind: 'LINK', url: 'https://customs.example/annual-report', downloadPath: null, size: null }) // prettier-ignore
    expect(revised.evidence).toMatchObject({ number: 2, url: 'https://customs.example/2' })
    expect(refused.map(reasonsOf)).toEqual([...Array(6).fill(['BAD_ADDRESS']), ['TEXT_TOO_LONG']])
  })

  test('everything wrong with the details is said at once, and nothing is kept', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const before = await evidenceOf(coordinator)
    const answer = await sendEvidence(coordinator, 'evidenceLinkAdd', {
      assessmentId: before.id,
      url: 'nowhere',
      details: {
        title: '\u202Ereport', language: 'English', dated: '2999-01-01', confidentiality: 'RESTRICTED',
        kpiCodes: ['TF-01-1', 'TF-01-1', 'NO-SUCH'],
      },
    }) // prettier-ignore

    expect(reasonsOf(answer)).toEqual(['BAD_ADDRESS', 'HIDDEN_CHARACTER', 'UNKNOWN_LANGUAGE', 'BAD_PERIOD', 'TWICE', 'UNKNOWN_KPI']) // prettier-ignore
    expect((await evidenceOf(coordinator)).working.evidence).toEqual(before.working.evidence)
  })

  test('details and KPIs change together, and the coordinator may leave it without any', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await evidenceOf(coordinator)
    const { evidence } = await handIn(coordinator, id, ['TF-04-1'], { title: 'Draft' })
    const changed = await sendEvidence(coordinator, 'evidenceUpdate', {
      evidenceId: evidence.id, expectedVersion: evidence.version,
      details: { ...details(['TF-04-2', 'TF-04-3'], 'Final'), language: 'fr', confidentiality: 'RESTRICTED', dated: null },
    }) // prettier-ignore
    const orphan = await sendEvidence(coordinator, 'evidenceUpdate', {
      evidenceId: evidence.id, expectedVersion: changed.evidence.version, details: details([], 'Final'),
    }) // prettier-ignore

    expect(changed.evidence).toMatchObject({
      title: 'Final', language: 'fr', confidentiality: 'RESTRICTED', dated: null, kpiCodes: ['TF-04-2', 'TF-04-3'], number: 1,
    }) // prettier-ignore
    expect(orphan.evidence).toMatchObject({ kpiCodes: [], version: 3 })
  })

  test('the same key acts once, whatever becomes of the answer', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await evidenceOf(coordinator)
    const started = await announce(coordinator, id, { kpiCodes: ['TF-05-1'] })
    await put(coordinator, started.uploadPath, PDF)
    const input = {
      ticket: started.ticket, details: details(['TF-05-1'], 'Once'), idempotencyKey: randomUUID(),
    } // prettier-ignore
    const first = await sendEvidence(coordinator, 'evidenceUploadFinish', input)
    const again = await sendEvidence(coordinator, 'evidenceUploadFinish', input)
    const { working } = await evidenceOf(coordinator)

    expect([first.problems, again.problems]).toEqual([[], []])
    expect(again.evidence.id).toBe(first.evidence.id)
    expect(working.evidence.filter(({ title }: { title: string }) => title === 'Once')).toHaveLength(1) // prettier-ignore
  })
})

describe('faults of an upload', () => {
  test('a file of 1 GB is refused before a byte of it is sent', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await evidenceOf(coordinator)
    const refused = await announce(coordinator, id, { kpiCodes: ['TF-01-1'], size: 1_000_000_000 })

    expect(refused).toMatchObject({ ticket: null, uploadPath: null })
    expect(reasonsOf(refused)).toEqual(['FILE_TOO_LARGE', 'QUOTA_EXCEEDED'])
  })

  test('a file swapped between announcement and arrival is refused and not kept', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await evidenceOf(coordinator)
    const other = Buffer.from(PDF)
    other[12] = 0x32
    const started = await announce(coordinator, id, { kpiCodes: ['TF-01-1'] })
    await put(coordinator, started.uploadPath, other)
    const finish = () =>
      sendEvidence(coordinator, 'evidenceUploadFinish', { ticket: started.ticket, details: details(['TF-01-1'], 'Swapped') }) // prettier-ignore
    const refused = await finish()
    const { working } = await evidenceOf(coordinator)

    expect(reasonsOf(refused)).toEqual(['HASH_MISMATCH'])
    expect(waiting()).toEqual([])
    expect(reasonsOf(await finish())).toEqual(['NOT_FOUND'])
    expect(working.evidence.map(({ title }: { title: string }) => title)).not.toContain('Swapped')
    expect(await world().services.blobs.read(await keyOf(other))).toBeNull()
  })

  test('what the name does not say, or a scanner knows, is refused and not kept', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await evidenceOf(coordinator)
    const trial = Buffer.from(
      ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
    )
    const page = Buffer.from('<html><script>alert(1)</script></html>')
    const asText = { fileName: 'a.txt', mediaType: 'text/plain' }
    const found = [
      await handIn(coordinator, id, ['TF-01-1'], { bytes: trial, start: asText }),
      await handIn(coordinator, id, ['TF-01-1'], { bytes: page, start: asText }),
      await handIn(coordinator, id, ['TF-01-1'], { bytes: page }),
      await announce(coordinator, id, { kpiCodes: ['TF-01-1'], fileName: 'a.svg' }),
      await announce(coordinator, id, { kpiCodes: ['TF-01-1'], mediaType: 'text/html' }),
      await announce(coordinator, id, { kpiCodes: ['TF-01-1'], sha256: 'x' }),
    ]

    expect(found.map(reasonsOf)).toEqual([
      ['FILE_INFECTED'], ['WRONG_TYPE'], ['WRONG_TYPE'], ['BAD_FORMAT'], ['WRONG_TYPE'], ['BAD_HASH'],
    ]) // prettier-ignore
    expect(waiting()).toEqual([])
  })

  test('a hundred files fill an assessment', async () => {
    const coordinator = await world().as('COORDINATOR', 'XIS')
    const { id } = await evidenceOf(await world().as('COORDINATOR', 'XAL'))
    await world().asOwner(({ db }) =>
      sql`insert into evidence_revision (id, evidence_id, assessment_id, administration_id, number, kind, sha256, size, media_type, written_at, written_by)
        select gen_random_uuid(), e.id, e.assessment_id, e.administration_id, 1000 + n, 'FILE', repeat('a', 64), 1, 'text/plain', now(), e.created_by
        from (select * from evidence where removed_at is null and administration_id = (select id from administration where code = 'XAL')
          order by id limit 1) e, generate_series(1, 100) n`.execute(db),
    )
    const refused = await announce(await world().as('COORDINATOR', 'XAL'), id, { kpiCodes: ['TF-01-1'] }) // prettier-ignore
    await world().asOwner(({ db }) =>
      sql`delete from evidence_revision where number > 1000`.execute(db),
    )

    expect(coordinator.name).not.toBe('')
    expect(reasonsOf(refused)).toEqual(['TOO_MANY_FILES'])
  })
})

const keyOf = async (bytes: Buffer): Promise<string> => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<{ id: string }>`select id from administration where code = 'XAL'`.execute(db),
  )
  return `${rows[0]!.id}/${hashOf(bytes)}`
}

describe('who may', () => {
  test('a contributor adds to assigned KPIs only, and sees nothing of the rest', async () => {
    const contributor = await world().as('CONTRIBUTOR', 'XAL')
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id, working } = await evidenceOf(contributor)
    const assigned = working.responses.map(({ kpiCode }: { kpiCode: string }) => kpiCode)
    const all = (await evidenceOf(coordinator)).working.responses.map(({ kpiCode }: { kpiCode: string }) => kpiCode) // prettier-ignore
    const foreign = all.find((code: string) => !assigned.includes(code))!
    const own = await handIn(contributor, id, [assigned[0]], { title: 'Mine' })
    const others = await handIn(coordinator, id, [foreign], { title: 'Not mine' })
    const both = await handIn(coordinator, id, [assigned[0], foreign], { title: 'Of both' })
    const seen = (await evidenceOf(contributor)).working.evidence
    const titles = seen.map(({ title }: { title: string }) => title)
    const refused = [
      await announce(contributor, id, { kpiCodes: [foreign] }),
      await announce(contributor, id, { kpiCodes: [] }),
      await sendEvidence(contributor, 'evidenceRemove', { evidenceId: others.evidence.id, expectedVersion: 1 }),
      await sendEvidence(contributor, 'evidenceRemove', { evidenceId: both.evidence.id, expectedVersion: 1 }),
      await sendEvidence(contributor, 'evidenceSharingSet', { evidenceId: own.evidence.id, isShared: true }),
      await sendEvidence(contributor, 'evidenceUpdate', { evidenceId: own.evidence.id, expectedVersion: 1, details: details([], 'Mine') }),
    ] // prettier-ignore

    expect(own.problems).toEqual([])
    expect(titles).toEqual(expect.arrayContaining(['Mine', 'Of both']))
    expect(titles).not.toContain('Not mine')
    expect(seen.find(({ title }: { title: string }) => title === 'Of both').kpiCodes).toEqual([assigned[0]]) // prettier-ignore
    expect(refused.map(reasonsOf)).toEqual([
      ['NOT_ASSIGNED'], ['NOT_ASSIGNED'], ['NOT_FOUND'], ['NOT_ASSIGNED'], ['WRONG_HAT'], ['NOT_ASSIGNED'],
    ]) // prettier-ignore
    expect((await get(contributor, others.evidence.downloadPath)).statusCode).toBe(404)
    expect((await get(contributor, both.evidence.downloadPath)).statusCode).toBe(200)
  })

  test('approver and viewer read, and change nothing', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await evidenceOf(coordinator)
    const { evidence } = await handIn(coordinator, id, ['TF-01-1'], { title: 'To read' })
    for (const hat of ['APPROVER', 'VIEWER']) {
      const who = await world().as(hat, 'XAL')
      const refused = [
        await announce(who, id, { kpiCodes: ['TF-01-1'] }),
        await sendEvidence(who, 'evidenceLinkAdd', { assessmentId: id, url: 'https://a.example', details: details(['TF-01-1']) }),
        await sendEvidence(who, 'evidenceUpdate', { evidenceId: evidence.id, expectedVersion: 1, details: details(['TF-01-1']) }),
        await sendEvidence(who, 'evidenceRemove', { evidenceId: evidence.id, expectedVersion: 1 }),
        await sendEvidence(who, 'evidenceSharingSet', { evidenceId: evidence.id, isShared: true }),
      ] // prettier-ignore

      expect(refused.map(reasonsOf)).toEqual(Array(5).fill(['WRONG_HAT']))
      expect((await get(who, evidence.downloadPath)).statusCode).toBe(200)
    }
  })

  test('while the approver decides, and after acceptance, nothing changes but the sharing', async () => {
    const coordinator = await world().as('COORDINATOR', 'XNO')
    const { id } = await evidenceOf(coordinator)

    expect(reasonsOf(await announce(coordinator, id, { kpiCodes: ['TF-01-1'] }))).toEqual(['WRONG_STATE']) // prettier-ignore
  })

  test('of a returned assessment only the returned KPIs are open', async () => {
    const coordinator = await world().as('COORDINATOR', 'XPE')
    const { id } = await evidenceOf(coordinator)
    const open = await handIn(coordinator, id, ['OD-02-1'], { title: 'Staff list' })
    const refused = await announce(coordinator, id, { kpiCodes: ['OD-02-1', 'TF-01-1'] })
    const widened = await sendEvidence(coordinator, 'evidenceUpdate', {
      evidenceId: open.evidence.id, expectedVersion: 1, details: details(['OD-02-1', 'TF-01-1'], 'Staff list'),
    }) // prettier-ignore

    expect(open.problems).toEqual([])
    expect(reasonsOf(refused)).toEqual(['WRONG_STATE'])
    expect(reasonsOf(widened)).toEqual(['WRONG_STATE'])
  })
})

test('a submission fixes the attached revisions; what follows changes neither it nor its hash', async () => {
  const coordinator = await world().as('COORDINATOR', 'XKE')
  const approver = await world().as('APPROVER', 'XKE')
  const start = await evidenceOf(coordinator)
  const back = await step(approver, 'assessmentSendBack', 'AssessmentSendBackInput', {
    assessmentId: start.id, expectedVersion: start.version, reason: 'Add the annual report.',
  }) // prettier-ignore
  const { evidence } = await handIn(coordinator, start.id, ['TF-01-1', 'TF-01-2'], { title: 'Attached' }) // prettier-ignore
  await handIn(coordinator, start.id, [], { title: 'Orphan' })
  await sendEvidence(coordinator, 'evidenceSharingSet', { evidenceId: evidence.id, isShared: true })
  const asked = await step(coordinator, 'assessmentRequestApproval', 'AssessmentDecideInput', {
    assessmentId: start.id, expectedVersion: back.assessment.version,
  }) // prettier-ignore
  const submitted = await step(approver, 'assessmentSubmit', 'AssessmentSubmitInput', {
    assessmentId: start.id, expectedVersion: asked.assessment.version,
  }) // prettier-ignore
  const removed = await sendEvidence(coordinator, 'evidenceRemove', {
    evidenceId: evidence.id, expectedVersion: 1,
  }) // prettier-ignore
  const { submitted: copy } = await evidenceOf(coordinator)
  const attached = copy.evidence.find(({ title }: { title: string }) => title === 'Attached')

  expect(submitted.problems).toEqual([])
  expect(reasonsOf(removed)).toEqual(['WRONG_STATE'])
  expect(copy.evidence.map(({ title }: { title: string }) => title)).not.toContain('Orphan')
  expect(attached).toMatchObject({
    number: 1, sha256: hashOf(PDF), kpiCodes: ['TF-01-1', 'TF-01-2'], version: null, revisions: expect.any(Array),
  }) // prettier-ignore

  const officer = await world().as('CYCLE_OFFICER')
  const look = async () => {
    const { data } = await officer.query(
      `query One($id: ID!) { assessment(id: $id) { submitted { evidence { title url fileName downloadPath shareWithSecretariat scanState sha256 } } } }`,
      { id: start.id },
    )
    return data.assessment.submitted.evidence.find(({ title }: { title: string }) => title === 'Attached') // prettier-ignore
  }
  const unscanned = await look()
  await world().asOwner(({ db }) =>
    sql`update evidence_file set scan_state = 'CLEAN', scanned_at = now() where sha256 = ${hashOf(PDF)}`.execute(
      db,
    ),
  )
  const scanned = await look()
  const opened = await get(officer, scanned.downloadPath)
  await sendEvidence(coordinator, 'evidenceSharingSet', {
    evidenceId: evidence.id,
    isShared: false,
  })
  const closed = await look()
  const gone = await get(officer, scanned.downloadPath)
  const random = await get(officer, '/files/evidence/nowhere')
  const strip = (body: string) => body.replace(/"requestId":"[^"]+"/, '')

  expect(unscanned).toMatchObject({ fileName: 'report.pdf', downloadPath: null, scanState: 'NOT_SCANNED' }) // prettier-ignore
  expect([opened.statusCode, opened.rawPayload]).toEqual([200, PDF])
  expect(closed).toMatchObject({ title: 'Attached', fileName: null, downloadPath: null, shareWithSecretariat: false, sha256: hashOf(PDF) }) // prettier-ignore
  expect([gone.statusCode, strip(gone.body)]).toEqual([404, strip(random.body)])
})
