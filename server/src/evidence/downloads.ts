import { NOBODY, SECRETARIAT, appendAudit, audiencesOf, logIdentityOf, type Context } from '#access'
import { blobKey, decodeGlobalId, globalId, type Download, type FileSource } from '#platform'
import { revisionsById, submittedEvidenceById } from './evidence.rows'

const FOLDER = 'evidence'

type Tag = 'ER' | 'EA'

/** Where the bytes are fetched from: of a revision in the working copy, or of a line of a submission. */
export const addressOf = (tag: Tag, id: string): string => `/files/${FOLDER}/${globalId(tag, id)}`

/** What is handed out, and whose it is. */
interface Found {
  readonly administrationId: string
  readonly assessmentId: string
  readonly number: number
  readonly sha256: string
  readonly size: number
  readonly mediaType: string
  readonly fileName: string
}

/** Evidence as files, to whoever may open it now: every request asks again, and is written in the log. */
export const evidenceFiles: FileSource<Context> = {
  folder: FOLDER,
  open: async (context, name): Promise<Download | null> => {
    const id = decodeGlobalId(name)
    if (!id) return null
    const found = await findFile(context, id)
    if (!found) return null
    await context.close()
    await noteDownload(context, found)
    const { blobs } = context.services
    return {
      name: found.fileName,
      type: found.mediaType,
      body: {
        length: found.size,
        stream: async (wanted) => {
          const bytes = await blobs.read(blobKey(found.administrationId, found.sha256), wanted)
          if (!bytes) throw new Error('The bytes of a file are not in the store.')
          return bytes
        },
      },
    }
  },
}

function findFile(
  context: Context,
  { tag, uuid }: { readonly tag: string; readonly uuid: string },
): Promise<Found | null> {
  if (tag === 'ER') return ownRevision(context, uuid)
  return tag === 'EA' ? attached(context, uuid) : Promise.resolve(null)
}

async function ownRevision(context: Context, id: string): Promise<Found | null> {
  const row = await context.load(revisionsById, id)
  if (!row || audiencesOf(context.viewer, 'OWN_CONTENT', { ...row }) === NOBODY) return null
  return asFound(row)
}

/** The rules of the field beside the address, asked once more. */
async function attached(context: Context, id: string): Promise<Found | null> {
  const row = await context.load(submittedEvidenceById, id)
  if (!row) return null
  const held = audiencesOf(context.viewer, 'CONTENT', { ...row })
  const isOpen = held === SECRETARIAT ? row.shareWithSecretariat === true : held !== NOBODY
  return isOpen && row.scanState === 'CLEAN' ? asFound(row) : null
}

interface Bytes {
  readonly administrationId: string
  readonly assessmentId: string
  readonly number: number
  readonly sha256: string
  readonly size: number | null
  readonly mediaType: string | null
  readonly fileName: string | null
}

const asFound = ({ size, mediaType, fileName, ...row }: Bytes): Found | null =>
  size === null || mediaType === null || fileName === null
    ? null
    : { ...row, size, mediaType, fileName }

async function noteDownload(
  { services, viewer, requestId }: Context,
  { administrationId, assessmentId, number, sha256 }: Found,
): Promise<void> {
  const now = services.clock.now()
  await services.database.write(logIdentityOf(viewer), ({ db }) =>
    appendAudit(db, viewer, requestId, now, [
      {
        action: 'evidenceDownload',
        objectType: 'Assessment',
        objectId: assessmentId,
        administrationId,
        facts: { number, sha256 },
      },
    ]),
  )
}
