import { useRouter } from 'vue-router'
import { AssessmentStartDocument } from './command-documents'
import { useCommand } from './use-command'

/** Starts the assessment of a cycle, or takes it up again, and opens its list. */
export function useAssessmentStart() {
  const router = useRouter()
  const command = useCommand(AssessmentStartDocument, (data) => data.assessmentStart.problems, {
    refetchQueries: ['MemberCycles'],
  })

  async function start(cycle: { id: string; code: string }) {
    const done = await command.run({
      input: { cycleId: cycle.id, idempotencyKey: crypto.randomUUID() },
    })
    if (done) await router.push('/assessment')
  }

  return { start, busy: command.busy, failure: command.failure }
}
