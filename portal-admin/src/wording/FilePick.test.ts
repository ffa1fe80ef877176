import { afterEach, expect, test } from 'vitest'
import type { Component } from 'vue'
import { mountAdmin } from '../app/mount.testing'
import FilePick from './FilePick.vue'

afterEach(() => {
  document.body.innerHTML = ''
})

test('a file is chosen by a button in the language of the portal, and named once it is', async () => {
  const { wrapper } = mountAdmin(FilePick as unknown as Component, {
    locale: 'fr',
    props: { id: 'file', accept: '.json', named: true },
  })
  const label = wrapper.get<HTMLLabelElement>('label')
  expect(label.text()).toBe('Choisir un fichier')
  expect(label.element.htmlFor).toBe('file')

  const input = wrapper.get<HTMLInputElement>('#file')
  Object.defineProperty(input.element, 'files', { value: [new File(['{}'], 'cadre.json')] })
  await input.trigger('change')

  expect(wrapper.emitted('pick')).toHaveLength(1)
  expect(wrapper.text()).toContain('cadre.json')
})
