import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { Inspector } from './people/inspector.ts'
import { Speaker } from './people/speaker.ts'
import { Told } from './people/told.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const KPI = 'RC-01-1'
const SECRET = 'Between us: treasury closes its books a week late.'

test('Leon asks, Mariam mentions Viktor by keyboard, and the thread is settled', async () => {
  const leon = await Speaker.named('Leon Tarask', stage())
  await leon.turnsToTheCommentsAt(KPI)
  await leon.says(SECRET)

  const mariam = await Speaker.named('Mariam Selk', stage())
  await mariam.turnsToTheCommentsAt(KPI)
  await mariam.hears(SECRET)
  await mariam.answers('Use the provisional closing.')
  await mariam.saysTo('vik', 'Viktor Almasy', 'please look at this before you sign.')

  const viktor = await Told.named('Viktor Almasy', stage())
  await viktor.opensTheInbox('Inbox, 1 not read')
  await viktor.follows(/Mariam Selk mentions you in a comment/)
  await viktor.sees('Use the provisional closing.')
  expect(await viktor.reads(SECRET)).toBe(true)

  await mariam.changesTheLast('please look', 'Not needed any more.')
  await mariam.removes('Not needed any more.')
  await mariam.resolvesTheThread()
})

test('nothing of it reaches the secretariat, which has a thread of its own, answered in French', async () => {
  const ines = await Speaker.named('Ines Calder', stage(), 'admin')
  await ines.opensTheSubmissionOf('Sorelia')
  await ines.discusses('TF-01-1')
  await ines.asks('Are postal declarations in this figure?')
  expect(await ines.hearsNothingOf(SECRET)).toBe(true)

  const camila = await Speaker.named('Camila Reyden', stage())
  await camila.worksInFrench()
  await camila.followsTheSecretariat()
  await camila.hears('Are postal declarations in this figure?')
  await camila.answers('Oui, depuis l’an dernier.')

  const pilar = await Speaker.named('Pilar Montey', stage())
  await pilar.turnsToTheCommentsAt('TF-01-1')
  expect(await pilar.hearsNothingOf('Are postal declarations in this figure?')).toBe(true)
})

test('the comments put up no barrier in either portal', async () => {
  const toComments = (page: Page) =>
    page
      .getByRole('tab', { name: /^(Comments|Commentaires)/ })
      .filter({ visible: true })
      .click()
  const toDialog = async (page: Page) => {
    await page.getByRole('button', { name: /^(Comments at|Commentaires sur) TF-01-1/ }).click()
    await page.getByRole('dialog').getByRole('textbox').first().waitFor()
  }
  const mariam = await Inspector.as('Mariam Selk', 'member', stage())
  const camila = await Inspector.as('Camila Reyden', 'member', stage())
  const ines = await Speaker.named('Ines Calder', stage(), 'admin')
  await ines.opensTheSubmissionOf('Sorelia')

  expect([
    ...(await mariam.inspectsOpened(`/member/assessment/kpi/${KPI}`, toComments)),
    ...(await camila.inspectsOpened('/member/assessment/kpi/TF-01-1', toComments)),
    ...(await Inspector.at(ines.window).inspectsOpened(ines.page.url(), toDialog)),
  ]).toEqual([])
})
