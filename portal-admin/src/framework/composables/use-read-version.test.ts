import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { effectScope, ref } from 'vue'
import { useReadVersion } from './use-read-version'

/** A form that has read version 1 of a KPI, and the server that answers when it is told to. */
function form() {
  const shown = ref({ id: 'k', version: 1 })
  const error = ref<unknown>(null)
  const waiting: (() => void)[] = []
  const refetch = () => new Promise<void>((resolve) => waiting.push(resolve))
  const { read } = effectScope().run(() => useReadVersion(() => shown.value, { refetch, error }))!
  const answer = async () => {
    for (const each of waiting.splice(0)) each()
    await flushPromises()
  }
  return { shown, error, read, waiting, answer }
}

test('a newer version that came alone counts once the form is read again', async () => {
  const { shown, read, waiting, answer } = form()
  expect(read.value?.version).toBe(1)

  shown.value = { id: 'k', version: 2 }
  await flushPromises()
  expect(waiting).toHaveLength(1)
  expect(read.value?.version).toBe(1)

  await answer()
  expect(read.value?.version).toBe(2)
})

test('it does not count where reading failed', async () => {
  const { shown, error, read, answer } = form()
  shown.value = { id: 'k', version: 2 }
  await flushPromises()
  error.value = new Error('The line is cut.')
  await answer()

  expect(read.value?.version).toBe(1)
})

test('another part is read as a whole with its own version', async () => {
  const { shown, read, waiting } = form()
  shown.value = { id: 'm', version: 7 }
  await flushPromises()

  expect(read.value).toEqual({ id: 'm', version: 7 })
  expect(waiting).toHaveLength(0)
})
