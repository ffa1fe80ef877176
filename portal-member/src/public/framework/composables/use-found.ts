import { useQuery } from '@pmm/portal-kit'
import { computed, onScopeDispose, ref, watch } from 'vue'
import { graphql } from '../../generated'
import type { Locale } from '../../generated/graphql'

const MOST = 50
const PAUSE = 250

const Search = graphql(`
  query FrameworkWords($version: String!, $words: String!, $locale: Locale!) {
    frameworkSearch(version: $version, words: $words, first: 50) {
      kind
      code
      name(locale: $locale)
    }
  }
`)

/** What the server finds by the words: definitions in both languages, and data elements. */
export function useFound(asked: () => { version: string; words: string; locale: Locale }) {
  const settled = ref(asked().words)
  let pause: ReturnType<typeof setTimeout> | undefined
  watch(
    () => asked().words,
    (words) => {
      clearTimeout(pause)
      pause = setTimeout(() => (settled.value = words), PAUSE)
    },
  )
  onScopeDispose(() => clearTimeout(pause))

  const words = computed(() => settled.value.trim())
  const search = useQuery(Search, {
    variables: () => ({ version: asked().version, words: words.value, locale: asked().locale }),
    enabled: () => words.value.length > 1,
  })
  const hits = computed(() =>
    words.value.length > 1 && words.value === asked().words.trim()
      ? (search.result.value?.frameworkSearch ?? [])
      : [],
  )
  return {
    kpis: computed(
      () => new Set(hits.value.filter(({ kind }) => kind === 'KPI').map(({ code }) => code)),
    ),
    elements: computed(() => hits.value.filter(({ kind }) => kind === 'DATA_ELEMENT')),
    /** There may be more than the server says at once. */
    isCut: computed(() => hits.value.length === MOST),
    failed: computed(() => words.value.length > 1 && search.error.value !== undefined),
  }
}
