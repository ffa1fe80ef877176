/** Why a text is no catalogue, and where in it. */
export class Unreadable extends Error {
  readonly reason: string
  readonly at: string

  constructor(reason: string, message: string, at = '') {
    super(message)
    this.reason = reason
    this.at = at
  }
}

const DEEPEST = 16
const LONGEST_TEXT = 100_000
const MOST_VALUES = 2_000_000
/** Keys that reach into every object of the program. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// oxlint-disable-next-line no-control-regex -- JSON forbids them in a text, which is what is asked here.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const SPACE = /[ \t\r\n]*/y
const WORDS = { true: true, false: false, null: null } as const

/**
 * Reads JSON strictly: `JSON.parse` would keep the last of two equal keys, make 1e999 endless and say
 * nothing of depth. What is wrong is told with line and column.
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decode(bytes)
  let at = 0
  let values = 0

  const place = (where: number) => {
    const before = text.slice(0, where)
    const line = before.split('\n').length
    return `line ${line}, column ${where - before.lastIndexOf('\n')}`
  }
  const fail = (reason: string, message: string, where = at): never => {
    throw new Unreadable(reason, message, place(where))
  }
  const skip = () => {
    SPACE.lastIndex = at
    SPACE.exec(text)
    at = SPACE.lastIndex
  }
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) return null
    at = pattern.lastIndex
    return found[0]
  }
  const expect = (character: string) => {
    skip()
    if (text[at] !== character) {
      fail(
        'NOT_JSON',
        at >= text.length ? 'The file ends too early.' : `"${character}" is missing.`,
      )
    }
    at += 1
  }
  const string = (): string => {
    const start = at
    const found = take(STRING)
    if (found === null) {
      const isCut = text.indexOf('"', start + 1) === -1
      return fail('NOT_JSON', isCut ? 'The file ends inside a text.' : 'This is no text.', start)
    }
    if (found.length > LONGEST_TEXT) {
      fail('TEXT_TOO_LONG', `A text has at most ${LONGEST_TEXT} characters.`, start)
    }
    return JSON.parse(found) as string
  }
  const value = (depth: number): unknown => {
    if (depth > DEEPEST) fail('FILE_TOO_DEEP', `Values are nested more than ${DEEPEST} deep.`)
    values += 1
    if (values > MOST_VALUES) fail('TOO_LARGE', `A file has at most ${MOST_VALUES} values.`)
    skip()
    const next = text[at]
    if (next === '{') return object(depth)
    if (next === '[') return list(depth)
    if (next === '"') return string()
    for (const [word, meaning] of Object.entries(WORDS)) {
      if (text.startsWith(word, at)) {
        at += word.length
        return meaning
      }
    }
    const start = at
    const number = take(NUMBER)
    if (number === null) {
      return fail('NOT_JSON', at >= text.length ? 'The file ends too early.' : 'This is no value.')
    }
    const read = Number(number)
    if (!Number.isFinite(read)) fail('NUMBER_TOO_LARGE', 'This number is too large.', start)
    return read
  }
  const object = (depth: number): unknown => {
    at += 1
    const read: Record<string, unknown> = {}
    skip()
    if (text[at] === '}') {
      at += 1
      return read
    }
    for (;;) {
      skip()
      const start = at
      if (text[at] !== '"') fail('NOT_JSON', 'The name of a field is missing.')
      const key = string()
      if (FORBIDDEN.has(key)) fail('FORBIDDEN_KEY', `No field is called "${key}".`, start)
      if (Object.hasOwn(read, key)) fail('KEY_TWICE', `The field "${key}" stands twice.`, start)
      expect(':')
      read[key] = value(depth + 1)
      skip()
      if (text[at] === '}') {
        at += 1
        return read
      }
      expect(',')
    }
  }
  const list = (depth: number): unknown => {
    at += 1
    const read: unknown[] = []
    skip()
    if (text[at] === ']') {
      at += 1
      return read
    }
    for (;;) {
      read.push(value(depth + 1))
      skip()
      if (text[at] === ']') {
        at += 1
        return read
      }
      expect(',')
    }
  }

  const read = value(0)
  skip()
  if (at < text.length) fail('NOT_JSON', 'Something follows the end of the catalogue.')
  return read
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable('NOT_UTF8', 'The file is not UTF-8 text.')
  }
}
