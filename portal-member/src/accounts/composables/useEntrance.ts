import { useQuery } from '@pmm/portal-kit'
import { computed } from 'vue'
import { graphql } from '../../generated'

const Entrance = graphql(`
  query Entrance {
    signInStep
    serviceInfo {
      offersIdentityProvider
      sendsMail
    }
  }
`)

/** Ways in that this installation offers, and how far a sign-in has come. */
export function useEntrance() {
  const { result } = useQuery(Entrance, { fetchPolicy: 'network-only' })
  return { entrance: computed(() => result.value) }
}
