import { createHash } from 'node:crypto'
import type { Caller, World } from '../../../tests/setup/world.ts'

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n')
export const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const ITEM = `id kind title language dated confidentiality number sha256 size mediaType scanState fileName url
  kpiCodes shareWithSecretariat downloadPath version viewerCan { edit { allowed code } share { allowed code } }
  revisions { number kind sha256 fileName url downloadPath author { name } }`
const PROBLEMS = 'problems { code reason message path }'

const COMMANDS = {
  evidenceUploadStart: ['EvidenceUploadStartInput', 'ticket uploadPath'],
  evidenceUploadFinish: ['EvidenceUploadFinishInput', `evidence { ${ITEM} }`],
  evidenceLinkAdd: ['EvidenceLinkAddInput', `evidence { ${ITEM} }`],
  evidenceUpdate: ['EvidenceUpdateInput', `evidence { ${ITEM} }`],
  evidenceRemove: [
    'EvidenceEditInput',
    'evidence { id } assessment { progress { kpisEvidenced } }',
  ],
  evidenceSharingSet: ['EvidenceSharingSetInput', `evidence { ${ITEM} }`],
} as const

export type EvidenceCommand = keyof typeof COMMANDS

/** Sends a command on evidence and returns its payload; anything but a clean answer fails the test. */
export async function sendEvidence(
  who: Caller,
  name: EvidenceCommand,
  input: object,
  // oxlint-disable-next-line no-explicit-any
): Promise<any> {
  const [type, selection] = COMMANDS[name]
  const answer = await who.query(
    `mutation Send($input: ${type}!) { ${name}(input: $input) { ${selection} ${PROBLEMS} } }`,
    { input },
  )
  if (answer.errors) throw new Error(JSON.stringify(answer.errors))
  return (answer.data as Record<string, unknown>)[name]
}

/** A step of the assessment's life cycle. */
export async function step(
  who: Caller,
  name: string,
  type: string,
  input: object,
  // oxlint-disable-next-line no-explicit-any
): Promise<any> {
  const answer = await who.query(
    `mutation Step($input: ${type}!) { ${name}(input: $input) { assessment { version } ${PROBLEMS} } }`,
    { input },
  )
  return (answer.data as Record<string, unknown>)[name]
}

export const details = (kpiCodes: readonly string[], title = 'Annual report 2024') => ({
  title,
  language: 'en',
  dated: '2025-03-31',
  confidentiality: 'ORDINARY',
  kpiCodes,
})

const CONTENT = `evidence { ${ITEM} } responses { kpiCode evidenceCount evidence { title } }`

/** Evidence of the own assessment. */
// oxlint-disable-next-line no-explicit-any
export async function evidenceOf(who: Caller, cycle = 'C2024'): Promise<any> {
  const answer = await who.query(
    `query Mine($cycle: String!) { myAssessment(cycle: $cycle) { id status version progress { kpisEvidenced }
      working { ${CONTENT} } submitted { number contentHash evidence { ${ITEM} } } } }`,
    { cycle },
  )
  if (answer.errors) throw new Error(JSON.stringify(answer.errors))
  return answer.data.myAssessment
}

/** Hands files in and out as a portal does. */
export const handingIn = (world: () => World) => {
  const put = (who: Caller, url: string, bytes: Buffer, headers: Record<string, string> = {}) =>
    world().server.http.inject({
      method: 'PUT',
      url,
      payload: bytes,
      headers: { ...who.headers, 'content-type': 'application/octet-stream', ...headers },
    })
  const announce = (who: Caller, assessmentId: string, more: object = {}, bytes = PDF) =>
    sendEvidence(who, 'evidenceUploadStart', {
      assessmentId,
      fileName: 'report.pdf',
      mediaType: 'application/pdf',
      size: bytes.length,
      sha256: hashOf(bytes),
      ...more,
    })
  return {
    put,
    announce,
    /** From the announcement to the finished item. */
    handIn: async (
      who: Caller,
      assessmentId: string,
      kpiCodes: readonly string[],
      {
        bytes = PDF,
        title,
        start = {},
      }: { bytes?: Buffer<ArrayBuffer>; title?: string; start?: object } = {},
    ) => {
      const started = await announce(who, assessmentId, { kpiCodes, ...start }, bytes)
      if (started.problems.length > 0) return started
      const arrived = await put(who, started.uploadPath, bytes)
      if (arrived.statusCode !== 200) throw new Error(arrived.body)
      return sendEvidence(who, 'evidenceUploadFinish', {
        ticket: started.ticket,
        details: details(kpiCodes, title),
      })
    },
    get: (who: Caller, url: string, headers: Record<string, string> = {}) =>
      world().server.http.inject({ method: 'GET', url, headers: { ...who.headers, ...headers } }),
  }
}

export const reasonsOf = (payload: { problems: readonly { reason: string }[] }) =>
  payload.problems.map(({ reason }) => reason)
