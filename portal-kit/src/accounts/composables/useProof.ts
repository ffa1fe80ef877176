import { ref } from 'vue'
import type { Outcome } from './useOutcome'

type Act = () => Promise<Outcome>

/** Runs acts that may ask for a fresh proof, and runs them once more when it was given. */
export function useProof() {
  const isAsking = ref(false)
  let waiting: Act | undefined

  async function attempt(act: Act): Promise<void> {
    waiting = act
    isAsking.value = (await act()) === 'PROOF'
  }

  async function proved(): Promise<void> {
    isAsking.value = (await waiting?.()) === 'PROOF'
  }

  return { isAsking, attempt, proved }
}
