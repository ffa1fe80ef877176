import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { Context, type Exchange, type Services } from './context'
import { anonymous } from './viewer'

const opened: string[] = []
const services = {
  database: {
    openRead: async () => {
      opened.push('opened')
      return { db: {}, close: async () => void opened.push('closed') }
    },
  },
} as unknown as Services
const exchange: Exchange = {
  network: new Uint8Array(),
  device: '',
  sessionToken: null,
  bill: null,
  setSessionToken() {},
}
const request = () => new Context(services, anonymous(new Date()), 'request', exchange)

/** What came of a read within a moment. */
const outcomeOf = (read: Promise<unknown>) =>
  Promise.race([
    read.then(
      () => 'answered',
      () => 'failed',
    ),
    wait(20, 'left alone'),
  ])

beforeEach(() => {
  opened.length = 0
})

test('a resolver that an error left behind opens no transaction after the end', async () => {
  const context = request()
  await context.read(async () => null)
  await context.end()

  expect(await outcomeOf(context.read(async () => null))).toBe('left alone')
  expect(opened).toEqual(['opened', 'closed'])
})

test('a read that the end overtakes does not fail where nobody listens', async () => {
  const context = request()
  const late = context.read(() => wait(5).then(() => Promise.reject(new Error('closed'))))
  await context.end()

  expect(await outcomeOf(late)).toBe('left alone')
})

test('a read that fails before the end fails', async () => {
  const failing = request().read(() => Promise.reject(new Error('no such table')))

  await expect(failing).rejects.toThrow('no such table')
})

test('a copy of the context, as Apollo makes it, is over as well', async () => {
  const context = request()
  const copy = Object.assign(Object.create(Context.prototype) as Context, context)
  await context.end()

  expect(await outcomeOf(copy.read(async () => null))).toBe('left alone')
})
