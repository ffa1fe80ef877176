import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'styles/tokens.css'), 'utf8')
const [light = '', dark = ''] = css.split('.dark {')

function tokens(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  )
}

function luminance(hex: string): number {
  const channel = (start: number) => {
    const share = parseInt(hex.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const surfaces = ['--surface', '--surface-2', '--surface-3']
const textPairs = [
  ...surfaces.flatMap((surface) => [
    ['--text', surface],
    ['--text-2', surface],
  ]),
  ...['--surface', '--surface-2', '--primary-tint'].map((surface) => ['--primary', surface]),
  ['--on-primary', '--primary'],
  ...['--tf', '--rc', '--ep', '--od', '--ok', '--warn', '--err'].flatMap((name) => [
    [name, `${name}-tint`],
    [name, '--surface'],
  ]),
  ...['--warn-tint', '--err-tint', '--ok-tint', '--primary-tint'].map((tint) => ['--text', tint]),
]
const controlPairs = [
  ['--control', '--surface'],
  ['--control', '--surface-2'],
  ['--focus', '--surface'],
  ['--focus', '--surface-2'],
]

describe.each([
  ['light', tokens(light)],
  ['dark', tokens(dark)],
])('the %s theme', (_name, colours) => {
  const ratio = ([one = '', other = '']: string[]) =>
    contrast(colours.get(one) ?? '', colours.get(other) ?? '')

  test.each(textPairs)('text %s on %s reaches 4.5 to 1', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(controlPairs)('control %s on %s reaches 3 to 1', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3)
  })
})
