import { beforeEach, expect, test } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { cycleOfWork, nameCycleOfWork } from './cycle-address'

const view = { template: '<p />' }
let router: Router

beforeEach(() => {
  cycleOfWork.value = null
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/assessment/kpi/:code', name: 'kpi', component: view, meta: { ofCycle: true } },
      { path: '/people', component: view },
      { path: '/sign-in', component: view, meta: { open: true } },
    ],
  })
  nameCycleOfWork(router)
})

test('names no cycle while there is work in one at most', async () => {
  await router.push('/assessment/kpi/TF-01-1?at=A#history')

  expect(router.currentRoute.value.fullPath).toBe('/assessment/kpi/TF-01-1?at=A#history')
  expect(router.resolve('/assessment/kpi/TF-01-2').href).toBe('/assessment/kpi/TF-01-2')
})

test('names the cycle in links and in addresses that somebody goes to, and keeps the rest', async () => {
  cycleOfWork.value = 'C2026'
  await router.push('/assessment/kpi/TF-01-1?at=A#history')

  expect(router.currentRoute.value.fullPath).toBe(
    '/assessment/kpi/TF-01-1?at=A&cycle=C2026#history',
  )
  expect(router.currentRoute.value.params).toEqual({ code: 'TF-01-1' })
  expect(router.resolve({ name: 'kpi', params: { code: 'TF-01-2' } }).href).toBe(
    '/assessment/kpi/TF-01-2?cycle=C2026',
  )
})

test('leaves a cycle that an address names, and pages that speak of none', async () => {
  cycleOfWork.value = 'C2026'

  expect(router.resolve('/assessment/kpi/TF-01-1?cycle=C2024').query).toEqual({ cycle: 'C2024' })
  expect(router.resolve('/people').query).toEqual({})
})

test('forgets the cycle where the next person comes in', async () => {
  cycleOfWork.value = 'C2026'
  await router.push('/sign-in')

  expect(cycleOfWork.value).toBeNull()
})
