import type { TypedDocumentNode } from '@apollo/client'
import { failureOf, useMutation } from '@pmm/portal-kit'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'

interface Problem {
  readonly reason: string
  readonly message: string
}

/** A command on people: its answer when it was done, else null and every problem in words. */
export function usePeopleCommand<TAnswer extends { problems: readonly Problem[] }, TInput>(
  document: TypedDocumentNode<{ answer: TAnswer }, { input: TInput }>,
  refetch: string[] = ['People', 'Invitations'],
) {
  const { t, te } = useI18n()
  const { mutate, loading, error } = useMutation(document, { refetchQueries: refetch })
  const problems = ref<{ message: string }[]>([])

  async function run(input: TInput): Promise<TAnswer | null> {
    clear()
    const data = await mutate({ input })
    if (!data) {
      const kind = failureOf(error.value).kind === 'network' ? 'network' : 'failed'
      problems.value = [{ message: t(`people.problem.${kind}`) }]
      return null
    }
    problems.value = data.answer.problems.map(({ reason, message }) => ({
      message: te(`people.problem.${reason}`) ? t(`people.problem.${reason}`) : message,
    }))
    return problems.value.length === 0 ? data.answer : null
  }

  function clear() {
    problems.value = []
  }

  return { run, clear, problems, busy: loading }
}
