import { computed, ref, type Ref } from 'vue'
import type { TreeRow } from '../tree-rows'
import { WHOLE } from './use-row-window'

type Kind = 'dimension' | 'outcome'

interface Branch {
  readonly code: string
  readonly outcomes: readonly {
    readonly code: string
    readonly kpis: readonly { readonly code: string }[]
  }[]
}

/** Which branches of the tree are open; a large version starts with all of them folded but the way to what is open. */
export function useBranches(
  dimensions: Readonly<Ref<readonly Branch[]>>,
  current: () => string | undefined,
  isUnfolded: () => boolean,
) {
  const toggled = ref(new Set<string>())
  const isLarge = computed(
    () => dimensions.value.flatMap(({ outcomes }) => outcomes).flatMap(({ kpis }) => kpis).length > WHOLE,
  ) // prettier-ignore
  const holderOfCurrent = computed(() => {
    for (const dimension of dimensions.value) {
      for (const outcome of dimension.outcomes) {
        const isHere = [outcome, ...outcome.kpis].some(({ code }) => code === current())
        if (isHere) return [dimension.code, outcome.code]
      }
      if (dimension.code === current()) return [dimension.code]
    }
    return []
  })

  function isOpen(code: string, kind: Kind): boolean {
    if (isUnfolded()) return true
    const holds = holderOfCurrent.value
    const starts =
      holds.includes(code) ||
      (kind === 'outcome' ? !isLarge.value : !isLarge.value && holds.length === 0)
    return starts !== toggled.value.has(code)
  }

  function toggle(code: string) {
    const next = new Set(toggled.value)
    if (!next.delete(code)) next.add(code)
    toggled.value = next
  }

  /** Opens all branches beside the one somebody stands on. */
  function unfold(rows: readonly TreeRow[], { kind, dimension }: TreeRow) {
    const beside = rows.filter(
      (row) =>
        row.kind === kind &&
        'isOpen' in row &&
        !row.isOpen &&
        (kind === 'dimension' || row.dimension === dimension),
    )
    toggled.value = beside.reduce((open, { code }) => {
      if (!open.delete(code)) open.add(code)
      return open
    }, new Set(toggled.value))
  }

  /** What is opened from elsewhere is unfolded, whatever was folded before. */
  function reveal() {
    const holds = new Set(holderOfCurrent.value)
    toggled.value = new Set([...toggled.value].filter((code) => !holds.has(code)))
  }

  return { isOpen, toggle, unfold, reveal }
}
