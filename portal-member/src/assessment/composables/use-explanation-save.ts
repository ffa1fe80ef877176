import { useMutation, type SaveOutcome } from '@pmm/portal-kit'
import type { KeptExplanation } from '../kept/kept-figure'
import { KpiResponseJustifyDocument } from './save-documents'
import { useLocaleArgument } from './use-cycles'
import { useRefusal } from './use-refusal'

export type ExplanationOutcome =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: Exclude<SaveOutcome['kind'], 'saved'>; readonly message: string }

/** Sends the explanation of the warnings of a KPI, on the answer it was written on. */
export function useExplanationSave() {
  const locale = useLocaleArgument()
  const { wordOf } = useRefusal()
  const { mutate } = useMutation(KpiResponseJustifyDocument)

  return async ({
    assessmentId,
    kpiCode,
    explanation,
    base,
    attempt,
  }: KeptExplanation): Promise<ExplanationOutcome> => {
    const data = await mutate({
      locale: locale.value,
      input: {
        assessmentId,
        kpiCode,
        expectedVersion: base.revision,
        idempotencyKey: attempt,
        justification: explanation,
      },
    })
    if (!data) return { kind: 'unreachable', message: '' }
    const [problem] = data.kpiResponseJustify.problems
    if (!problem) return { kind: 'saved', revision: base.revision + 1 }
    return {
      kind: problem.reason === 'STALE_VERSION' ? 'conflict' : 'rejected',
      message: wordOf(problem),
    }
  }
}
