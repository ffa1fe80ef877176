import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface People {
  readonly demonstrationPeople: readonly { readonly name: string; readonly roleId: string }[]
}

interface Cycles {
  readonly cycles: readonly {
    readonly status: string
    readonly reportingYear: number
    readonly myAssessment: { readonly id: string } | null
  }[]
}

interface Work {
  readonly assessment: {
    readonly working: {
      readonly values: readonly (Stored & { readonly elementCode: string; readonly year: number })[]
    }
  }
}

interface Saved {
  readonly dataValuesSave: {
    readonly results: readonly (Stored & { readonly isSaved: boolean })[] | null
  }
}

const PORTAL = join(import.meta.dirname, '..', '..', '..', 'graphql', 'documents', 'member.json')
const documents = Object.entries(JSON.parse(readFileSync(PORTAL, 'utf8')) as Record<string, string>)

const idOf = (operation: string): string => {
  const found = documents.find(([, text]) =>
    new RegExp(`(query|mutation) ${operation}[ ({]`).test(text),
  )
  if (!found) throw new Error(`The member portal has no document ${operation}.`)
  return found[0]
}

/** Where one figure stands, as the server told it. */
export interface Stored {
  readonly value: string | null
  readonly version: number
}

export interface Attempt {
  readonly elementCode: string
  readonly year: number
  readonly value: string
  readonly expectedVersion: number
  readonly idempotencyKey: string
}

/** Somebody at the member portal without a browser: the same documents, the same session. */
export class Typist {
  readonly origin: string
  #cookie = ''

  private constructor(origin: string) {
    this.origin = origin
  }

  static async named(name: string, origin: string): Promise<Typist> {
    const typist = new Typist(origin)
    const people = await typist.asks<People>('DemonstrationPeople', { locale: 'EN' })
    const person = people.demonstrationPeople.find((each) => each.name === name)
    await typist.asks('DemonstrationSignIn', { input: { roleId: person?.roleId } })
    return typist
  }

  async asks<Data>(operation: string, variables: object): Promise<Data> {
    const response = await fetch(`${this.origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'apollo-require-preflight': 'true',
        ...(this.#cookie && { cookie: this.#cookie }),
      },
      body: JSON.stringify({ documentId: idOf(operation), operationName: operation, variables }),
    })
    const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!)
    if (set.length > 0) this.#cookie = set.join('; ')
    const told = (await response.json()) as { data?: Data; errors?: readonly unknown[] }
    if (told.errors || !told.data) throw new Error(JSON.stringify(told.errors))
    return told.data
  }

  /** The assessment of the open cycle. */
  async assessment(): Promise<{ id: string; year: number }> {
    const { cycles } = await this.asks<Cycles>('MemberCycles', { locale: 'EN' })
    const open = cycles.find(({ status }) => status === 'OPEN')
    if (!open?.myAssessment) throw new Error('There is no assessment in the open cycle.')
    return { id: open.myAssessment.id, year: open.reportingYear }
  }

  /** Figures of the reporting year by code of the element. */
  async figures(id: string, year: number): Promise<ReadonlyMap<string, Stored>> {
    const { assessment } = await this.asks<Work>('AssessmentWork', { id, locale: 'EN' })
    return new Map(
      assessment.working.values
        .filter((each) => each.year === year)
        .map(({ elementCode, value, version }) => [elementCode, { value, version }]),
    )
  }

  /** Null when no answer came: nobody knows then what became of it. */
  async saves(assessmentId: string, attempt: Attempt): Promise<Stored | 'stale' | null> {
    const { idempotencyKey, ...cell } = attempt
    const told = await this.asks<Saved>('DataValuesSave', {
      locale: 'EN',
      input: { assessmentId, idempotencyKey, cells: [cell] },
    }).catch(() => null)
    const [result] = told?.dataValuesSave.results ?? []
    if (!result) return null
    return result.isSaved ? { value: result.value, version: result.version } : 'stale'
  }
}
