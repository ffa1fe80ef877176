import { expect, test } from 'vitest'
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
const exchange: Exchange = { network: new Uint8Array(), sessionToken: null, setSessionToken() {} }

test('a resolver that an error left behind opens no transaction after the end', async () => {
  const context = new Context(services, anonymous(new Date()), 'request', exchange)
  await context.read(async () => null)
  await context.end()

  await expect(context.read(async () => null)).rejects.toThrow('over')
  expect(opened).toEqual(['opened', 'closed'])
})

test('a copy of the context, as Apollo makes it, is over as well', async () => {
  const context = new Context(services, anonymous(new Date()), 'request', exchange)
  const copy = Object.assign(Object.create(Context.prototype) as Context, context)
  await context.end()

  await expect(copy.read(async () => null)).rejects.toThrow('over')
})
