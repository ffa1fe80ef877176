import { isWebAddress, longestOf } from '#framework'
import { codePoint, hiddenCharacter } from '#platform'
import { isObject } from './catalogue-lists'
import type { ReadContent } from './compare'
import type { ReadProblem } from './reading/read-file.worker'

// What the databases keep in no text: U+0000 and halves of a character.
const UNSTORABLE = /[\0\p{Cs}]/gu
const SOURCES = /\/provenance\/sources\/\d+$|^\/sdgMappingProvenance\/sources\/\d+$/
const MOST_PROBLEMS = 1_000

/**
 * What was read, as it can be stored, with a problem for each text that holds what it may not: characters
 * that cannot be stored or are not seen, too many of them, and sources that are no address of the web.
 */
export function withUnfitTexts(read: ReadContent): ReadContent {
  const found: ReadProblem[] = []
  const { catalogue, problems } = storable(read) as ReadContent
  note(read.catalogue, '', (problem) => found.length < MOST_PROBLEMS && found.push(problem))
  return { ...read, catalogue, problems: [...problems, ...found] }
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return kept(value)
  if (Array.isArray(value)) return value.map(storable)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [kept(key), storable(inner)]),
  )
}

const kept = (text: string) => text.replaceAll(UNSTORABLE, '\uFFFD')

function note(value: unknown, pointer: string, add: (problem: ReadProblem) => void): void {
  if (typeof value === 'string') {
    for (const { reason, message, french } of faults(value, pointer)) {
      add({ pointer, at: null, reason, message, french })
    }
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const place = `${pointer}/${kept(key)}`
    if (key !== kept(key)) add({ pointer: place, at: null, ...unstorable(key) })
    note(inner, place, add)
  }
}

type Said = Pick<ReadProblem, 'reason' | 'message' | 'french'>

function* faults(text: string, pointer: string): Generator<Said> {
  if (text !== kept(text)) yield unstorable(text)
  const hidden = hiddenCharacter(text)
  if (hidden !== null) {
    yield {
      reason: 'HIDDEN_CHARACTER',
      message: `This contains a character that is not seen (${codePoint(hidden)}).`,
      french: `Ce texte contient un caractère invisible (${codePoint(hidden)}).`,
    }
  }
  const longest = longestOf(fieldOf(pointer))
  if (longest !== null && text.trim().length > longest) {
    yield {
      reason: 'TEXT_TOO_LONG',
      message: `This is longer than ${longest} characters.`,
      french: `Ce texte dépasse ${longest} caractères.`,
    }
  }
  if (SOURCES.test(pointer) && !isWebAddress(text)) {
    yield {
      reason: 'BAD_ADDRESS',
      message: 'A source is an address of the web, beginning with https:// or http://.',
      french: 'Une source est une adresse du web, commençant par https:// ou http://.',
    }
  }
}

// A text stands under its language: `/kpis/3/name/en`.
const fieldOf = (pointer: string) => /\/(\w+)\/(?:en|fr)$/.exec(pointer)?.[1] ?? ''

function unstorable(text: string): Said {
  const [found = ''] = text.match(UNSTORABLE) ?? []
  return {
    reason: 'UNSTORABLE_CHARACTER',
    message: `This contains a character that cannot be stored (${codePoint(found)}).`,
    french: `Ce texte contient un caractère qui ne peut être enregistré (${codePoint(found)}).`,
  }
}
