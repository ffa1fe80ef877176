import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { computed, defineComponent, h } from 'vue'
import { RouterView, createMemoryHistory, createRouter, useRoute, useRouter } from 'vue-router'
import SearchField from './SearchField.vue'

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A list whose search stands in the address, as that of the register does. */
const List = defineComponent(() => {
  const route = useRoute()
  const router = useRouter()
  const search = computed({
    get: () => String(route.query['search'] ?? ''),
    set: (value) => void router.replace({ query: { search: value } }),
  })
  return () =>
    h(SearchField, {
      label: 'Search',
      modelValue: search.value,
      'onUpdate:modelValue': (value: string) => (search.value = value),
    })
})

async function openList() {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: List },
      // Its code takes a while to arrive, as that of a page opened for the first time.
      { path: '/one', component: () => later(1000).then(() => ({ render: () => 'One' })) },
    ],
  })
  await router.push('/')
  const wrapper = mount(RouterView, { global: { plugins: [router], stubs: { KitIcon: true } } })
  return { router, wrapper }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('the list follows a moment after the last key', async () => {
  const { router, wrapper } = await openList()

  await wrapper.get('input').setValue('zu')
  await vi.advanceTimersByTimeAsync(299)
  expect(router.currentRoute.value.fullPath).toBe('/')
  await vi.advanceTimersByTimeAsync(1)

  expect(router.currentRoute.value.fullPath).toBe('/?search=zu')
})

test('a page opened before that moment has passed is reached', async () => {
  const { router, wrapper } = await openList()

  await wrapper.get('input').setValue('zu')
  void router.push('/one')
  await vi.advanceTimersByTimeAsync(2000)

  expect(router.currentRoute.value.fullPath).toBe('/one')
})
