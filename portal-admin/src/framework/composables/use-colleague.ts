import { useLazyQuery } from '@pmm/portal-kit'
import { ref } from 'vue'
import { graphql } from '../../generated'

const LastChangeDocument = graphql(`
  query LastChange($code: String!, $node: String!) {
    frameworkVersion(code: $code) {
      id
      history(node: $node, first: 1) {
        nodes {
          id
          at
          person {
            id
            name
          }
        }
      }
    }
  }
`)

/** Who saved a part last, asked after a save was refused because of it. */
export function useColleague(code: () => string, node: () => string) {
  const { load } = useLazyQuery(LastChangeDocument)
  const last = ref<{ readonly name: string | null; readonly at: string | null } | null>(null)

  async function ask() {
    const data = await load({ code: code(), node: node() })
    const change = data?.frameworkVersion?.history?.nodes[0]
    last.value = { name: change?.person?.name ?? null, at: change?.at ?? null }
  }

  return { last, ask, forget: () => (last.value = null) }
}
