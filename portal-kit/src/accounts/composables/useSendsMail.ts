import { computed } from 'vue'
import { useQuery } from '../../index'
import { graphql } from '../../generated'

const SendsMail = graphql(`
  query SendsMail {
    serviceInfo {
      sendsMail
    }
  }
`)

/** Whether this installation sends mail; without it, links are handed over. True until it is known. */
export function useSendsMail() {
  const { result } = useQuery(SendsMail)
  return computed(() => result.value?.serviceInfo.sendsMail ?? true)
}
