import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { PARTS, castOf } from '../../../../tests/access/cast.ts'
import { useWorld, type Caller } from '../../../../tests/setup/world.ts'
import { readPdf } from '../../../../tests/setup/read-pdf.ts'
import { globalId } from '#platform'
import { mine, send } from '../asking.testing'

const world = useWorld()
const SEEN = `query Seen($id: ID!, $number: Int!) { assessment(id: $id) { submitted(number: $number) {
  number contentHash signer { name hat } overallNote
  evidence { title fileName url sha256 kpiCodes } responses { kpiCode disclosureLevel justification publicNote reasonText } } } }`

const get = (who: Pick<Caller, 'headers'>, url: string) =>
  world().server.http.inject({ method: 'GET', url, headers: { ...who.headers } })
const at = (id: string, number = 1, query = '') => `/files/receipts/${id}.${number}.pdf${query}`
const strip = (body: string) => body.replace(/"requestId":"[^"]+"/, '')
/** Without spaces, which a broken line may hold anywhere. */
const plain = (text: string) => text.replaceAll(/[\s\u200b]+/g, '')
const flat = (text: string) => text.replaceAll(/\s+/g, ' ')

/** The assessment of an administration in a cycle, with its submissions, as its coordinator sees it. */
async function submittedBy(code: string, cycle = 'C2024') {
  const { data } = await (
    await world().as('COORDINATOR', code)
  ).query(
    `query Mine($cycle: String!) { myAssessment(cycle: $cycle) { id submissions { number contentHash } } }`,
    { cycle },
  )
  return data.myAssessment as { id: string; submissions: { number: number; contentHash: string }[] }
}

describe('M9: the receipt of a submission', () => {
  test('names who signed what, when and as what, with the hash and every answer', async () => {
    const approver = await world().as('APPROVER', 'XNO')
    const now = await mine(approver)
    expect((await get(approver, at(now.id))).statusCode).toBe(404)
    const { problems } = await send(approver, 'assessmentSubmit', {
      assessmentId: now.id,
      expectedVersion: now.version,
      note: 'Checked with the treasury.',
    })
    const answer = await get(approver, at(now.id))
    const read = await readPdf(answer.rawPayload)
    const { data } = await approver.query(SEEN, { id: now.id, number: 1 })
    const { contentHash, evidence, responses, signer } = data.assessment.submitted

    expect(problems).toEqual([])
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringContaining('receipt-XNO-C2024-1-en.pdf'),
    })
    expect(read).toMatchObject({
      title: expect.stringContaining('Receipt of submission 1'), language: 'en', isMarked: true,
      claimsUa1: true, hasTree: true, showsTitle: true,
    }) // prettier-ignore
    expect(read.text).toContain(contentHash)
    expect(flat(read.text)).toContain(`Signed by: ${signer.name}`)
    expect(signer.hat).toBe('APPROVER')
    expect(flat(read.text)).toContain('Role at the signature: Approver')
    expect(read.text).toMatch(/\d{1,2} \w+ 20\d\d at \d\d:\d\d:\d\d UTC/)
    expect(read.text).toContain('Synthetic demonstration data')
    for (const { kpiCode } of responses) expect(read.text).toContain(kpiCode)
    expect(flat(read.text)).toMatch(/KPIs listed: 51/)
    const isLevel = (level: string) =>
      responses.filter((each: { disclosureLevel: string }) => each.disclosureLevel === level).length
    for (const [level, name] of [['NATIONAL', 'National'], ['WCO', 'WCO members'], ['PUBLIC', 'Public']] as const) {
      expect(flat(read.text)).toContain(`Disclosure level “${name}”: ${isLevel(level)}`)
    } // prettier-ignore
    for (const { justification, publicNote, reasonText } of responses) {
      for (const text of [justification, publicNote, reasonText]) {
        if (text) expect(plain(read.text)).toContain(plain(text))
      }
    }
    expect(plain(read.text)).toContain(
      plain('On the assessment as a whole Checked with the treasury.'),
    )
    expect(evidence.length).toBeGreaterThan(0)
    for (const { title, fileName, url, sha256, kpiCodes } of evidence) {
      expect(plain(read.text)).toContain(
        plain(`${title}${fileName ? `File: ${fileName}` : `Link: ${url}`}`),
      )
      expect(read.text).toContain(sha256)
      expect(read.text).toContain(kpiCodes[0])
    }
    expect([...read.roles.keys()]).toEqual(
      expect.arrayContaining(['Document', 'H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'L', 'LI']),
    )
    expect(read.roles.get('H1')).toBe(1)
  })

  test('is French where that is asked for, and the same bytes each time', async () => {
    const { id } = await submittedBy('XSO')
    const viewer = await world().as('VIEWER', 'XSO')
    const [first, second, odd] = await Promise.all(
      ['?locale=fr', '?locale=fr', '?locale=xx&locale=fr'].map((query) => get(viewer, at(id, 1, query))),
    ) // prettier-ignore
    const read = await readPdf(first!.rawPayload)

    expect(read).toMatchObject({ language: 'fr', title: expect.stringContaining('Reçu de la soumission 1') }) // prettier-ignore
    expect(read.text).toContain('Données de démonstration inventées')
    expect(flat(read.text)).toContain('Rôle lors de la signature')
    expect(second!.rawPayload.equals(first!.rawPayload)).toBe(true)
    expect((await readPdf(odd!.rawPayload)).language).toBe('en')
  })
})

describe('who opens it', () => {
  test('whoever sees that submission in GraphQL, with what they see of it, and nobody else', async () => {
    const cast = await castOf(world(), [
      ...PARTS.filter(({ hat }) => hat !== 'P'),
      { name: 'approver of XSO', hat: 'A', administration: 'XSO' },
      { name: 'contributor of XSO', hat: 'C', administration: 'XSO' },
    ])
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ id: string; code: string; number: number }>`
        select distinct on (s.status, c.code, r.status) s.id, a.code, u.number from submission u
          join assessment s on s.id = u.assessment_id
          join administration a on a.id = u.administration_id
          join cycle c on c.id = s.cycle_id
          left join review r on r.assessment_id = s.id
        order by s.status, c.code, r.status, a.code`.execute(db),
    )
    const nowhere = await get(
      world().nobody(),
      at(globalId('AS', '00000000-0000-4000-8000-000000000000')),
    )
    const wrong: string[] = []
    const opened = new Map<string, number>()
    for (const { id: uuid, number, code } of rows) {
      const id = globalId('AS', uuid)
      for (const actor of cast) {
        const asked = await world().server.http.inject({
          method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...actor.headers },
          payload: { query: SEEN, variables: { id, number } },
        }) // prettier-ignore
        const seen = asked.json().data?.assessment?.submitted ?? null
        const { statusCode, body, rawPayload } = await get(actor, at(id, number))
        if (statusCode !== (seen ? 200 : 404)) wrong.push(`${actor.name}, ${code}: ${statusCode}`)
        if (!seen) {
          if (strip(body) !== strip(nowhere.body)) wrong.push(`${actor.name}, ${code}: ${body}`)
          continue
        }
        opened.set(actor.hat, (opened.get(actor.hat) ?? 0) + 1)
        const text = flat((await readPdf(rawPayload)).text)
        if (!text.includes(seen.contentHash)) wrong.push(`${actor.name}, ${code}: no hash`)
        const shown = seen.responses.length
        const counted = shown < 51 ? `KPIs listed: ${shown} of 51` : 'KPIs listed: 51'
        if (!text.includes(counted)) wrong.push(`${actor.name}, ${code}: not ${counted}`)
      }
    }

    expect(wrong).toEqual([])
    expect(nowhere.statusCode).toBe(404)
    expect([...opened.keys()].toSorted()).toEqual(['A', 'C', 'L', 'N', 'O', 'R', 'V'])
  }, 300_000)

  test('not another administration, not the secretariat beside its task, not without a session', async () => {
    const { id } = await submittedBy('XSO')
    const status = async (who: Caller) => (await get(who, at(id))).statusCode

    expect(await status(await world().as('APPROVER', 'XSO'))).toBe(200)
    expect(await status(await world().as('CYCLE_OFFICER'))).toBe(200)
    for (const who of [
      world().nobody(), await world().as('APPROVER', 'XNO'), await world().as('COORDINATOR', 'XAL'),
      await world().as('METHODOLOGY_EDITOR'), await world().as('ADMINISTRATOR'), await world().as('PMMPT_OBSERVER'),
      await world().person('Selma Orrin', 'REVIEWER'),
    ]) {
      expect(await status(who)).toBe(404)
    } // prettier-ignore
  })

  test('names evidence the member does not share with the secretariat without its file or address', async () => {
    const { id } = await submittedBy('XNO')
    const own = (await readPdf((await get(await world().as('APPROVER', 'XNO'), at(id))).rawPayload))
      .text
    const officer = await world().as('CYCLE_OFFICER')
    const theirs = (await readPdf((await get(officer, at(id))).rawPayload)).text
    const { data } = await officer.query(SEEN, { id, number: 1 })
    const hidden = data.assessment.submitted.evidence.filter(
      ({ fileName, url }: { fileName: string | null; url: string | null }) => !fileName && !url,
    )

    expect(hidden.length).toBeGreaterThan(0)
    for (const { title, sha256 } of hidden) {
      expect(plain(theirs)).toContain(plain(title))
      expect(theirs).toContain(sha256)
    }
    expect(theirs).toMatch(/(File|Link): not disclosed/)
    expect(own).not.toMatch(/(File|Link): not disclosed/)
  })

  test('a read from outside is in the log of the administration, one of its own is not', async () => {
    const { id } = await submittedBy('XTE')
    const entries = () =>
      world().asOwner(async ({ db }) => {
        const { rows } = await sql<{ count: number }>`select count(*)::int as count from access_log_entry`.execute(db)
        return rows[0]!.count
      }) // prettier-ignore
    const before = await entries()
    await get(await world().as('APPROVER', 'XTE'), at(id))
    const own = await entries()
    await get(await world().as('CYCLE_OFFICER'), at(id))

    expect([own - before, (await entries()) - own]).toEqual([0, 1])
  })

  test('an address of another kind is nothing', async () => {
    const officer = await world().as('CYCLE_OFFICER')
    const { id } = await submittedBy('XSO')
    const answers = await Promise.all(
      [
        at(id, 2), at(id, 0), at(id, 99_999_999), `/files/receipts/${id}.pdf`, `/files/receipts/${id}.1.xlsx`, at('x'),
        at(`${id}x`), `/files/receipts/${id}.-1.pdf`, `/files/receipts/${id}.1.pdf%00`, '/files/receipts/%2e%2e',
      ].map((url) => get(officer, url)),
    ) // prettier-ignore

    expect(answers.map(({ statusCode }) => statusCode).filter((each) => each !== 404 && each !== 400)).toEqual([])
  }) // prettier-ignore
})

describe('hostile names', () => {
  test.each([
    ['a call', '#eval("1+1") #read("/etc/passwd")'],
    ['marks', '*bold* _x_ `raw` <label> @cite = Head'],
    ['a formula', '$ x^2 $ and $'],
    ['braces', '] ) } #] {number} {page} ${x}'],
    ['very long', 'Z'.repeat(1500)],
  ])('%s are printed as they stand', async (_what, name) => {
    const read = await receiptNamed(name)

    expect(flat(read.text).replaceAll(/\s|\u200b/g, '')).toContain(name.replaceAll(/\s/g, ''))
    expect(read.claimsUa1).toBe(true)
  })

  test('one from right to left and signs without a font leave it readable and conforming', async () => {
    const read = await receiptNamed('إدارة \u202e漢字 الجمارك')

    expect(read.claimsUa1).toBe(true)
    expect(read.text).toMatch(/[\ufe70-\ufeff\u0600-\u06ff]/)
    expect(read.text).not.toContain('\u202e')
    expect(flat(read.text)).toContain('stands for a character that cannot be drawn here')
  })

  /** The receipt of XSO with this name for the administration, its signer and a reason. */
  async function receiptNamed(name: string) {
    const { id } = await submittedBy('XSO')
    await world().asOwner(async ({ db }) => {
      await sql`update administration set name = ${JSON.stringify({ en: name, fr: name })}::jsonb where code = 'XSO'`.execute(db)
      await sql`update person set name = ${name} where id in (select submitted_by from submission u
        join administration a on a.id = u.administration_id where a.code = 'XSO')`.execute(db)
    }) // prettier-ignore
    const { rawPayload, statusCode } = await get(await world().as('APPROVER', 'XSO'), at(id))
    expect(statusCode).toBe(200)
    return readPdf(rawPayload)
  }
})
