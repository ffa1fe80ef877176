import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { Ajv2020 as AjvClass, ErrorObject } from 'ajv/dist/2020.js'
import { Unreadable, parseJson } from './parse-json.ts'
import { readWorkbook } from './read-workbook.ts'
import { layoutOf, type Schema } from './sheet-layout.ts'
import { schemaWords, tooManyWords } from './words.ts'

export interface ReadRequest {
  readonly bytes: Uint8Array
  readonly format: 'JSON' | 'XLSX'
  readonly schema: object
}

/** Something wrong at one place: named by the cell, or by the JSON pointer where there are no cells. */
export interface ReadProblem {
  readonly pointer: string | null
  readonly at: string | null
  readonly reason: string
  readonly message: string
  readonly french: string
}

export type ReadResult =
  | {
      readonly kind: 'UNREADABLE'
      readonly reason: string
      readonly message: string
      readonly at: string
    }
  | {
      readonly kind: 'READ'
      readonly catalogue: unknown
      readonly places: Readonly<Record<string, string>> | null
      readonly problems: readonly ReadProblem[]
    }

const MOST_PROBLEMS = 1_000

const { bytes, format, schema } = workerData as ReadRequest
async function read(): Promise<ReadResult> {
  try {
    if (format === 'XLSX') {
      const { catalogue, places, problems } = await readWorkbook(
        Buffer.from(bytes),
        layoutOf(schema as Schema),
      )
      return {
        kind: 'READ',
        catalogue,
        places,
        problems: [...problems, ...schemaProblems(catalogue)],
      }
    }
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      throw new Unreadable(
        'WRONG_TYPE',
        'The file is called JSON and is a workbook or an archive. Name it .xlsx if it is a workbook.',
      )
    }
    const catalogue = parseJson(bytes)
    return { kind: 'READ', catalogue, places: null, problems: schemaProblems(catalogue) }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { kind: 'UNREADABLE', reason: error.reason, message: error.message, at: error.at }
  }
}

/** Lists beyond their limits: what is wrong with each of their entries would take all the time and memory. */
function overlong(catalogue: unknown): readonly ReadProblem[] {
  const lists = (schema as { properties: Record<string, { maxItems?: number }> }).properties
  return Object.entries(lists).flatMap(([name, { maxItems: most = Infinity }]) => {
    const list = (catalogue as Record<string, unknown> | null)?.[name]
    if (!Array.isArray(list) || list.length <= most) return []
    return [{ pointer: `/${name}`, at: null, reason: 'TOO_MANY', ...tooManyWords(list.length, most) }] // prettier-ignore
  })
}

function schemaProblems(catalogue: unknown): readonly ReadProblem[] {
  const tooMany = overlong(catalogue)
  if (tooMany.length > 0) return tooMany
  // Its CommonJS form alone has one entry that Node and the bundler read alike.
  const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js') as {
    Ajv2020: typeof AjvClass
  }
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    discriminator: true,
    strict: true,
    strictRequired: false,
  })
  const validate = ajv.compile(schema)
  if (validate(catalogue)) return []
  return (validate.errors ?? []).slice(0, MOST_PROBLEMS).map((error) => ({
    pointer: pointerOf(error),
    at: null,
    reason: REASONS[error.keyword] ?? 'NOT_ALLOWED',
    ...schemaWords(error),
  }))
}

const REASONS: Readonly<Record<string, string>> = {
  type: 'WRONG_TYPE',
  required: 'MISSING',
  additionalProperties: 'UNKNOWN_FIELD',
  maxItems: 'TOO_MANY',
  maxLength: 'TEXT_TOO_LONG',
}

const pointerOf = ({ keyword, instancePath, params }: ErrorObject): string => {
  if (keyword === 'required') return `${instancePath}/${String(params['missingProperty'])}`
  return keyword === 'additionalProperties'
    ? `${instancePath}/${String(params['additionalProperty'])}`
    : instancePath
}

// Last, when everything above is there.
parentPort?.postMessage(await read())
