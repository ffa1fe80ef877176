import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installationSecret } from './installation-secret'
import { createSealing } from './sealing'

const ours = createSealing('a secret of the installation, long enough')
const theirs = createSealing('a secret of another installation, as long')

test('a sealed text opens under the same key and context alone', () => {
  const sealed = ours.seal('JBSWY3DPEHPK3PXP', 'person 1')

  expect(ours.open(sealed, 'person 1')).toBe('JBSWY3DPEHPK3PXP')
  expect(() => ours.open(sealed, 'person 2')).toThrow()
  expect(() => theirs.open(sealed, 'person 1')).toThrow()
})

test('nothing of the text shows, and the same text is sealed differently each time', () => {
  const [one, other] = [ours.seal('JBSWY3DPEHPK3PXP', 'x'), ours.seal('JBSWY3DPEHPK3PXP', 'x')]

  expect(one.toString('latin1')).not.toContain('JBSWY3DP')
  expect(one.equals(other)).toBe(false)
})

test('a sealed text with any byte changed does not open', () => {
  const sealed = ours.seal('JBSWY3DPEHPK3PXP', 'person 1')

  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    expect(() => ours.open(changed, 'person 1'), `byte ${at}`).toThrow()
  }
})

test('what follows from the key is the same each time and tells nothing of the key', () => {
  expect(ours.derive('a').equals(ours.derive('a'))).toBe(true)
  expect(ours.derive('a').equals(ours.derive('b'))).toBe(false)
  expect(ours.proof).not.toBe(theirs.proof)
})

test('the secret of an installation is made once, for its own user alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pmm-secret-'))

  const first = installationSecret(join(folder, 'data'))
  const again = installationSecret(join(folder, 'data'))

  expect(first).toMatch(/^[\w-]{43}$/)
  expect(again).toBe(first)
  expect(readFileSync(join(folder, 'data', 'secret'), 'utf8').trim()).toBe(first)
  expect(statSync(join(folder, 'data', 'secret')).mode & 0o777).toBe(0o600)
  rmSync(folder, { recursive: true })
})

test('a secret that was cut off is not taken for one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pmm-secret-'))
  writeFileSync(join(folder, 'secret'), 'short')

  expect(() => installationSecret(folder)).toThrow(/secret/)
  rmSync(folder, { recursive: true })
})
