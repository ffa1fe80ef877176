import { expect, test } from 'vitest'
import { changedVersion, withLog } from './version-texts'

const texts = {
  nameEn: 'working draft',
  nameFr: 'projet',
  changeNotesEn: 'Invented changes',
  changeNotesFr: '',
  internalNotes: '',
}

test('only what was changed is sent, language by language', () => {
  expect(changedVersion(texts, texts)).toEqual({})
  expect(
    changedVersion(texts, { ...texts, nameEn: ' PMM v.2 ', changeNotesFr: 'Noms plus clairs' }),
  ).toEqual({ name: { en: 'PMM v.2' }, changeNotes: { fr: 'Noms plus clairs' } })
  expect(changedVersion({ ...texts, internalNotes: 'For us' }, texts)).toEqual({
    internalNotes: null,
  })
})

test('the change log goes below what is written, once', () => {
  expect(withLog('', '### New')).toBe('### New')
  expect(withLog('By hand.\n', '### New')).toBe('By hand.\n\n### New')
  expect(withLog('By hand.\n\n### New', '### New')).toBe('By hand.\n\n### New')
})
