import { expect, test } from 'vitest'
import { closedBy, type BackingItem } from './model'

const file: BackingItem = {
  id: 'EA', kind: 'FILE', title: 'Report', language: 'en', confidentiality: 'ORDINARY', number: 1, size: 10,
  scanState: 'CLEAN', fileName: 'report.pdf', url: null, downloadPath: '/files/evidence/x', kpiCodes: [],
} // prettier-ignore
const link: BackingItem = { ...file, kind: 'LINK', size: null, scanState: null, fileName: null, downloadPath: null } // prettier-ignore

test('what has an address can be opened', () => {
  expect(closedBy(file)).toBeNull()
  expect(closedBy({ ...link, url: 'https://customs.example' })).toBeNull()
})

test('a name without an address was not looked at; no name was not shared', () => {
  expect(closedBy({ ...file, downloadPath: null, scanState: 'NOT_SCANNED' })).toBe('notScanned')
  expect(closedBy({ ...file, downloadPath: null, fileName: null })).toBe('notShared')
  expect(closedBy(link)).toBe('notShared')
})
