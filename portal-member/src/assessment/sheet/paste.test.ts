import { describe, expect, it } from 'vitest'
import type { ElementEntry } from '../model'
import { isBlock, judgePaste, readBlock, type PasteTarget } from './paste'

const element = (facts: Partial<ElementEntry> = {}): ElementEntry => ({
  code: 'DECL', label: 'Declarations', description: '', valueType: 'COUNT', unit: '', origin: 'ENTERED', scale: null,
  ...facts,
}) // prettier-ignore
const target = (facts: Partial<PasteTarget> = {}): PasteTarget => ({
  key: 'DECL T', standing: 'open', element: element(), saved: null, ...facts,
}) // prettier-ignore
const verdicts = (...cells: Parameters<typeof judgePaste>) =>
  judgePaste(...cells).map(({ verdict, value }) => (value === null ? verdict : [verdict, value]))

describe('a block copied from a spreadsheet', () => {
  it('is cut at tabs and line ends, the last end aside', () => {
    expect(readBlock('1\t2\r\n3\t\r\n')).toEqual([
      ['1', '2'],
      ['3', ''],
    ])
  })

  it('keeps a break and quotes inside a quoted cell', () => {
    expect(readBlock('"a\nb ""c"""\t2')).toEqual([['a\nb "c"', '2']])
  })

  it('is told from a single figure', () => {
    expect(isBlock('12 400\r\n')).toBe(false)
    expect(isBlock('12\t13')).toBe(true)
    expect(isBlock('12\n13')).toBe(true)
  })
})

describe('the verdict on a pasted cell', () => {
  it('tells new, changed and unchanged figures apart, zero among them', () => {
    const targets = [[target()], [target({ saved: '12' })], [target({ saved: '0' })]]
    expect(verdicts([['0'], ['12.5'], ['0.0']], { row: 0, column: 0 }, targets, '.')).toEqual([
      ['new', '0'],
      ['changed', '12.5'],
      ['unchanged', '0'],
    ])
  })

  it('leaves a figure where the pasted cell is empty', () => {
    const targets = [[target({ saved: '12' })]]
    expect(verdicts([[' ']], { row: 0, column: 0 }, targets, '.')).toEqual(['blank'])
  })

  it('refuses words, closed cells, years nobody asks for and what lies beyond the sheet', () => {
    const targets = [[target(), target({ standing: 'fixed' }), target({ standing: 'none' })]]
    expect(verdicts([['n/a', '1', '2', '3']], { row: 0, column: 0 }, targets, '.')).toEqual([
      'unreadable',
      'fixed',
      'none',
      'outside',
    ])
  })

  it('reads a per cent sign only where the unit is a percentage', () => {
    const targets = [[target(), target({ element: element({ unit: '%' }) })]]
    expect(verdicts([['7%', '7 %']], { row: 0, column: 0 }, targets, '.')).toEqual([
      'unreadable',
      ['new', '7'],
    ])
  })

  it('reads figures as the language writes them', () => {
    expect(verdicts([['1 204,5']], { row: 0, column: 0 }, [[target()]], ',')).toEqual([
      ['new', '1204.5'],
    ])
  })

  it('takes yes and no in words, and levels by number or word, but no level that is none', () => {
    const yesNo = target({ element: element({ valueType: 'BOOLEAN' }) })
    const scale = { levels: [{ level: 0, label: 'None' }, { level: 1, label: 'Planned' }] } // prettier-ignore
    const level = target({ element: element({ valueType: 'LEVEL', scale }) })
    expect(
      verdicts(
        [['Oui', 'planned', '7', '2']],
        { row: 0, column: 0 },
        [[yesNo, level, level, yesNo]],
        '.',
      ),
    ).toEqual([['new', '1'], ['new', '1'], 'unreadable', 'unreadable'])
  })

  it('lies where it was pasted', () => {
    const targets = [[target()], [target({ key: 'second' })]]
    expect(judgePaste([['5']], { row: 1, column: 0 }, targets, '.')[0]?.target?.key).toBe('second')
  })

  it('tells what a figure would be with the other decimal mark', () => {
    const both = (text: string, mark: '.' | ',') =>
      judgePaste([[text]], { row: 0, column: 0 }, [[target()]], mark).map(
        ({ value, otherwise }) => [value, otherwise],
      )
    expect(both('602.300', '.')).toEqual([['602.3', '602300']])
    expect(both('602.300', ',')).toEqual([['602300', '602.3']])
    expect(both('12.5', '.')).toEqual([['12.5', null]])
    expect(both('186 118', ',')).toEqual([['186118', null]])
  })
})
