import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../database'

const MINUTES = 15
const BYTES = 32

/** Who a ticket is bound to: the session a command came in, not only its person. */
export interface TicketHolder {
  readonly sessionId: string | null
  readonly now: Date
}

export interface TicketRequest {
  /** What the file may be used for; another command does not find it. */
  readonly purpose: string
  /** What it is about, for the command that takes it. */
  readonly subject?: string | null
  /** What the person calls the file; shown again, never part of a path. */
  readonly fileName: string
  /** The most bytes that may come. */
  readonly limit: number
}

/** A right to hand in one file once: the secret is shown to its holder alone, its hash is kept. */
export interface IssuedTicket {
  readonly ticket: string
  readonly uploadPath: string
  readonly expiresAt: Date
}

/** A file that was handed in on a ticket. */
export interface TicketFile {
  readonly file: string
  readonly fileName: string
  readonly size: number
  readonly sha256: string
  readonly subject: string | null
}

/** Issues a ticket, in the transaction of the command that grants it. */
export async function issueTicket(
  db: Db,
  { sessionId, now }: TicketHolder,
  { purpose, subject = null, fileName, limit }: TicketRequest,
): Promise<IssuedTicket> {
  if (!sessionId) throw new Error('A ticket belongs to a session.')
  const ticket = randomBytes(BYTES).toString('base64url')
  const expiresAt = new Date(now.getTime() + MINUTES * 60 * 1000)
  await sql`select file_ticket_issue(${hashOf(ticket)}::bytea, ${purpose}, ${sessionId}::uuid, ${subject},
    ${plainFileName(fileName)}, ${limit}::bigint, ${now.toISOString()}::timestamptz, ${expiresAt.toISOString()}::timestamptz)`.execute(
    db,
  )
  return { ticket, uploadPath: `/files/upload/${ticket}`, expiresAt }
}

/** Uses a ticket up for the bytes that are about to arrive, or null when it opens nothing. */
export async function claimTicket(
  db: Db,
  { sessionId, now }: TicketHolder,
  ticket: string,
): Promise<{ readonly purpose: string; readonly limit: number } | null> {
  if (!sessionId || !isTicket(ticket)) return null
  const { rows } = await sql<{ purpose: string; sizeLimit: string | number }>`
    select * from file_ticket_claim(${hashOf(ticket)}::bytea, ${sessionId}::uuid, ${now.toISOString()}::timestamptz)`.execute(
    db,
  )
  const [row] = rows
  return row ? { purpose: row.purpose, limit: Number(row.sizeLimit) } : null
}

/** Notes what has arrived on a ticket. */
export async function noteReceived(
  db: Db,
  { sessionId, now }: TicketHolder,
  ticket: string,
  { file, size, sha256 }: { readonly file: string; readonly size: number; readonly sha256: string },
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select file_ticket_receive(${hashOf(ticket)}::bytea, ${sessionId}::uuid, ${file}::uuid, ${size}::bigint, ${sha256},
      ${now.toISOString()}::timestamptz) as done`.execute(db)
  return rows[0]?.done ?? false
}

/** The file behind a ticket, to look at before a command takes it; null when there is none for this purpose. */
export const fileOfTicket = (db: Db, holder: TicketHolder, ticket: string, purpose: string) =>
  findFile(db, holder, ticket, purpose, false)

/** Takes the file behind a ticket, in the transaction of the command that uses it: nobody else gets it again. */
export const takeFileOfTicket = (db: Db, holder: TicketHolder, ticket: string, purpose: string) =>
  findFile(db, holder, ticket, purpose, true)

async function findFile(
  db: Db,
  { sessionId, now }: TicketHolder,
  ticket: string,
  purpose: string,
  isTaken: boolean,
): Promise<TicketFile | null> {
  if (!sessionId || !isTicket(ticket)) return null
  const { rows } = await sql<TicketFile & { size: string | number }>`
    select * from file_ticket_file(${hashOf(ticket)}::bytea, ${sessionId}::uuid, ${purpose},
      ${now.toISOString()}::timestamptz, ${isTaken})`.execute(db)
  const [row] = rows
  return row ? { ...row, size: Number(row.size) } : null
}

/** Forgets tickets that have long expired. */
export const forgetTickets = async ({ db, now }: { readonly db: Db; readonly now: Date }) => {
  await sql`select file_ticket_forget(${now.toISOString()}::timestamptz)`.execute(db)
}

const isTicket = (text: string) => /^[\w-]{43}$/.test(text)

const hashOf = (ticket: string) => createHash('sha256').update(ticket).digest()

const LONGEST_NAME = 120
// Control characters, and those that turn the direction of writing: a name must read as what it is.
const UNWANTED = /[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]/gu

/** A file name as it may be stored and shown. */
export const plainFileName = (name: string): string =>
  name.replace(UNWANTED, '').trim().slice(-LONGEST_NAME) || 'file'
