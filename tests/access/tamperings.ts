import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson, type Db } from '../../server/src/platform'

/** One entry as it is stored, with its hashed text taken apart. */
interface Stored {
  readonly seq: number
  readonly told: Readonly<Record<string, unknown>>
}

/** Whole numbers from 0, the same for the same seed. */
export type Dice = (below: number) => number

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Changes the log as the owner of the database can, and says how. */
export type Tampering = (db: Db, chain: string, dice: Dice) => Promise<string>

const entries = async (db: Db, chain: string): Promise<readonly Stored[]> => {
  const { rows } = await sql<{ seq: string | number; payload: string }>`
    select seq, payload from audit_entry where chain = ${chain} order by seq`.execute(db)
  return rows.map(({ seq, payload }) => ({ seq: Number(seq), told: JSON.parse(payload) as Stored['told'] })) // prettier-ignore
}

const COLUMNS = {
  action: 'action', person: 'person_id', hat: 'hat', objectId: 'object_id', request: 'request_id', outcome: 'outcome',
  at: 'at', cycle: 'cycle_id', administration: 'administration_id',
} as const // prettier-ignore

const otherValue = (name: keyof typeof COLUMNS, told: Stored['told']): string => {
  if (name === 'outcome') return told['outcome'] === 'DONE' ? 'REFUSED' : 'DONE'
  if (name === 'at') return new Date(Date.parse(String(told['at'])) + 60_000).toISOString()
  if (['person', 'cycle', 'administration'].includes(name)) return randomUUID()
  return `${String(told[name])}x`
}

const set = (db: Db, chain: string, seq: number, column: string, value: string) => {
  const typed = column === 'at' ? sql`${value}::timestamptz` : column.endsWith('_id') && !['object_id', 'request_id'].includes(column) ? sql`${value}::uuid` : sql`${value}` // prettier-ignore
  return sql`update audit_entry set ${sql.ref(column)} = ${typed} where chain = ${chain} and seq = ${seq}`.execute(
    db,
  )
}

/** Puts a chain in place of the present one, numbered and hashed as if it had always been so. */
async function rewrite(db: Db, chain: string, told: readonly Stored['told'][]): Promise<void> {
  let previous = createHash('sha256').update(chain).digest()
  const rows = told.map((each, at) => {
    const payload = canonicalJson({ ...each, chain, seq: at + 1 })
    const hash = createHash('sha256').update(previous).update(payload).digest()
    const row = { seq: at + 1, payload, told: each, previous: previous.toString('hex'), hash: hash.toString('hex') } // prettier-ignore
    previous = hash
    return row
  })
  await sql`delete from audit_entry where chain = ${chain}`.execute(db)
  await sql`insert into audit_entry (chain, seq, at, person_id, api_client_id, hat, administration_id, cycle_id,
      action, outcome, object_type, object_id, request_id, payload, previous_hash, hash)
    select ${chain}, seq, (told->>'at')::timestamptz, (told->>'person')::uuid, (told->>'client')::uuid, told->>'hat',
      (told->>'administration')::uuid, (told->>'cycle')::uuid, told->>'action', told->>'outcome', told->>'objectType',
      told->>'objectId', told->>'request', payload, decode(previous, 'hex'), decode(hash, 'hex')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(seq bigint, payload text, told jsonb, previous text, hash text)`.execute(db)
  await sql`update audit_head set seq = ${rows.length}, hash = ${previous} where chain = ${chain}`.execute(
    db,
  )
}

const pick = <T>(dice: Dice, from: readonly T[]): T => from[dice(from.length)]!

export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'edit of a column': async (db, chain, dice) => {
    const entry = pick(dice, await entries(db, chain))
    const name = pick(dice, Object.keys(COLUMNS) as (keyof typeof COLUMNS)[])
    await set(db, chain, entry.seq, COLUMNS[name], otherValue(name, entry.told))
    return `${name} of ${entry.seq}`
  },
  'edit of the hashed text': async (db, chain, dice) => {
    const { seq, told } = pick(dice, await entries(db, chain))
    await set(
      db,
      chain,
      seq,
      'payload',
      canonicalJson({ ...told, content: { count: dice(100) + 100 } }),
    )
    return `payload of ${seq}`
  },
  'edit of column and text alike': async (db, chain, dice) => {
    const { seq, told } = pick(dice, await entries(db, chain))
    await set(db, chain, seq, 'action', 'forged')
    await set(db, chain, seq, 'payload', canonicalJson({ ...told, action: 'forged' }))
    return `action of ${seq}`
  },
  'edit with every later hash made anew': async (db, chain, dice) => {
    const all = await entries(db, chain)
    const at = dice(all.length)
    await rewrite(db, chain, all.map(({ told }, i) => (i === at ? { ...told, action: 'forged' } : told))) // prettier-ignore
    return `action of ${at + 1}, rehashed`
  },
  deletion: async (db, chain, dice) => {
    const { seq } = pick(dice, await entries(db, chain))
    await sql`delete from audit_entry where chain = ${chain} and seq = ${seq}`.execute(db)
    return `entry ${seq}`
  },
  'deletion with the rest moved up and hashed anew': async (db, chain, dice) => {
    const all = await entries(db, chain)
    const at = dice(all.length)
    await rewrite(db, chain, all.filter((_, i) => i !== at).map(({ told }) => told)) // prettier-ignore
    return `entry ${at + 1}, rehashed`
  },
  insertion: async (db, chain, dice) => {
    const { seq, told } = pick(dice, await entries(db, chain))
    await sql`update audit_entry set seq = -seq where chain = ${chain} and seq > ${seq}`.execute(db)
    await sql`update audit_entry set seq = 1 - seq where chain = ${chain} and seq < 0`.execute(db)
    await sql`insert into audit_entry (chain, seq, at, action, outcome, request_id, payload, previous_hash, hash)
      select chain, seq + 1, at, 'forged', outcome, request_id, ${canonicalJson({ ...told, action: 'forged', seq: seq + 1 })}, hash, hash
      from audit_entry where chain = ${chain} and seq = ${seq}`.execute(db)
    return `after ${seq}`
  },
  'insertion with every later hash made anew': async (db, chain, dice) => {
    const all = (await entries(db, chain)).map(({ told }) => told)
    const at = dice(all.length)
    await rewrite(db, chain, [...all.slice(0, at), { ...all[at], action: 'forged' }, ...all.slice(at)]) // prettier-ignore
    return `before ${at + 1}, rehashed`
  },
  swap: async (db, chain, dice) => {
    const all = await entries(db, chain)
    const at = dice(all.length - 1) + 1
    await sql`update audit_entry set seq = -seq where chain = ${chain} and seq = ${at}`.execute(db)
    await sql`update audit_entry set seq = ${at} where chain = ${chain} and seq = ${at + 1}`.execute(
      db,
    )
    await sql`update audit_entry set seq = ${at + 1} where chain = ${chain} and seq = ${-at}`.execute(
      db,
    )
    return `${at} and ${at + 1}`
  },
  'swap with every later hash made anew': async (db, chain, dice) => {
    const all = (await entries(db, chain)).map(({ told }) => told)
    const at = dice(all.length - 1)
    await rewrite(db, chain, [...all.slice(0, at), all[at + 1]!, all[at]!, ...all.slice(at + 2)]) // prettier-ignore
    return `${at + 1} and ${at + 2}, rehashed`
  },
  'cut tail': async (db, chain, dice) => {
    const all = await entries(db, chain)
    const cut = dice(all.length) + 1
    await sql`delete from audit_entry where chain = ${chain} and seq > ${all.length - cut}`.execute(
      db,
    )
    return `last ${cut}`
  },
  'cut tail with the head put back': async (db, chain, dice) => {
    const all = (await entries(db, chain)).map(({ told }) => told)
    const cut = dice(all.length - 1) + 1
    await rewrite(db, chain, all.slice(0, all.length - cut))
    return `last ${cut}, head put back`
  },
  'whole chain taken away': async (db, chain) => {
    await sql`delete from audit_entry where chain = ${chain}`.execute(db)
    await sql`delete from audit_head where chain = ${chain}`.execute(db)
    return 'chain'
  },
  'another head': async (db, chain, dice) => {
    const by = dice(2) === 0 ? -1 : 1
    await sql`update audit_head set seq = seq + ${by} where chain = ${chain}`.execute(db)
    return `head ${by}`
  },
  'entry brought in from another chain': async (db, chain, dice) => {
    const { rows } = await sql<{ chain: string }>`
      select chain from audit_head where chain <> ${chain} and seq > 0 order by chain`.execute(db)
    const source = pick(dice, rows).chain
    const { seq } = pick(dice, await entries(db, chain))
    await sql`update audit_entry e set payload = o.payload, hash = o.hash, previous_hash = o.previous_hash, action = o.action
      from audit_entry o where e.chain = ${chain} and e.seq = ${seq} and o.chain = ${source} and o.seq = 1`.execute(
      db,
    )
    return `first of ${source} at ${seq}`
  },
}
