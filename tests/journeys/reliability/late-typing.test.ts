import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { administer, withDatabase } from '../../setup/administer.ts'
import { findPostgres, startPostgres, type PostgresServer } from '../../setup/postgres.ts'
import { openBrowser, openWindow } from '../browser.ts'
import { startBuiltServer, type BuiltServer } from '../built-server.ts'
import { watchCalm } from '../people/calm.ts'
import { Member } from '../people/member.ts'
import { Typist } from '../people/typist.ts'
import type { Stage } from '../stage.ts'

const ALL = 'All declarations, 2024 (T)'

// Time and roles are moved behind the server's back, which the embedded database does not allow.
describe.skipIf(!findPostgres())('while Mariam types', () => {
  let place: PostgresServer
  let server: BuiltServer
  let browser: Browser
  let url: string
  let stage: Stage
  beforeAll(async () => {
    place = await startPostgres()
    const name = `pmm_late_${randomUUID().slice(0, 8)}`
    await administer(place.ownerUrl, `create database ${name}`)
    url = withDatabase(place.ownerUrl, name)
    const env = { DATABASE_URL: url, PMM_OWNER_URL: url, PMM_DEMO: '1' }
    ;[server, browser] = await Promise.all([startBuiltServer({ env }), openBrowser()])
    const { origin } = server
    stage = { origin, opens: (options) => openWindow(browser, origin, options) }
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.clear()
    await place?.stop()
  })

  const stored = async () => {
    const typist = await Typist.named('Mariam Selk', server.origin)
    const at = await typist.assessment()
    return (await typist.figures(at.id, at.year)).get('DECL_ALL')!
  }

  test('the deadline passes: she reads why, the figure stays in the cell and is not stored', async () => {
    const mariam = await Member.named('Mariam Selk', stage)
    await mariam.turnsTo('TF-01-1')
    await mariam.enters('480100', ALL)
    const acknowledged = await stored()
    await mariam.beginsToType('48', ALL)
    await administer(url, `update cycle set closes_at = now() - interval '1 second' where code = 'C2024'`) // prettier-ignore

    await mariam.types('480200', ALL)
    await mariam.sees('The period of entry is over.')
    expect(await mariam.readsFigure(ALL)).toBe('480200')
    const after = await stored()
    expect(after.value).not.toBe('480200')
    expect(after.version).toBeGreaterThanOrEqual(acknowledged.version)
    await administer(url, `update cycle set closes_at = now() + interval '40 days' where code = 'C2024'`) // prettier-ignore
  })

  test('her role ends: she is told, the figure stays in the cell and is not stored', async () => {
    const mariam = await Member.named('Mariam Selk', stage)
    const isCalm = watchCalm(mariam.page)
    await mariam.turnsTo('TF-01-1')
    await mariam.enters('490100', ALL)
    // What the page still reads would find her gone too, and the dialog would stand over the cell before she types.
    await isCalm()
    const ended = (at: string) =>
      `update person_role set ended_at = ${at} where role = 'COORDINATOR'
        and person_id in (select id from person where name = 'Mariam Selk')`
    await administer(url, ended('now()'))

    await mariam.types('490200', ALL)
    await mariam.seesDialog('Your role has ended')
    await mariam.seesInDialog('You no longer act as Coordinator (Republic of Aldova)')
    await mariam.seesInDialog('TF-01-1: All declarations, 2024 DECL_ALL')
    expect(await mariam.readsFigure(ALL)).toBe('490200')
    await mariam.opens('/member/assessment')
    await mariam.sees('You no longer act as Coordinator (Republic of Aldova)')
    await administer(url, ended('null'))
    expect((await stored()).value).toBe('490100')
  })
})
