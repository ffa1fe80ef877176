import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCommand } from '../../assessment/composables/use-command'
import { useLocaleArgument } from '../../assessment/composables/use-cycles'
import { FigureImportCheckDocument, FigureImportStartDocument } from '../documents'
import type { Comparison } from '../comparison'

const LARGEST = 4 * 1024 * 1024

/** Hands a workbook in and has it compared: a ticket, the bytes, the dry run. Nothing is saved. */
export function useWorkbookImport(assessmentId: () => string) {
  const { t, te } = useI18n()
  const locale = useLocaleArgument()
  const start = useCommand(FigureImportStartDocument, (data) => data.figureImportStart.problems)
  const check = useCommand(FigureImportCheckDocument, (data) => data.figureImportCheck.problems)
  const isSending = ref(false)
  const ownFailure = ref<string | null>(null)
  const comparison = shallowRef<Comparison | null>(null)

  async function compare(file: File): Promise<boolean> {
    comparison.value = null
    ownFailure.value = null
    start.failure.value = check.failure.value = null
    if (!/\.xlsx$/i.test(file.name)) return fail('BAD_FORMAT')
    if (file.size === 0) return fail('FILE_EMPTY')
    if (file.size > LARGEST) return fail('FILE_TOO_LARGE')
    isSending.value = true
    try {
      return await handIn(file)
    } finally {
      isSending.value = false
    }
  }

  async function handIn(file: File): Promise<boolean> {
    const started = await start.run({
      input: { assessmentId: assessmentId(), fileName: file.name, size: file.size },
    })
    const issued = started?.figureImportStart
    if (!issued?.ticket || !issued.uploadPath) return false
    if (!(await put(issued.uploadPath, file))) return fail('broken')
    const checked = await check.run({ locale: locale.value, input: { ticket: issued.ticket } })
    comparison.value = checked?.figureImportCheck.figureImport ?? null
    return comparison.value !== null
  }

  function fail(key: string): false {
    ownFailure.value = t(`workbook.refusal.${key}`)
    return false
  }

  /** Why the file was refused as a whole, with the place in it where the server names one. */
  const failure = computed(() => {
    const [problem] = check.problems.value
    if (problem && te(`workbook.refusal.${problem.reason}`)) {
      const place = problem.path?.[2]
      const words = t(`workbook.refusal.${problem.reason}`)
      return place ? t('workbook.refusal.at', { words, place }) : words
    }
    return ownFailure.value ?? start.failure.value ?? check.failure.value
  })

  return { compare, comparison, failure, busy: isSending }
}

async function put(path: string, file: File): Promise<boolean> {
  try {
    const answer = await fetch(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    await answer.text()
    return answer.ok
  } catch {
    // No connection, or the file was moved and cannot be read any more.
    return false
  }
}
