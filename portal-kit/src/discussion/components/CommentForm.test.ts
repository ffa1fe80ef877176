import { nextTick } from 'vue'
import { beforeEach, expect, test, vi } from 'vitest'
import { mountKit } from '../../testing'
import discussion from '../locales/en.json'
import type { CommentWords } from '../model'
import CommentForm from './CommentForm.vue'

const READERS = [
  { id: '1', name: 'Dario Fenn' },
  { id: '2', name: 'Darina Sol' },
  { id: '3', name: 'Viktor Almasy' },
]
const send = vi.fn<(words: CommentWords) => Promise<null>>(() => Promise.resolve(null))
let place = 0

async function typing(text: string) {
  const form = mountKit(CommentForm, {
    props: { label: 'New comment', submit: 'Send', readers: READERS, place: `${place++}`, send },
    messages: { discussion },
  })
  const box = form.get('textarea')
  box.element.focus()
  await box.setValue(text)
  const press = async (key: string, keys: object = {}) => {
    await box.trigger('keydown', { key, ...keys })
    await box.trigger('keyup', { key, ...keys })
    await nextTick()
  }
  const names = () => form.findAll('[role=option]').map((each) => each.text())
  return { form, box, press, names }
}

const leaves = () => dispatchEvent(new Event('beforeunload', { cancelable: true }))

beforeEach(() => send.mockClear())

test('leaving the page asks while words are not sent, also from another place, and no longer after', async () => {
  const { form, box, press } = await typing('Not sent yet')
  expect(leaves()).toBe(false)
  const own = String(place - 1)
  await form.setProps({ place: 'elsewhere' })
  expect(leaves()).toBe(false)
  await form.setProps({ place: own })
  expect(box.element.value).toBe('Not sent yet')
  await press('Enter', { ctrlKey: true })
  await vi.waitFor(() => expect(leaves()).toBe(true))
})

test('the one whom the letters mean is taken by Enter, and mentioned', async () => {
  const { box, press, names } = await typing('Ask @dar')
  expect(names()).toEqual(['Dario Fenn', 'Darina Sol'])
  await press('Enter')
  expect(box.element.value).toBe('Ask @Dario Fenn ')
  expect(names()).toEqual([])
  await press('Enter', { ctrlKey: true })
  expect(send).toHaveBeenCalledWith({ body: 'Ask @Dario Fenn', mentionedPersonIds: ['1'] })
})

test('arrows walk around the list, whose chosen one the box names; Tab takes it', async () => {
  const { form, box, press } = await typing('@dar')
  const chosen = () => form.get(`[id="${box.attributes('aria-activedescendant')}"]`).text()
  expect(chosen()).toBe('Dario Fenn')
  await press('ArrowDown')
  expect(chosen()).toBe('Darina Sol')
  expect(form.get('[aria-selected=true]').text()).toBe('Darina Sol')
  await press('ArrowDown')
  expect(chosen()).toBe('Dario Fenn')
  await press('ArrowUp')
  await press('Tab')
  expect(box.element.value).toBe('@Darina Sol ')
  expect(box.attributes('aria-activedescendant')).toBeUndefined()
})

test('Escape closes the list for the rest of the name, and Enter is a new line again', async () => {
  const { box, press, names } = await typing('@d')
  await press('Escape')
  expect(names()).toEqual([])
  await box.setValue('@da')
  expect(names()).toEqual([])
  const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true })
  box.element.dispatchEvent(enter)
  expect(enter.defaultPrevented).toBe(false)
  await box.setValue('@da and @v')
  expect(names()).toEqual(['Viktor Almasy'])
})

test('a click takes a name, and the list goes when the box is left', async () => {
  const { form, box, names } = await typing('@dar')
  await form.findAll('[role=option]')[1]!.trigger('click')
  expect(box.element.value).toBe('@Darina Sol ')
  await box.setValue('@Darina Sol and @v')
  expect(names()).toEqual(['Viktor Almasy'])
  await box.trigger('blur')
  expect(names()).toEqual([])
})
