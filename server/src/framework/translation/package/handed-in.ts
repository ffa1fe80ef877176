import { createHash } from 'node:crypto'
import type { Context } from '#access'
import { Refusal, badInput, fileOfTicket, problem, takeFileOfTicket, type Db } from '#platform'
import { textsOf } from '../translation.rows'
import { comparePackage, type ComparedUnit } from './compare-package'
import { readXliff } from './read-xliff'

export const PURPOSE = 'translation-package'
const PATH = ['input', 'ticket']

export interface HandedIn {
  readonly compared: readonly ComparedUnit[]
  readonly originals: readonly string[]
  readonly sha256: string
}

/** A package that was handed in, compared with the texts of a version; refused where it cannot be read. */
export async function handedIn(
  { services, viewer, now }: Context,
  db: Db,
  versionId: string,
  ticket: string,
  isTaken: boolean,
): Promise<HandedIn> {
  const find = isTaken ? takeFileOfTicket : fileOfTicket
  const file = await find(db, { sessionId: viewer.sessionId, now }, ticket, PURPOSE)
  const bytes = file && file.subject === versionId && (await services.files.read(file.file))
  if (!file || !bytes) {
    const message = 'There is no file on this ticket, or its time is over. Hand it in again.'
    throw new Refusal([problem('NOT_FOUND', 'NO_FILE', message, PATH)])
  }
  const read = readXliff(bytes)
  if (!read.ok) {
    const { reason, message, line } = read.fault
    throw new Refusal([badInput(reason, message, line ? [...PATH, `line ${line}`] : PATH)])
  }
  const compared = comparePackage(read.units, await textsOf(db, versionId))
  return { compared, originals: read.originals, sha256: file.sha256 }
}

/** Mark of what a package would do to the texts as they are now. */
export const digestOf = (compared: readonly ComparedUnit[]): string =>
  createHash('sha256')
    .update(JSON.stringify(compared.map(({ unit, verdict, before, after }) => [unit, verdict, before, after])))
    .digest('base64url') // prettier-ignore
