import { failureOf, useMutation, type Failure } from '@pmm/portal-kit'
import { computed, shallowRef } from 'vue'
import { graphql } from '../../generated'
import type { Problem } from '../../wording/permission'

const StartDocument = graphql(`
  mutation TranslationPackageStart($input: TranslationPackageStartInput!) {
    translationPackageStart(input: $input) {
      ticket
      uploadPath
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)
const CheckDocument = graphql(`
  mutation TranslationPackageCheck($input: TranslationPackageCheckInput!) {
    translationPackageCheck(input: $input) {
      report {
        digest
        otherVersion
        counts {
          verdict
          count
        }
        units {
          unit
          line
          verdict
          reason
          before
          after
        }
      }
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)
const ImportDocument = graphql(`
  mutation TranslationPackageImport($input: TranslationPackageImportInput!) {
    translationPackageImport(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

interface Report {
  readonly digest: string
  readonly otherVersion?: string | null
  readonly counts: readonly { readonly verdict: string; readonly count: number }[]
  readonly units: readonly {
    readonly unit: string
    readonly line: number
    readonly verdict: string
    readonly reason?: string | null
    readonly before: string
    readonly after: string
  }[]
}

/** A translation package: handed in over HTTP on a ticket, checked, and then imported as it was checked. */
export function usePackage(versionId: () => string) {
  const start = useMutation(StartDocument)
  const check = useMutation(CheckDocument)
  const take = useMutation(ImportDocument)
  const report = shallowRef<Report | null>(null)
  const problems = shallowRef<readonly Problem[]>([])
  const failure = shallowRef<Failure | null>(null)
  const isSending = shallowRef(false)
  let ticket = ''

  /** Hands the file in and asks what it would do. */
  async function hand(file: File): Promise<void> {
    clear()
    isSending.value = true
    try {
      const started = await start.mutate({
        input: { versionId: versionId(), fileName: file.name },
      })
      const issued = started?.translationPackageStart
      if (!issued?.ticket || !issued.uploadPath) return fail(issued?.problems, start.error.value)
      const sent = await fetch(issued.uploadPath, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body: file,
      }).catch(() => null)
      if (!sent?.ok) {
        const isLarge = sent?.status === 413
        const reason = isLarge ? 'TOO_LARGE' : 'NOT_SENT'
        return fail([{ code: 'BAD_INPUT', reason, message: '', path: [] }], undefined)
      }
      ticket = issued.ticket
      const checked = await check.mutate({ input: { versionId: versionId(), ticket } })
      const answer = checked?.translationPackageCheck
      if (!answer?.report) return fail(answer?.problems, check.error.value)
      report.value = answer.report
    } finally {
      isSending.value = false
    }
  }

  /** Imports what was checked; true when it was done. */
  async function carryOut(leavesRejected: boolean): Promise<boolean> {
    const { digest } = report.value!
    problems.value = []
    failure.value = null
    const data = await take.mutate({
      input: { versionId: versionId(), ticket, digest, leavesRejected },
    })
    const found = data?.translationPackageImport.problems
    if (!found || found.length > 0) fail(found, take.error.value)
    return found?.length === 0
  }

  function fail(found: readonly Problem[] | undefined, error: unknown) {
    if (found && found.length > 0) problems.value = found
    else failure.value = failureOf(error as Parameters<typeof failureOf>[0])
  }

  function clear() {
    report.value = null
    problems.value = []
    failure.value = null
    ticket = ''
  }

  const busy = computed(() => isSending.value || take.loading.value)
  return { hand, carryOut, clear, report, problems, failure, busy }
}
