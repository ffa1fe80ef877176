import { computed, ref, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAnnounce } from '../announce'
import { mentionBefore, type CommentReader } from './model'

const MOST_SHOWN = 6

/** Who is meant by what is typed after an @ before the caret, and the keys that choose among them. */
export function useMention(
  typed: Ref<string>,
  readers: () => readonly CommentReader[],
  choose: (reader: CommentReader, start: number) => void,
) {
  const { t } = useI18n()
  const announce = useAnnounce()
  const caret = ref(typed.value.length)
  const active = ref(0)
  const isIn = ref(false)
  // A list that was closed, or chosen from, stays away for the rest of that name.
  const closedAt = ref<number | null>(null)

  const wanted = computed(() => mentionBefore(typed.value.slice(0, caret.value)))
  const start = computed(() => caret.value - (wanted.value?.length ?? 0) - 1)
  const offered = computed(() => {
    if (wanted.value === null || !isIn.value || closedAt.value === start.value) return []
    const begins = fold(wanted.value)
    return readers()
      .filter(({ name }) => fold(name).includes(begins))
      .slice(0, MOST_SHOWN)
  })

  watch(offered, (now, before) => {
    active.value = 0
    const { length } = now
    if (length > 0 && length !== before.length) {
      announce(t('discussion.offered', { count: length }, length))
    }
  })
  watch(wanted, (name) => {
    if (name === null) closedAt.value = null
  })

  function take(reader: CommentReader) {
    closedAt.value = start.value
    choose(reader, start.value)
  }

  /** Keys of the open list; all others, and all while it is closed, are those of the text. */
  function onKey(event: KeyboardEvent) {
    const { length } = offered.value
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (length === 0 || !isPlain || event.isComposing) return
    if (event.key === 'ArrowDown') active.value = (active.value + 1) % length
    else if (event.key === 'ArrowUp') active.value = (active.value + length - 1) % length
    else if (event.key === 'Enter' || event.key === 'Tab') take(offered.value[active.value]!)
    else if (event.key === 'Escape') closedAt.value = start.value
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return { offered, active, caret, isIn, take, onKey }
}

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
