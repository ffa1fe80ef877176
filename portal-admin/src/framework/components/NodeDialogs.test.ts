import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { mountAdmin } from '../../app/mount.testing'
import { useStructure } from '../composables/use-structure'
import NodeDialogs from './NodeDialogs.vue'

beforeAll(() => {
  // happy-dom knows the element without its modal side.
  HTMLDialogElement.prototype.showModal ??= vi.fn<() => void>()
})
afterEach(() => {
  document.body.innerHTML = ''
})

const Adding = defineComponent(() => {
  const structure = useStructure()
  return () =>
    h(NodeDialogs, {
      open: 'add',
      version: 'DRAFT',
      versionId: 'v',
      nodes: new Map(),
      node: null,
      hasAncestor: false,
      structure,
    })
})
const problem = (...path: string[]) => ({
  __typename: 'Problem',
  code: 'BAD_INPUT',
  reason: 'TEXT_MISSING',
  message: 'The English text is missing.',
  path: ['input', ...path],
})

test('adding a part says of each missing text which one it is', async () => {
  const { wrapper } = mountAdmin(Adding, {
    answers: {
      NodeCreate: () => ({
        frameworkNodeCreate: {
          __typename: 'FrameworkNodePayload',
          code: null,
          problems: [problem('name', 'en'), problem('description', 'en')],
        },
      }),
    },
  })

  const confirm = wrapper.findAll('dialog button').find((each) => each.text() === 'Add')
  await confirm!.trigger('click')
  await flushPromises()

  expect(wrapper.get('[role="alert"]').text()).toMatch(
    /Name, English.*The English text is missing\..*Definition, English.*The English text is missing\./s,
  )
})
