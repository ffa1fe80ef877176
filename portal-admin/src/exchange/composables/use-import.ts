import { useMutation } from '@pmm/portal-kit'
import { ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AbsentEntries } from '../../generated/graphql'
import type { Problem } from '../../wording/permission'
import { ImportCheckDocument, ImportStartDocument } from '../documents'

export interface ImportTarget {
  readonly draftVersionId: string | null
  readonly baseVersionId: string | null
  readonly code: string | null
  readonly absent: AbsentEntries
}

/** Hands a file in and has it compared: a ticket, the bytes, the dry run. */
export function useImport() {
  const { t } = useI18n()
  const start = useMutation(ImportStartDocument)
  const check = useMutation(ImportCheckDocument, { refetchQueries: ['FrameworkImports'] })
  const busy = ref(false)
  /** Part of the bytes that has been sent, from 0 to 1; null while nothing is sent. */
  const sent = ref<number | null>(null)
  const problems = shallowRef<readonly Problem[]>([])

  /** The id of the dry run, or null with the problems that prevented it. */
  async function run(file: File, target: ImportTarget): Promise<string | null> {
    if (busy.value) return null
    busy.value = true
    problems.value = []
    try {
      return await handIn(file, target)
    } finally {
      busy.value = false
      sent.value = null
    }
  }

  async function handIn(file: File, target: ImportTarget): Promise<string | null> {
    const started = await start.mutate({ input: { fileName: file.name, size: file.size } })
    const issued = started?.frameworkImportStart
    if (!issued?.ticket || !issued.uploadPath) return refused(issued?.problems)
    if (!(await put(issued.uploadPath, file, (part) => (sent.value = part)))) return refused()
    const checked = await check.mutate({
      input: { ticket: issued.ticket, idempotencyKey: crypto.randomUUID(), ...target },
    })
    const answer = checked?.frameworkImportCheck
    return answer?.frameworkImport?.id ?? refused(answer?.problems)
  }

  function refused(known: readonly Problem[] = []): null {
    const failed = { code: 'INTERNAL', reason: 'FAILED', message: t('exchange.failed'), path: [] }
    problems.value = known.length > 0 ? known : [failed as unknown as Problem]
    return null
  }

  return { run, busy, sent, problems }
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
    request.send(file)
  })
}
