import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { mountAdmin } from '../../app/mount.testing'
import EditorFrame from './EditorFrame.vue'

afterEach(() => {
  document.body.innerHTML = ''
})

const problem = (reason: string) => ({
  __typename: 'Problem', code: 'CONFLICT', reason, message: `because ${reason}`, path: ['input'],
}) // prettier-ignore

/** A draft whose KPIs are moved as the server moves them: a move made on an older state is refused. */
function draftOf(...codes: string[]) {
  const kpis = codes.map((code) => ({ code, version: 1 }))
  const moves: { code: string; place: number; expectedVersion: number }[] = []
  const undone: string[] = []
  const state = {
    order: kpis, moves, undone, refused: 0, isDown: false,
    undoable: null as { id: string; code: string; adds?: string } | null,
  } // prettier-ignore
  const version = () => ({
    __typename: 'FrameworkVersion', id: 'v', code: 'DRAFT', status: 'DRAFT', name: 'Draft', baseVersion: null,
    dataElements: [], instruments: [], scales: [], undoableChange: state.undoable && { __typename: 'FrameworkChange', id: state.undoable.id, nodeCode: state.undoable.code, action: 'UPDATE' },
    viewerCan: { __typename: 'FrameworkVersionViewerCan', edit: { __typename: 'Permission', allowed: true, code: 'OK', reason: '' } },
    dimensions: [{
      __typename: 'Dimension', id: 'd', code: 'TF', version: 1, weight: '1', name: 'Trade',
      outcomes: [{
        __typename: 'ExpectedOutcome', id: 'o', code: 'TF-01', version: 1, weight: '1', name: 'Paperless',
        kpis: state.order.map(({ code, version: edits }) => ({
          __typename: 'Kpi', id: code, code, version: edits, isScored: true, name: code, relation: 'SAME', ancestors: [], ancestor: null,
        })),
      }],
    }],
  }) // prettier-ignore
  const answers = {
    EditorTree: () => {
      if (state.isDown) throw new Error('The line is down.')
      return { frameworkVersion: version() }
    },
    PresenceNote: () => ({ frameworkPresenceNote: { __typename: 'Payload', presence: [], problems: [] } }),
    NodeMove: ({ input }: Record<string, unknown>) => {
      const { nodeId, place, expectedVersion } = input as { nodeId: string; place: number; expectedVersion: number }
      const moved = state.order.find(({ code }) => code === nodeId)!
      const isStale = expectedVersion !== moved.version
      if (isStale) state.refused += 1
      else {
        moves.push({ code: nodeId, place, expectedVersion })
        moved.version += 1
        state.order = state.order.filter((each) => each !== moved)
        state.order.splice(place - 1, 0, moved)
      }
      return { frameworkNodeMove: { __typename: 'Payload', code: nodeId, change: { __typename: 'FrameworkChange', id: `move-${moves.length}` }, problems: isStale ? [problem('STALE_VERSION')] : [] } }
    },
    ChangeUndo: ({ input }: Record<string, unknown>) => {
      const { changeId } = input as { changeId: string }
      undone.push(changeId)
      if (state.undoable?.id === changeId) {
        state.order = state.order.filter(({ code }) => code !== state.undoable!.adds)
        state.undoable = { id: 'older', code: 'TF' }
      }
      return { frameworkChangeUndo: { __typename: 'Payload', code: 'X', change: { __typename: 'FrameworkChange', id: `undo-of-${changeId}` }, problems: [] } }
    },
  } // prettier-ignore
  return { state, answers }
}

async function open(draft: ReturnType<typeof draftOf>) {
  const { wrapper } = mountAdmin(EditorFrame, {
    props: { code: 'DRAFT', current: draft.state.order.at(-1)!.code },
    answers: draft.answers,
  })
  await flushPromises()
  const press = (code: string, key: string) =>
    void wrapper
      .get(`[data-line="${code}"] a`)
      .element.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, bubbles: true }))
  return { wrapper, press }
}
const stand = (code: string) =>
  (document.querySelector(`[data-line="${code}"] a`) as HTMLElement).focus()
const settled = async () => {
  for (let round = 0; round < 12; round += 1) await flushPromises()
}

test('steps pressed at speed are taken one after the other, each from the state the last one left', async () => {
  const draft = draftOf('TF-01-1', 'TF-01-2', 'TF-01-3', 'TF-01-4')
  const { press } = await open(draft)
  stand('TF-01-4')

  press('TF-01-4', 'ArrowUp')
  press('TF-01-4', 'ArrowUp')
  press('TF-01-4', 'ArrowUp')
  await settled()

  expect(draft.state.moves).toEqual([
    { code: 'TF-01-4', place: 3, expectedVersion: 1 },
    { code: 'TF-01-4', place: 2, expectedVersion: 2 },
    { code: 'TF-01-4', place: 1, expectedVersion: 3 },
  ])
  expect(draft.state.refused).toBe(0)
})

test('a step that is refused says so, and the next one starts from what is there now', async () => {
  const draft = draftOf('TF-01-1', 'TF-01-2', 'TF-01-3')
  const { wrapper, press } = await open(draft)
  stand('TF-01-3')
  // Somebody else has moved it meanwhile.
  draft.state.order.find(({ code }) => code === 'TF-01-3')!.version = 7

  press('TF-01-3', 'ArrowUp')
  await settled()
  expect(wrapper.get('[role="alert"]').text()).toContain('because STALE_VERSION')

  press('TF-01-3', 'ArrowUp')
  await settled()
  expect(draft.state.moves).toEqual([{ code: 'TF-01-3', place: 2, expectedVersion: 7 }])
  expect(wrapper.find('[role="alert"]').exists()).toBe(false)
})

test('a tree that could not be read again stops no later step', async () => {
  const draft = draftOf('TF-01-1', 'TF-01-2', 'TF-01-3')
  const { press } = await open(draft)
  stand('TF-01-3')

  draft.state.isDown = true
  press('TF-01-3', 'ArrowUp')
  await settled()
  draft.state.isDown = false
  press('TF-01-3', 'ArrowUp')
  await settled()
  press('TF-01-3', 'ArrowUp')
  await settled()

  expect(draft.state.moves.map(({ place }) => place)).toEqual([2, 1])
})

test('at the end of the list nothing is sent', async () => {
  const draft = draftOf('TF-01-1', 'TF-01-2')
  const { wrapper, press } = await open(draft)
  stand('TF-01-2')

  press('TF-01-2', 'ArrowDown')
  await settled()

  expect(draft.state.moves).toEqual([])
  expect(wrapper.text()).toContain('TF-01-2')
})

const button = (wrapper: Awaited<ReturnType<typeof open>>['wrapper'], label: RegExp) =>
  wrapper.findAll('button').find((each) => label.test(each.text()))!

test('beside what was done stands the undo of exactly that, and then its redo', async () => {
  const draft = draftOf('TF-01-1', 'TF-01-2')
  draft.state.undoable = { id: 'newest', code: 'TF-02-1' }
  const { wrapper } = await open(draft)

  await button(wrapper, /^Undo: TF-02-1$/).trigger('click')
  await settled()
  expect(wrapper.text()).toContain('The change of TF-02-1 was undone.')
  await button(wrapper, /^Redo$/).trigger('click')
  await settled()
  expect(wrapper.text()).toContain('The change of TF-02-1 was made again.')
  await button(wrapper, /^Undo$/).trigger('click')
  await settled()

  expect(draft.state.undone).toEqual(['newest', 'undo-of-newest', 'undo-of-undo-of-newest'])
})

test('the undo of a move leaves what was changed before it', async () => {
  const draft = draftOf('TF-01-1', 'TF-01-2')
  draft.state.undoable = { id: 'newest', code: 'PMM-V2' }
  const { wrapper, press } = await open(draft)
  stand('TF-01-2')
  press('TF-01-2', 'ArrowUp')
  await settled()

  await button(wrapper, /^Undo$/).trigger('click')
  await settled()

  expect(draft.state.undone).toEqual(['move-1'])
})

test('where the part that is open was only just added, its undo leads to what held it', async () => {
  const draft = draftOf('TF-01-1', 'TF-01-2')
  draft.state.undoable = { id: 'added', code: 'TF-01-2', adds: 'TF-01-2' }
  const { wrapper } = await open(draft)
  const { $router } = wrapper.vm
  await button(wrapper, /^Undo: TF-01-2$/).trigger('click')
  await settled()

  await vi.waitFor(() => expect($router.currentRoute.value.params['node']).toBe('TF-01'), 10_000)
  expect(wrapper.text()).toContain('TF-01-2 is no longer in the draft.')
})
