import type { Caller, World } from '../../../tests/setup/world.ts'

export const REPORT = `id state contentHash code counts { state count }
  entries(first: 100, state: $state) { totalCount nodes { section code state changes { field before after } problems { at reason message } } }`

const START = `mutation ($input: FrameworkImportStartInput!) { answer: frameworkImportStart(input: $input) {
  uploadPath ticket problems { code reason message path } } }`
const CHECK = `mutation ($input: FrameworkImportCheckInput!, $state: ImportEntryState) { answer: frameworkImportCheck(input: $input) {
  problems { code reason message path } frameworkImport { ${REPORT} } } }`
const RECHECK = `mutation ($input: FrameworkImportRecheckInput!) { answer: frameworkImportRecheck(input: $input) {
  problems { code reason message path } frameworkImport { id contentHash } } }`
const APPLY = `mutation ($input: FrameworkImportApplyInput!) { answer: frameworkImportApply(input: $input) {
  problems { code reason message path } frameworkVersion { id code number status isDemonstration } frameworkImport { state } } }`

export interface Checked {
  readonly problems: readonly { code: string; reason: string; message: string; path: string[] }[]
  readonly frameworkImport: {
    readonly id: string
    readonly state: string
    readonly contentHash: string
    readonly code: string
    readonly counts: readonly { state: string; count: number }[]
    readonly entries: {
      readonly totalCount: number
      readonly nodes: readonly {
        section: string
        code: string
        state: string
        changes: readonly { field: string; before: string | null; after: string | null }[]
        problems: readonly { at: string; reason: string; message: string }[]
      }[]
    }
  } | null
}

/** Hands files in and out as a portal does. */
export const exchangeOf = (world: () => World) => {
  const inject = (caller: Caller, method: 'GET' | 'PUT', url: string, more: object = {}) =>
    world().server.http.inject({ method, url, headers: caller.headers, ...more })
  const handIn = async (caller: Caller, fileName: string, bytes: Buffer): Promise<string> => {
    const { data } = await caller.query(START, { input: { fileName, size: bytes.length } })
    if (data.answer.problems.length > 0) throw new Error(JSON.stringify(data.answer.problems))
    const answer = await inject(caller, 'PUT', data.answer.uploadPath, {
      payload: bytes,
      headers: { ...caller.headers, 'content-type': 'application/octet-stream' },
    })
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return data.answer.ticket
  }
  return {
    handIn,
    get: (caller: Caller, url: string, headers: Record<string, string> = {}) =>
      world().server.http.inject({
        method: 'GET',
        url,
        headers: { ...caller.headers, ...headers },
      }),
    check: async (
      caller: Caller,
      fileName: string,
      bytes: Buffer,
      input: object = {},
      state: string | null = null,
    ): Promise<Checked> => {
      const ticket = await handIn(caller, fileName, bytes)
      const { data, errors } = await caller.query(CHECK, {
        input: { ticket, absent: 'REMOVE', ...input },
        state,
      })
      if (errors) throw new Error(JSON.stringify(errors))
      return data.answer
    },
    recheck: async (caller: Caller, importId: string): Promise<Checked> => {
      const { data, errors } = await caller.query(RECHECK, { input: { importId } })
      if (errors) throw new Error(JSON.stringify(errors))
      return data.answer
    },
    stateOf: async (caller: Caller, id: string) => {
      const question = 'query ($id: ID!) { frameworkImport(id: $id) { state isCurrent } }'
      return (await caller.query(question, { id })).data.frameworkImport
    },
    apply: async (
      caller: Caller,
      found: Checked['frameworkImport'],
      expectedHash = found!.contentHash,
    ) => {
      const { data, errors } = await caller.query(APPLY, {
        input: { importId: found!.id, expectedHash },
      })
      if (errors) throw new Error(JSON.stringify(errors))
      return data.answer
    },
  }
}
