import { nextTick, ref } from 'vue'
import { describe, expect, test } from 'vitest'
import { useMergedDraft } from './use-merged-draft'

interface Node {
  id: string
  en: string
  fr: string
}

function editing(first: Node) {
  const saved = ref<Node | null>(first)
  const merged = useMergedDraft(
    () => saved.value && { en: saved.value.en, fr: saved.value.fr },
    () => saved.value?.id,
  )
  return {
    ...merged,
    type: (parts: Partial<Pick<Node, 'en' | 'fr'>>) => Object.assign(merged.draft.value!, parts),
    saves: async (next: Node) => {
      saved.value = next
      await nextTick()
    },
  }
}

describe('a draft somebody else saves under', () => {
  test('keeps what is typed and follows where nothing is', async () => {
    const { draft, theirs, type, saves } = editing({ id: 'a', en: 'One', fr: 'Un' })
    type({ en: 'Mine' })
    await saves({ id: 'a', en: 'One', fr: 'Leur' })

    expect(draft.value).toEqual({ en: 'Mine', fr: 'Leur' })
    expect(theirs.value).toEqual({})
  })

  test('tells what was saved in place of a typed field, until that is settled', async () => {
    const { draft, theirs, isContested, keep, take, type, saves } = editing({
      id: 'a',
      en: 'One',
      fr: 'Un',
    })
    type({ en: 'Mine', fr: 'Mien' })
    await saves({ id: 'a', en: 'Theirs', fr: 'Leur' })
    expect(theirs.value).toEqual({ en: 'Theirs', fr: 'Leur' })

    expect(isContested.value).toBe(true)
    take('en')
    expect(isContested.value).toBe(true)
    keep('fr')
    expect(isContested.value).toBe(false)

    expect(draft.value).toEqual({ en: 'Theirs', fr: 'Mien' })
    expect(theirs.value).toEqual({})
  })

  test('is no conflict where both wrote the same', async () => {
    const { theirs, isDirty, type, saves } = editing({ id: 'a', en: 'One', fr: 'Un' })
    type({ en: 'Same' })
    await saves({ id: 'a', en: 'Same', fr: 'Un' })

    expect(theirs.value).toEqual({})
    expect(isDirty.value).toBe(false)
  })

  test('begins anew with another entry', async () => {
    const { draft, isDirty, type, saves } = editing({ id: 'a', en: 'One', fr: 'Un' })
    type({ en: 'Mine' })
    await saves({ id: 'b', en: 'Two', fr: 'Deux' })

    expect(draft.value).toEqual({ en: 'Two', fr: 'Deux' })
    expect(isDirty.value).toBe(false)
  })
})
