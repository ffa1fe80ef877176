import 'reflect-metadata'
import { expect, test } from 'vitest'
import { provenanceOf } from './provenance.type'

test('a catalogue entry keeps its status, fields and sources', () => {
  const stored = {
    status: 'sourced',
    fields: ['name'],
    sources: ['https://example.org'],
    note: 'As printed.',
  }

  expect(provenanceOf(stored)).toEqual({
    status: 'SOURCED',
    fields: ['name'],
    sources: ['https://example.org'],
    note: 'As printed.',
  })
})

test('a register entry is as good as the origin of its membership', () => {
  expect(provenanceOf({ membership: 'reconstructed', sources: [] }).status).toBe('RECONSTRUCTED')
  expect(provenanceOf({ membership: 'general knowledge' }).status).toBe('GENERAL_KNOWLEDGE')
})

test('an entry that names no origin counts as constructed', () => {
  expect(provenanceOf(null)).toEqual({ status: 'CONSTRUCTED', fields: [], sources: [], note: null })
})

test('a provenance without a remark has none, whether it was left out or is empty in a workbook', () => {
  const stored = { status: 'SOURCED', fields: ['name'], sources: ['https://pmm.wcoomd.org'] }

  expect(provenanceOf(stored)).toEqual({ ...stored, note: null })
  expect(provenanceOf({ ...stored, note: null })).toEqual({ ...stored, note: null })
})
