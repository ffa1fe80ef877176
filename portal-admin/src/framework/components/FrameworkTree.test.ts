import { afterEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { mountAdmin } from '../../app/mount.testing'
import FrameworkTree from './FrameworkTree.vue'

afterEach(() => {
  document.body.innerHTML = ''
})

const treeOf = (...kpis: string[]) => ({
  version: 'DRAFT',
  movable: true,
  dimensions: [
    {
      id: 'd', code: 'TF', name: 'Trade',
      outcomes: [
        {
          id: 'o', code: 'TF-01', name: 'Paperless trade',
          kpis: kpis.map((code) => ({ id: code, code, name: code, relation: 'SAME', ancestors: [] })),
        },
      ],
    },
  ],
}) // prettier-ignore
const focused = () => document.activeElement?.closest('[data-line]')?.getAttribute('data-line')
/** A browser takes the focus off what is moved in the page. */
const loseFocus = () => (document.activeElement as HTMLElement).blur()

test('a line that is moved keeps the focus, press after press, also when the tree is read again', async () => {
  const { wrapper } = mountAdmin(FrameworkTree, { props: treeOf('TF-01-1', 'TF-01-2', 'TF-01-3') })
  const line = () => wrapper.get('[data-line="TF-01-3"] a')
  ;(line().element as HTMLElement).focus()

  for (const order of [
    ['TF-01-1', 'TF-01-3', 'TF-01-2'],
    ['TF-01-3', 'TF-01-1', 'TF-01-2'],
    ['TF-01-3', 'TF-01-1', 'TF-01-2'],
  ]) {
    await line().trigger('keydown', { key: 'ArrowUp', altKey: true })
    loseFocus()
    await wrapper.setProps(treeOf(...order))
    await nextTick()
    expect(focused()).toBe('TF-01-3')
  }
  expect(wrapper.emitted('step')).toEqual(Array.from({ length: 3 }, () => ['TF-01-3', -1]))
})

test('who turned to something else is not called back', async () => {
  const { wrapper } = mountAdmin(FrameworkTree, { props: treeOf('TF-01-1', 'TF-01-2') })
  const line = wrapper.get('[data-line="TF-01-2"] a')
  ;(line.element as HTMLElement).focus()
  await line.trigger('keydown', { key: 'ArrowUp', altKey: true })

  dispatchEvent(new Event('pointerdown'))
  loseFocus()
  await wrapper.setProps(treeOf('TF-01-2', 'TF-01-1'))
  await nextTick()

  expect(document.activeElement).toBe(document.body)
})
