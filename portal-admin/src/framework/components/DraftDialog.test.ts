import { beforeAll, expect, test, vi } from 'vitest'
import { mountAdmin } from '../../app/mount.testing'
import DraftDialog from './DraftDialog.vue'

beforeAll(() => {
  // happy-dom knows the element without its modal side.
  HTMLDialogElement.prototype.showModal ??= vi.fn<() => void>()
})

test('a draft is offered its code as a name until it gets another', async () => {
  const { wrapper } = mountAdmin(DraftDialog, { props: { open: true, bases: [] } })
  const [code, english, french] = wrapper.findAll<HTMLInputElement>('dialog input')

  await code!.setValue('PMM-V3')
  expect([english!.element.value, french!.element.value]).toEqual(['PMM-V3', 'PMM-V3'])

  await english!.setValue('PMM v.3')
  await code!.setValue('PMM-V3-A')
  expect([english!.element.value, french!.element.value]).toEqual(['PMM v.3', 'PMM-V3-A'])
})
