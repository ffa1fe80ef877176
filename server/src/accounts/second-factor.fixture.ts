import { sql } from 'kysely'
import type { World } from '../../../tests/setup/world'
import { Device, type DeviceAnswer } from './device.fixture'
import { codeAt } from './totp.fixture'

export const PASSWORD = 'demonstration-only'

export const STEP = '{ signInStep }'

/** An authenticator app that has taken over a key. */
export class Authenticator {
  constructor(
    readonly world: World,
    readonly secret: string,
  ) {}

  /** The code it shows now, or some seconds from now. */
  code(seconds = 0): Promise<string> {
    return codeAt(this.secret, new Date(this.world.clock.now().getTime() + seconds * 1000))
  }
}

/** Lets time pass. */
export function wait(world: World, seconds: number): void {
  world.clock.move(new Date(world.clock.now().getTime() + seconds * 1000))
}

/** Makes the data count as real, until the work is done. */
export async function outsideDemonstration<T>(world: World, work: () => Promise<T>): Promise<T> {
  const rename = (from: string, to: string) =>
    world.asOwner(({ db }) =>
      sql`update installation set key = ${to} where key = ${from}`.execute(db),
    )
  await rename('demonstration', 'elsewhere')
  try {
    return await work()
  } finally {
    await rename('elsewhere', 'demonstration')
  }
}

const PAYLOAD = 'problems { code reason path }'

export const begin = (device: Device): Promise<DeviceAnswer> =>
  device.send(`mutation { secondFactorBegin { secret uri ${PAYLOAD} } }`)

export const confirmSetUp = (device: Device, code: string): Promise<DeviceAnswer> =>
  device.send(
    `mutation ($input: SecondFactorConfirmInput!) { secondFactorConfirm(input: $input) { recoveryCodes ${PAYLOAD} } }`,
    { input: { code } },
  )

export const confirm = (device: Device, code: string): Promise<DeviceAnswer> =>
  device.send(
    `mutation ($input: SessionConfirmInput!) { sessionConfirm(input: $input) {
      viewer { hat } retryAfterSeconds ${PAYLOAD} } }`,
    { input: { code } },
  )

export const reauthenticate = (
  device: Device,
  password: string,
  code?: string,
): Promise<DeviceAnswer> =>
  device.send(
    `mutation ($input: SessionReauthenticateInput!) { sessionReauthenticate(input: $input) { ${PAYLOAD} } }`,
    { input: { password, ...(code === undefined ? {} : { code }) } },
  )

export const removeFactor = (
  device: Device,
  password: string,
  code: string,
): Promise<DeviceAnswer> =>
  device.send(
    `mutation ($input: SecondFactorRemoveInput!) { secondFactorRemove(input: $input) { ${PAYLOAD} } }`,
    { input: { password, code } },
  )

/** Sets up an app on a device somebody is signed in on. */
export async function setUp(
  world: World,
  device: Device,
): Promise<{ readonly app: Authenticator; readonly recoveryCodes: readonly string[] }> {
  const offered = await begin(device)
  const app = new Authenticator(world, offered.data.secondFactorBegin.secret)
  const { data } = await confirmSetUp(device, await app.code())
  if (data.secondFactorConfirm.problems.length > 0) {
    throw new Error(JSON.stringify(data.secondFactorConfirm.problems))
  }
  wait(world, 31)
  return { app, recoveryCodes: data.secondFactorConfirm.recoveryCodes }
}

/** Reasons of the only answer of a document. */
export const reasonsOf = ({ data, errors }: DeviceAnswer): string[] =>
  errors
    ? errors.map(({ extensions }) => String(extensions['reason']))
    : (Object.values(data)[0] as { problems: { reason: string }[] }).problems.map(
        ({ reason }) => reason,
      )
