import { expect, test } from 'vitest'
import { Coordinator } from './people/coordinator.ts'
import { Member } from './people/member.ts'
import { Officer } from './people/officer.ts'
import type { Person } from './people/person.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const MARKUP = `<img src="/nowhere.png" onerror="window.ran = true"><script>window.ran = true</script>{{ 7 * 7 }}`
const DUE = new Date(Date.now() + 21 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

const staysText = async (person: Person) => {
  await person.sees(MARKUP)
  expect(await person.page.evaluate(() => 'ran' in window)).toBe(false)
  expect(await person.page.locator('img[src="/nowhere.png"]').count()).toBe(0)
}

test('A50: what an officer writes is text to the member, as it is to the officer', async () => {
  const ines = await Officer.named('Ines Calder', stage())
  await ines.opensTheSubmissionOf('Sorelia')
  await ines.returns('TF-01-1', MARKUP, DUE)
  await staysText(ines)

  const camila = await Member.named('Camila Reyden', stage())
  await staysText(camila)
  await camila.turnsTo('TF-01-1')
  await staysText(camila)
})

test('A50: what a member writes is text to colleagues and in the log of the secretariat', async () => {
  const mariam = await Coordinator.named('Mariam Selk', stage())
  await mariam.turnsToPeople()
  await mariam.invites(MARKUP, 'markup@example.org', 'Contributor')
  await staysText(mariam)

  const teodor = await Officer.named('Teodor Wynn', stage())
  await teodor.opens('/admin/audit')
  await teodor.page.waitForLoadState('networkidle')
  expect(await teodor.page.evaluate(() => 'ran' in window)).toBe(false)
})
