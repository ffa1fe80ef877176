import { expect, test } from 'vitest'
import { Context, anonymous } from '#access'
import { useWorld } from '../../../../tests/setup/world'
import { catalogueOf } from '../catalogue'
import { lineageOf } from './of-version'

const world = useWorld()

test('the nodes of a version, asking at once, share one lineage', async () => {
  const { services, clock } = world()
  const context = new Context(services, anonymous(clock.now()), 'request', {
    network: new Uint8Array(),
    device: '',
    sessionToken: null,
    bill: null,
    setSessionToken() {},
  })
  const { id } = catalogueOf(context).byCode('PMM-V1-DEMO')!.version
  const [first, ...others] = await Promise.all([1, 2, 3].map(() => lineageOf(context, id)))
  await context.close()

  expect(first!.links.length).toBeGreaterThan(50)
  for (const other of others) expect(other).toBe(first)
})
