import { ref, watch, type Ref } from 'vue'

interface Versioned {
  readonly id: string
  readonly version: number
}

/**
 * The version with which a form was read as a whole. The tree beside it may bring a newer version of the same part
 * alone; saving under that one would put what was typed over what was never shown, so the form is read again first.
 */
export function useReadVersion(
  subject: () => Versioned | null | undefined,
  query: { readonly refetch: () => Promise<void>; readonly error: Readonly<Ref<unknown>> },
) {
  const read = ref<Versioned | null>(null)

  async function refetch() {
    await query.refetch()
    if (!query.error.value) read.value = subject() ?? null
  }

  watch(
    () => [subject()?.id, subject()?.version] as const,
    ([id, version]) => {
      if (id === undefined || version === undefined) return
      if (read.value?.id !== id) read.value = { id, version }
      else if (read.value.version !== version) void refetch()
    },
    { immediate: true },
  )

  return { read, refetch }
}
