import { computed, ref, watch, type Ref } from 'vue'

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * What is typed, kept apart from what is saved. When somebody else saves underneath, typed fields stay, untouched ones
 * follow, and `theirs` holds what was saved in place of a typed field.
 */
export function useMergedDraft<T extends object>(
  saved: () => T | null | undefined,
  identity: () => unknown,
) {
  const base = ref<T>() as Ref<T | undefined>
  const draft = ref<T>() as Ref<T | undefined>
  const theirs = ref<Partial<T>>({}) as Ref<Partial<T>>
  let subject: unknown

  watch(
    saved,
    (fresh) => {
      if (!fresh) return
      const isOther = subject !== identity()
      subject = identity()
      if (isOther || !base.value || !draft.value) begin(fresh)
      else follow(fresh, base.value, draft.value)
      base.value = fresh
    },
    { immediate: true },
  )

  function begin(fresh: T) {
    draft.value = copyOf(fresh)
    theirs.value = {}
  }

  function follow(fresh: T, before: T, typed: T) {
    const merged = copyOf(fresh)
    const found: Partial<T> = {}
    for (const key of Object.keys(fresh) as (keyof T)[]) {
      const isTyped = !isSame(typed[key], before[key]) && !isSame(typed[key], fresh[key])
      if (!isTyped) continue
      merged[key] = typed[key]
      if (!isSame(fresh[key], before[key])) found[key] = fresh[key]
      else if (key in theirs.value) found[key] = theirs.value[key]
    }
    draft.value = merged
    theirs.value = found
  }

  /** Gives up what was typed in favour of what is saved. */
  function take(key: keyof T) {
    if (draft.value && base.value) draft.value[key] = copyOf(base.value)[key]
    settle(key)
  }

  /** Stays with what was typed; saving puts it over the other. */
  function keep(key: keyof T) {
    settle(key)
  }

  function settle(key: keyof T) {
    const { [key]: _, ...rest } = theirs.value
    theirs.value = rest as unknown as Partial<T>
  }

  function reset() {
    if (base.value) begin(base.value)
  }

  const isDirty = computed(() => !isSame(base.value, draft.value))
  // Until each is settled, saving would put what was typed over what nobody has chosen against.
  const isContested = computed(() => Object.keys(theirs.value).length > 0)
  return { base, draft, theirs, isDirty, isContested, take, keep, reset }
}

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
