import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import entrance from './entrance-en'
import { createPortalI18n } from './i18n'

beforeEach(() => localStorage.setItem('pmm.locale', 'en'))

type Load = () => Promise<{ default: Record<string, unknown> }>
const part = (texts: Record<string, unknown>) => vi.fn<Load>(async () => ({ default: texts }))

describe('texts of a portal', () => {
  test('come with the first page as far as it needs them, and the rest once on the way behind it', async () => {
    const first = { en: part({ kit: { yes: 'Yes' }, audit: { own: 'Own' } }), fr: part({ kit: { yes: 'Oui' } }) } // prettier-ignore
    const rest = { en: part({ audit: { log: 'Log' } }), fr: part({ audit: { log: 'Journal' } }) }
    const i18n = await createPortalI18n({ first, rest })
    expect(i18n.global.t('kit.yes')).toBe('Yes')
    expect(rest.en).not.toHaveBeenCalled()

    await Promise.all([i18n.loadRest(), i18n.loadRest()])
    await i18n.loadRest()

    expect(i18n.global.t('audit.log')).toBe('Log')
    expect(i18n.global.t('audit.own')).toBe('Own')
    expect(first.en).toHaveBeenCalledOnce()
    expect(first.fr).not.toHaveBeenCalled()
  })

  test('are all there before another language is shown', async () => {
    const first = { en: part({ kit: { yes: 'Yes' } }), fr: part({ kit: { yes: 'Oui' } }) }
    const rest = { en: part({ audit: { log: 'Log' } }), fr: part({ audit: { log: 'Journal' } }) }
    const i18n = await createPortalI18n({ first, rest })

    await i18n.setLocale('fr')
    expect(rest.fr).not.toHaveBeenCalled()
    await i18n.loadRest()
    await i18n.setLocale('en')

    expect(i18n.global.t('audit.log')).toBe('Log')
    await i18n.setLocale('fr')
    expect(i18n.global.t('audit.log')).toBe('Journal')
  })

  test('that did not arrive are asked for again', async () => {
    const rest = { en: vi.fn<Load>(), fr: part({}) }
    rest.en.mockRejectedValueOnce(new Error('down')).mockResolvedValueOnce({ default: { audit: { log: 'Log' } } }) // prettier-ignore
    const i18n = await createPortalI18n({ first: { en: part({}), fr: part({}) }, rest })

    await expect(i18n.loadRest()).rejects.toThrow('down')
    await i18n.loadRest()

    expect(i18n.global.t('audit.log')).toBe('Log')
  })
})

test('what stands before a portal says nothing that comes with the rest', () => {
  const files = globSync('{accounts,support,components,entry}/**/*.{vue,ts}', { cwd: import.meta.dirname }) // prettier-ignore
  const nouns = files
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(
        /\bte?\(\s*['"`]([a-z]\w*)\./g,
      ),
    ])
    .map(([, noun]) => noun)

  expect(nouns.length).toBeGreaterThan(200)
  expect([...new Set(nouns)].filter((noun) => !(noun! in entrance)).toSorted()).toEqual(['app'])
})
