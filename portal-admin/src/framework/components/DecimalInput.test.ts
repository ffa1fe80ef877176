import { afterEach, expect, test } from 'vitest'
import type { Component } from 'vue'
import { mountAdmin } from '../../app/mount.testing'
import DecimalInput from './DecimalInput.vue'

afterEach(() => {
  document.body.innerHTML = ''
})

function field(locale: 'en' | 'fr', modelValue: string) {
  const { wrapper } = mountAdmin(DecimalInput as unknown as Component, {
    locale,
    props: { modelValue },
  })
  const input = wrapper.get<HTMLInputElement>('[inputmode=decimal]')
  const type = async (typed: string) => {
    input.element.value = typed
    await input.trigger('input')
    const held = wrapper.emitted('update:modelValue')?.at(-1)?.[0]
    await wrapper.setProps({ modelValue: held as string })
    return held
  }
  return { input, type, wrapper }
}

test('a decimal comma is read in French, and shown back', async () => {
  const { input, type } = field('fr', '2.25')
  expect(input.element.value).toBe('2,25')

  expect(await type('3,5')).toBe('3.5')
  expect(input.element.value).toBe('3,5')
  expect(await type('-1 250,50')).toBe('-1250.5')
  await input.trigger('change')
  expect(input.element.value).toBe('-1250,5')
})

test('what is typed is not touched on the way, and what is no figure stays', async () => {
  const { input, type } = field('fr', '')

  await type('3,')
  expect(input.element.value).toBe('3,')
  expect(await type('trois')).toBe('trois')
  await input.trigger('change')
  expect(input.element.value).toBe('trois')
  expect(await type('')).toBe('')
})

test('a point is read in French too and shown as it was understood; English keeps its point', async () => {
  const french = field('fr', '1')
  expect(await french.type('3.5')).toBe('3.5')
  await french.input.trigger('change')
  expect(french.input.element.value).toBe('3,5')

  const english = field('en', '2.25')
  expect(english.input.element.value).toBe('2.25')
  expect(await english.type('3.5')).toBe('3.5')
})

test('a figure from elsewhere replaces what is shown', async () => {
  const { input, wrapper } = field('fr', '1')

  await wrapper.setProps({ modelValue: '0.75' })

  expect(input.element.value).toBe('0,75')
})
