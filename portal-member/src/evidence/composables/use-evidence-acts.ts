import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCommand, type CommandProblem } from '../../assessment/composables/use-command'
import {
  EvidenceLinkAddDocument,
  EvidenceRemoveDocument,
  EvidenceSharingSetDocument,
  EvidenceUpdateDocument,
  EvidenceUploadFinishDocument,
  EvidenceUploadStartDocument,
} from '../documents'
import { LARGEST_FILE, mediaTypeOf, type EvidenceDetails, type EvidenceEntry } from '../model'

/** A new piece of evidence with its details, or the one that gets a revision. */
export type EvidenceTarget =
  | { readonly details: EvidenceDetails; readonly revised: null }
  | { readonly details: null; readonly revised: EvidenceEntry }

const CHANGED = { refetchQueries: ['AssessmentEvidence'] }

/** Everything one can do with evidence. Each act is true when it was done, else `failure` says why. */
export function useEvidenceActs(assessmentId: () => string) {
  const { t } = useI18n()
  const start = useCommand(EvidenceUploadStartDocument, (data) => data.evidenceUploadStart.problems)
  const finish = useCommand(
    EvidenceUploadFinishDocument,
    (data) => data.evidenceUploadFinish.problems,
    CHANGED,
  )
  const link = useCommand(EvidenceLinkAddDocument, (data) => data.evidenceLinkAdd.problems, CHANGED)
  const update = useCommand(EvidenceUpdateDocument, (data) => data.evidenceUpdate.problems, CHANGED)
  const remove = useCommand(EvidenceRemoveDocument, (data) => data.evidenceRemove.problems, CHANGED)
  const sharing = useCommand(EvidenceSharingSetDocument, (data) => data.evidenceSharingSet.problems)
  const all = [start, finish, link, update, remove, sharing]
  /** Part of the bytes that has been sent, from 0 to 1; null while nothing is sent. */
  const sent = ref<number | null>(null)
  const isHandingIn = ref(false)
  const ownFailure = ref<string | null>(null)

  function fail(key: string): false {
    ownFailure.value = t(`evidence.refusal.${key}`)
    return false
  }

  function begin() {
    ownFailure.value = null
    for (const each of all) each.failure.value = null
  }

  /** Hands a file in: its hash, a ticket, the bytes, the item. */
  async function handIn(file: File, target: EvidenceTarget): Promise<boolean> {
    begin()
    const mediaType = mediaTypeOf(file.name)
    if (mediaType === null) return fail('BAD_FORMAT')
    if (file.size === 0 || file.size > LARGEST_FILE) return fail('FILE_TOO_LARGE')
    isHandingIn.value = true
    try {
      return await sendFile(file, mediaType, target)
    } finally {
      isHandingIn.value = false
      sent.value = null
    }
  }

  async function sendFile(file: File, mediaType: string, target: EvidenceTarget): Promise<boolean> {
    const sha256 = await hashOf(file)
    if (sha256 === null) return fail('unreadable')
    const started = await start.run({
      input: {
        assessmentId: assessmentId(),
        fileName: file.name,
        mediaType,
        size: file.size,
        sha256,
        evidenceId: target.revised?.id ?? null,
        kpiCodes: target.details?.kpiCodes ?? null,
      },
    })
    const issued = started?.evidenceUploadStart
    if (!issued?.ticket || !issued.uploadPath) return false
    sent.value = 0
    if (!(await put(issued.uploadPath, file, (part) => (sent.value = part)))) return fail('broken')
    const finished = await finish.run({
      input: {
        ticket: issued.ticket,
        details: target.details,
        expectedVersion: target.revised?.version ?? null,
        idempotencyKey: crypto.randomUUID(),
      },
    })
    return finished !== null
  }

  async function addLink(url: string, target: EvidenceTarget): Promise<boolean> {
    begin()
    const done = await link.run({
      input: {
        assessmentId: assessmentId(),
        url,
        evidenceId: target.revised?.id ?? null,
        expectedVersion: target.revised?.version ?? null,
        details: target.details,
        idempotencyKey: crypto.randomUUID(),
      },
    })
    return done !== null
  }

  async function change(item: EvidenceEntry, details: EvidenceDetails): Promise<boolean> {
    begin()
    const done = await update.run({ input: { ...editOf(item), details } })
    return done !== null
  }

  async function takeOut(item: EvidenceEntry): Promise<boolean> {
    begin()
    return (await remove.run({ input: editOf(item) })) !== null
  }

  async function share({ id }: EvidenceEntry, isShared: boolean): Promise<boolean> {
    begin()
    const done = await sharing.run({
      input: { evidenceId: id, isShared, idempotencyKey: crypto.randomUUID() },
    })
    return done !== null
  }

  return {
    handIn,
    addLink,
    change,
    takeOut,
    share,
    begin,
    sent,
    busy: computed(() => isHandingIn.value || all.some(({ busy }) => busy.value)),
    failure: computed(
      () => ownFailure.value ?? all.map(({ failure }) => failure.value).find(Boolean) ?? null,
    ),
    problems: computed<readonly CommandProblem[]>(() =>
      all.flatMap(({ problems }) => problems.value),
    ),
  }
}

const editOf = ({ id, version }: EvidenceEntry) => ({
  evidenceId: id,
  expectedVersion: version ?? 0,
  idempotencyKey: crypto.randomUUID(),
})

/** What everybody says of an item, for a change of one part of it. */
export const detailsOf = (item: EvidenceEntry): EvidenceDetails => ({
  title: item.title,
  language: item.language,
  dated: item.dated ?? null,
  confidentiality: item.confidentiality,
  kpiCodes: [...item.kpiCodes],
})

async function hashOf(file: File): Promise<string | null> {
  try {
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  } catch {
    // The file was moved, or may not be read.
    return null
  }
}

// Not fetch: it does not say how much has been sent.
function put(path: string, file: File, onSent: (part: number) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('PUT', path)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(loaded / total))
    request.addEventListener('load', () => resolve(request.status === 200))
    request.addEventListener('error', () => resolve(false))
    request.addEventListener('abort', () => resolve(false))
    request.send(file)
  })
}
