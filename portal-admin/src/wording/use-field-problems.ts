import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Problem } from './permission'
import { useRefusalText } from './use-refusal-text'

/** Field of the input a problem speaks of, such as "closesAt" or "endorsement.session". */
const fieldOf = ({ path }: Pick<Problem, 'path'>): string => path.slice(1).join('.')

/** Id of the control of a field, so that a summary of problems leads to it. */
const controlIdOf = (field: string): string => `field-${field.replaceAll('.', '-')}`

/** The problems of a command at the fields of a form, all at once. `names` holds the keys of the fields' labels. */
export function useFieldProblems(
  problems: () => readonly Problem[],
  names: Readonly<Record<string, string>>,
) {
  const { t } = useI18n()
  const text = useRefusalText()
  const byField = computed(() => {
    const found = new Map<string, string>()
    for (const problem of problems()) {
      const field = fieldOf(problem)
      const words = text.ofProblem(problem)
      found.set(field, found.has(field) ? `${found.get(field)} ${words}` : words)
    }
    return found
  })
  const nameOf = (field: string) => (names[field] ? t(names[field]) : '')

  return {
    /** What `FormField` needs to know of one field. */
    at: (field: string) => ({
      label: nameOf(field),
      controlId: controlIdOf(field),
      error: byField.value.get(field),
    }),
    /** What `CommandProblems` needs to name and find the fields. */
    summary: {
      place: (problem: Problem) => nameOf(fieldOf(problem)) || null,
      target: (problem: Problem) =>
        names[fieldOf(problem)] ? controlIdOf(fieldOf(problem)) : undefined,
    },
  }
}

/** A problem found before anything is sent. */
export const unsentProblem = (reason: string, ...field: string[]): Problem => ({
  code: 'BAD_INPUT',
  reason,
  message: '',
  path: ['input', ...field],
})
