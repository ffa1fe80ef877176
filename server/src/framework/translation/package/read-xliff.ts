import { SaxesParser, type SaxesTagNS } from 'saxes'

/** One unit of a package as a tool has handed it back. */
export interface PackageUnit {
  readonly id: string
  readonly source: string
  readonly target: string
  /** State the tool gave the translation; empty where it gave none. */
  readonly state: string
  readonly line: number
}

/** Why a file is refused as a whole, and where. */
export interface PackageFault {
  readonly reason: string
  readonly message: string
  readonly line: number | null
}

export type ReadPackage =
  | {
      readonly ok: true
      readonly units: readonly PackageUnit[]
      /** What its files say they were made from. */
      readonly originals: readonly string[]
    }
  | { readonly ok: false; readonly fault: PackageFault }

export const MOST_BYTES = 8 * 1024 * 1024
const MOST_UNITS = 50_000
const DEEPEST = 32
const NAMESPACES = /^urn:oasis:names:tc:xliff:document:(1\.2|2\.[0-2])$/

class Fault extends Error {
  constructor(
    readonly reason: string,
    message: string,
    readonly line?: number,
  ) {
    super(message)
  }
}

/** The units of an XLIFF 1.2 or 2.x document, or why it is none that can be read here. */
export function readXliff(bytes: Uint8Array): ReadPackage {
  const parser = new SaxesParser({ xmlns: true, position: true })
  try {
    if (bytes.byteLength > MOST_BYTES) {
      throw new Fault('TOO_LARGE', `The file is larger than ${MOST_BYTES / 1024 / 1024} MB.`)
    }
    const reader = unitReader(() => parser.line)
    // A document type can hold entities that blow up; no translation tool needs one.
    parser.on('doctype', () => {
      throw new Fault('DOCTYPE', 'The file declares a document type, which is not accepted.')
    })
    parser.on('error', ({ message }) => {
      throw new Fault('NOT_XML', `The file is not well-formed XML: ${message}`)
    })
    parser.on('opentag', reader.open)
    parser.on('closetag', reader.close)
    parser.on('text', reader.text)
    parser.on('cdata', reader.text)
    parser.write(decode(bytes)).close()
    return { ok: true, units: reader.units(), originals: reader.originals() }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const line = ['TOO_LARGE', 'NOT_UTF8'].includes(error.reason)
      ? null
      : (error.line ?? parser.line)
    return { ok: false, fault: { reason: error.reason, message: error.message, line } }
  }
}

function decode(bytes: Uint8Array): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Fault('NOT_UTF8', 'The file is not text in UTF-8.')
  }
  const [before = ''] = text.split('\0', 1)
  if (before.length === text.length) return text
  throw new Fault(
    'UNSTORABLE_CHARACTER',
    'The file contains a character that cannot be stored (U+0000).',
    before.split('\n').length,
  )
}

/** Collects units while the document goes by; alternatives and notes of tools are passed over. */
function unitReader(line: () => number) {
  const units: PackageUnit[] = []
  const path: string[] = []
  let open: { id: string; source: string; target: string; state: string; line: number } | null =
    null
  let passed = 0
  let into: 'source' | 'target' | null = null
  const originals = new Set<string>()
  let isXliff = false

  function begin(tag: SaxesTagNS) {
    const { local, uri } = tag
    path.push(local)
    if (path.length > DEEPEST) throw new Fault('FILE_TOO_DEEP', 'The file is nested too deeply.')
    if (path.length === 1) {
      if (local !== 'xliff' || !NAMESPACES.test(uri)) {
        throw new Fault('NOT_XLIFF', 'The file is no XLIFF document of version 1.2 or 2.')
      }
      isXliff = true
    }
    if (local === 'file' || local === 'xliff') expectLanguages(tag)
    const original = local === 'file' ? attribute(tag, 'original').trim() : ''
    if (original !== '') originals.add(original)
    if (['alt-trans', 'matches', 'glossary', 'seg-source', 'note', 'notes'].includes(local)) {
      passed += 1
    }
    if (passed > 0) return
    if (local === 'trans-unit' || local === 'unit') {
      if (open) throw new Fault('NOT_XLIFF', 'A unit stands within another.')
      open = { id: attribute(tag, 'id'), source: '', target: '', state: '', line: line() }
      if (units.length >= MOST_UNITS) {
        throw new Fault('TOO_LARGE', `The file has more than ${MOST_UNITS} units.`)
      }
    }
    if (!open) return
    if (local === 'segment') open.state = attribute(tag, 'state')
    if (local === 'source' || local === 'target') into = local
    if (local === 'target') open.state = attribute(tag, 'state') || open.state
  }

  function end(tag: SaxesTagNS) {
    const { local } = tag
    path.pop()
    if (['alt-trans', 'matches', 'glossary', 'seg-source', 'note', 'notes'].includes(local)) {
      passed -= 1
      return
    }
    if (passed > 0) return
    if (local === 'source' || local === 'target') into = null
    if ((local === 'trans-unit' || local === 'unit') && open) {
      units.push(open)
      open = null
    }
  }

  return {
    open: begin,
    close: end,
    text: (text: string) => {
      if (open && into && passed === 0) open[into] += text
    },
    originals: () => [...originals],
    units: (): readonly PackageUnit[] => {
      if (!isXliff || units.length === 0) {
        throw new Fault('NO_UNITS', 'The file holds no text to translate.')
      }
      return units
    },
  }
}

const attribute = ({ attributes }: SaxesTagNS, name: string): string =>
  (attributes[name] as { value: string } | undefined)?.value ?? ''

function expectLanguages(tag: SaxesTagNS): void {
  const expected = [
    ['source-language', 'en'],
    ['srcLang', 'en'],
    ['target-language', 'fr'],
    ['trgLang', 'fr'],
  ] as const
  for (const [name, language] of expected) {
    const given = attribute(tag, name)
    if (given !== '' && given.toLowerCase().split('-')[0] !== language) {
      throw new Fault(
        'WRONG_LANGUAGE',
        `The file is not from English into French: ${name} is "${given.slice(0, 20)}".`,
      )
    }
  }
}
