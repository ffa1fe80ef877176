import { useMutation } from '@pmm/portal-kit'
import { computed, onScopeDispose, ref, watch } from 'vue'
import { graphql } from '../../generated'

const PresenceDocument = graphql(`
  mutation PresenceNote($input: FrameworkPresenceNoteInput!) {
    frameworkPresenceNote(input: $input) {
      presence {
        nodeCode
        person {
          id
          name
        }
      }
      problems {
        code
      }
    }
  }
`)

const EVERY_MS = 20_000

/** Says every twenty seconds that a part is open, and knows who else has parts of the version open. */
export function usePresence(versionId: () => string | null, node: () => string) {
  const { mutate } = useMutation(PresenceDocument)
  const others = ref<readonly { node: string; name: string }[]>([])

  async function note() {
    const id = versionId()
    if (!id || document.hidden) return
    const data = await mutate({ input: { versionId: id, nodeCode: node() } })
    others.value = (data?.frameworkPresenceNote.presence ?? []).flatMap(({ nodeCode, person }) =>
      person ? [{ node: nodeCode, name: person.name }] : [],
    )
  }

  watch([versionId, node], () => void note(), { immediate: true })
  const timer = setInterval(() => void note(), EVERY_MS)
  onScopeDispose(() => {
    clearInterval(timer)
    const id = versionId()
    if (id) void mutate({ input: { versionId: id, nodeCode: null } })
  })

  return {
    others,
    here: computed(() => others.value.filter((each) => each.node === node())),
    isTaken: (code: string) => others.value.some((each) => each.node === code),
  }
}
