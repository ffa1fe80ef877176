import { computed, nextTick, ref, type Ref } from 'vue'
import { isTyped, lineBeginning, lineOf } from '../row-keys'

interface Line {
  readonly key: string
  readonly code: string
  readonly name: string
}

const PAUSE = 1_000

/** Keyboard of a list of lines with one stop for Tab: arrows, Home, End, and the first letters of a code or name. */
export function useRowKeys(
  root: Ref<HTMLElement | null>,
  lines: () => readonly Line[],
  start: () => number,
) {
  const chosen = ref<string | null>(null)
  let typed = ''
  let typedAt = 0

  const active = computed(() => {
    const at = lines().findIndex(({ key }) => key === chosen.value)
    return at >= 0 ? at : Math.max(0, start())
  })

  async function focus(index: number) {
    const line = lines()[index]
    if (!line) return
    chosen.value = line.key
    await nextTick()
    const own = `[data-line="${CSS.escape(line.key)}"] [tabindex="0"]`
    root.value?.querySelector<HTMLElement>(own)?.focus()
  }

  /** Leads on where the key does; false where it means nothing here. */
  function press(event: KeyboardEvent): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey) return false
    const to = isTyped(event) ? search(event) : lineOf(event.key, active.value, lines().length)
    if (to === null) return false
    event.preventDefault()
    event.stopPropagation()
    void focus(to)
    return true
  }

  function search({ key, timeStamp }: KeyboardEvent): number | null {
    typed = timeStamp - typedAt < PAUSE ? typed + key : key
    typedAt = timeStamp
    return lineBeginning(typed, lines(), active.value)
  }

  return {
    active,
    focus,
    press,
    /** Tells that a line got the focus by other means. */
    stand: (key: string) => (chosen.value = key),
    tabindexOf: (index: number) => (index === active.value ? 0 : -1),
  }
}
