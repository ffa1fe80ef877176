import { join } from 'node:path'
import { localeProblems } from '../../../portal-kit/check-locales'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '..')

test('the screens of the secretariat portal speak English and French, say nothing themselves and keep no idle text', () => {
  expect(localeProblems({ src, except: ['generated'], oneWord: true })).toEqual([])
})
