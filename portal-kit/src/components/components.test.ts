import jsQR from 'jsqr'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { nextTick } from 'vue'
import PeerStrip from '../charts/PeerStrip.vue'
import { mountKit } from '../testing'
import DataTable from './DataTable.vue'
import DimensionChip from './DimensionChip.vue'
import FormulaView from './FormulaView.vue'
import LevelMark from './LevelMark.vue'
import Meter from './Meter.vue'
import ProblemSummary from './ProblemSummary.vue'
import QrCode from './QrCode.vue'
import ReasonDialog from './ReasonDialog.vue'
import ScoreBlock from './ScoreBlock.vue'
import Skeleton from './Skeleton.vue'
import StatePanel from './StatePanel.vue'
import WithheldValue from './WithheldValue.vue'

afterEach(() => {
  document.body.innerHTML = ''
  vi.useRealTimers()
})

describe('a value that is not shown', () => {
  test('says which of the three reasons it has, in different words', () => {
    const words = (['withheld', 'suppressed', 'missing'] as const).map((reason) =>
      mountKit(WithheldValue, { props: { reason } }).text(),
    )

    expect(words).toEqual(['Not disclosed', 'Too few to show', 'not entered yet'])
  })

  test('is worded in French too', () => {
    const value = mountKit(WithheldValue, { props: { reason: 'withheld' }, locale: 'fr' })

    expect(value.text()).toBe('Non divulgué')
  })
})

test('a dimension is told by code and marker, not by colour alone', () => {
  const chip = mountKit(DimensionChip, { props: { code: 'TF-01-1' } })

  expect(chip.text()).toBe('TF-01-1')
  expect(chip.find('svg').exists()).toBe(true)
})

test('a level has a name and a meaning', () => {
  const mark = mountKit(LevelMark, { props: { level: 'NATIONAL' } })

  expect(mark.text()).toBe('National')
  expect(mark.attributes('title')).toContain('your own administration')
})

test('work done is a count', () => {
  const meter = mountKit(Meter, { props: { done: 79, total: 93, label: 'Figures entered' } })

  expect(meter.text()).toContain('79 of 93')
  expect(meter.find('[role=meter]').attributes('aria-valuetext')).toBe('79 of 93')
})

test('a score is marked experimental, and a missing one is not zero', () => {
  const score = mountKit(ScoreBlock, { props: { title: 'Overall', score: null } })

  expect(score.text()).toContain('EXPERIMENTAL')
  expect(score.text()).toContain('not computable')
  expect(score.text()).not.toContain('0')
})

describe('a failed screen', () => {
  test('names the reference and offers another try', async () => {
    const panel = mountKit(StatePanel, {
      props: { state: 'error', failure: { kind: 'server', reference: 'req-7' } },
    })

    expect(panel.attributes('role')).toBe('alert')
    expect(panel.text()).toContain('req-7')
    await panel.get('button').trigger('click')
    expect(panel.emitted('retry')).toHaveLength(1)
  })

  test('that is not there offers no retry', () => {
    const panel = mountKit(StatePanel, {
      props: { state: 'error', failure: { kind: 'notFound', reference: null } },
    })

    expect(panel.text()).toContain('Not found')
    expect(panel.find('button').exists()).toBe(false)
  })
})

test('a quick answer shows no skeleton', async () => {
  vi.useFakeTimers()
  const skeleton = mountKit(Skeleton)
  expect(skeleton.classes()).not.toContain('is-shown')

  await vi.advanceTimersByTimeAsync(150)

  expect(skeleton.classes()).toContain('is-shown')
})

describe('a formula', () => {
  const operands = [
    { symbol: 'A', label: 'Electronic declarations', value: '1 204' },
    { symbol: 'B', label: 'All declarations', value: '1 310' },
  ]

  test('names its operands and puts the numbers in their place', () => {
    const view = mountKit(FormulaView, {
      props: { formula: '100*A/B', operands, lit: 'A', result: '91.9 %' },
    })

    expect(view.text()).toContain('Electronic declarations')
    expect(view.get('.formula-numbers').text()).toContain('91.9 %')
    expect(view.get('.formula-numbers mark').text()).toBe('1 204')
  })

  test('that cannot be drawn is shown as its text', () => {
    const view = mountKit(FormulaView, { props: { formula: 'A^2', operands } })

    expect(view.text()).toBe('A^2')
  })
})

describe('a table', () => {
  const columns = [
    { key: 'name', label: 'Name', sortable: true },
    { key: 'count', label: 'Figures', numeric: true },
  ]
  const rowKey = (row: object) => (row as { name: string }).name

  test('tells screen readers how it is sorted, and turns round on a second press', async () => {
    const table = mountKit(DataTable, {
      props: {
        columns,
        rows: [{ name: 'Aldova', count: 3 }],
        rowKey,
        caption: 'Administrations',
        sort: { key: 'name', descending: false },
      },
    })
    expect(table.get('th').attributes('aria-sort')).toBe('ascending')

    await table.get('th button').trigger('click')

    expect(table.emitted('update:sort')).toEqual([[{ key: 'name', descending: true }]])
  })

  test('without rows says so', () => {
    const table = mountKit(DataTable, { props: { columns, rows: [], rowKey, caption: 'None' } })

    expect(table.find('table').exists()).toBe(false)
    expect(table.text()).toContain('Nothing here yet')
  })
})

test('a list of problems takes the focus and leads to the item', async () => {
  const summary = mountKit(ProblemSummary, {
    props: { problems: [{ message: 'Two figures are missing', target: 'cell-1' }] },
  })
  const cell = document.createElement('input')
  cell.id = 'cell-1'
  document.body.append(cell)
  await nextTick()
  await nextTick()
  expect(document.activeElement).toBe(summary.element)

  await summary.get('a').trigger('click')

  expect(document.activeElement).toBe(cell)
})

test('a reason needs code and text before it is recorded', async () => {
  const dialog = mountKit(ReasonDialog, {
    props: {
      open: true,
      title: 'There is no figure because…',
      confirm: 'Record',
      reasons: [{ code: 'ELSEWHERE', label: 'Another authority' }],
    },
  })
  await dialog.get('form').trigger('submit')
  expect(dialog.text()).toContain('Choose a reason.')
  expect(dialog.emitted('confirm')).toBeUndefined()

  await dialog.get('select').setValue('ELSEWHERE')
  await dialog.get('textarea').setValue(' The police keep it. ')
  await dialog.get('form').trigger('submit')

  expect(dialog.emitted('confirm')).toEqual([[{ code: 'ELSEWHERE', text: 'The police keep it.' }]])
})

describe('a chart', () => {
  const props = { title: 'Rate', own: '91.8', q1: '88', median: '95.2', q3: '99', n: 14, unit: '%' }

  test('has one sentence and shows the same numbers as a table', async () => {
    const chart = mountKit(PeerStrip, { props })
    expect(chart.get('figcaption').text()).toContain('median of the group 95.2')

    await chart.get('button').trigger('click')

    expect(chart.get('table').text()).toContain('95.2')
  })

  test('of a group too small draws nothing of it', () => {
    const chart = mountKit(PeerStrip, { props: { ...props, suppressed: true } })

    expect(chart.text()).toContain('Too few to show')
    expect(chart.text()).not.toContain('95.2')
    expect(chart.find('svg[viewBox="0 0 14 14"]').exists()).toBe(false)
  })
})

test('a QR code is read by whatever reads QR codes', () => {
  const text = 'otpauth://totp/PMM%20Platform:ada%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=PMM'
  const wrapper = mountKit(QrCode, { props: { text, label: 'Key' } })

  const SCALE = 4
  const side = Number(wrapper.get('svg').attributes('viewBox')!.split(' ')[2]) * SCALE
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y] of wrapper
    .get('path')
    .attributes('d')!
    .matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dot = 0; dot < SCALE * SCALE; dot += 1) {
      const column = Number(x) * SCALE + (dot % SCALE)
      const row = Number(y) * SCALE + Math.floor(dot / SCALE)
      pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
    }
  }

  expect(jsQR(pixels, side, side)?.data).toBe(text)
})
