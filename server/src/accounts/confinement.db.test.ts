import { describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { useWorld } from '../../../tests/setup/world'
import { Device } from './device.fixture'
import {
  PASSWORD,
  STEP,
  begin,
  confirm,
  outsideDemonstration,
  reasonsOf,
  removeFactor,
  setUp,
} from './second-factor.fixture'

const world = useWorld()

let nextAddress = 0
const signedIn = async (email: string) => {
  const device = new Device(world(), `198.51.100.${(nextAddress += 1)}`)
  await device.signIn(email, PASSWORD)
  return device
}
const step = async (device: Device) => (await device.send(STEP)).data.signInStep
const CHANGE =
  'mutation ($id: ID!) { sessionChangeHat(input: { roleId: $id }) { viewer { hat } problems { reason } } }'

const OFFICER = 'ines.calder@demo.invalid'

describe('outside a demonstration', () => {
  test('a hat of the secretariat opens nothing but the set-up, and says so', async () => {
    await outsideDemonstration(world(), async () => {
      const device = await signedIn(OFFICER)

      const told = await device.send(`{ signInStep viewer { hat email workspace person { name }
        secondFactor { isSetUp isRequired isOutstanding } } }`)
      const assessments = await device.send('{ assessments { totalCount } }')
      const command = await device.send(
        'mutation { sessionEnd(input: { sessionId: "x" }) { problems { reason } } }',
      )

      expect(told.data).toMatchObject({
        signInStep: 'SECOND_FACTOR_SETUP',
        viewer: {
          hat: 'CYCLE_OFFICER',
          email: OFFICER,
          workspace: 'SECRETARIAT',
          secondFactor: { isSetUp: false, isRequired: true, isOutstanding: true },
        },
      })
      expect(reasonsOf(assessments)).toEqual(['SECOND_FACTOR_SETUP_REQUIRED'])
      expect(reasonsOf(command)).toEqual(['SECOND_FACTOR_SETUP_REQUIRED'])
    })
  })

  test('what everybody may read is read as by nobody', async () => {
    await outsideDemonstration(world(), async () => {
      const device = await signedIn(OFFICER)
      const question =
        '{ frameworkVersions { nodes { code status internalNotes } } releases { nodes { code } } }'

      const confined = await device.send(question)
      const nobody = await world().nobody().query(question)

      expect(confined.data).toEqual(nobody.data)
    })
  })

  test('setting it up opens the hat in the same session', async () => {
    await outsideDemonstration(world(), async () => {
      const device = await signedIn('jonas.lindt@demo.invalid')

      const { app } = await setUp(world(), device)

      expect(await step(device)).toBe('SIGNED_IN')
      expect(
        (await device.send('{ assessments { totalCount } }')).data.assessments.totalCount,
      ).toBeGreaterThan(0)
      const again = await signedIn('jonas.lindt@demo.invalid')
      expect(await step(again)).toBe('SECOND_FACTOR')
      expect(reasonsOf(await confirm(again, await app.code()))).toEqual([])
    })
  })

  test('a coordinator works without, is confined as lead reviewer, and may go back', async () => {
    await outsideDemonstration(world(), async () => {
      const device = await signedIn('tomas.verrel@demo.invalid')
      const { data } = await device.send('{ viewer { hats { id role } } }')
      const role = (name: string) =>
        data.viewer.hats.find((each: { role: string }) => each.role === name).id

      const before = await step(device)
      await device.send(CHANGE, { id: role('LEAD_REVIEWER') })
      const asReviewer = await step(device)
      const refused = await device.send('{ reviewAssignments { id } }')
      await device.send(CHANGE, { id: role('COORDINATOR') })

      expect(before).toBe('SIGNED_IN')
      expect(asReviewer).toBe('SECOND_FACTOR_SETUP')
      expect(reasonsOf(refused)).toEqual(['SECOND_FACTOR_SETUP_REQUIRED'])
      expect(await step(device)).toBe('SIGNED_IN')
    })
  })

  test('who needs it cannot remove it', async () => {
    await outsideDemonstration(world(), async () => {
      const device = await signedIn('maren.oduvel@demo.invalid')
      const { app } = await setUp(world(), device)

      const answer = await removeFactor(device, PASSWORD, await app.code())

      expect(reasonsOf(answer)).toEqual(['SECOND_FACTOR_MANDATORY'])
    })
  })

  test('A25: a confined person who is suspended is out with the next request', async () => {
    await outsideDemonstration(world(), async () => {
      const device = await signedIn('pascal.iskander@demo.invalid')
      await world().asOwner(({ db }) =>
        sql`update person_account set status = 'SUSPENDED' where email = 'pascal.iskander@demo.invalid'`.execute(
          db,
        ),
      )

      expect(await step(device)).toBe('SIGNED_OUT')
      expect(reasonsOf(await begin(device))).toEqual(['SIGN_IN_REQUIRED'])
    })
  })
})

test('in a demonstration nobody is made to set one up', async () => {
  const device = await signedIn('teodor.wynn@demo.invalid')

  const { data } = await device.send(
    '{ signInStep viewer { secondFactor { isRequired isOutstanding } } }',
  )

  expect(data).toEqual({
    signInStep: 'SIGNED_IN',
    viewer: { secondFactor: { isRequired: false, isOutstanding: false } },
  })
})
