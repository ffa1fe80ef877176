import { expect } from 'vitest'
import type { Caller } from '../../../tests/setup/world'

interface Problem {
  readonly code: string
  readonly reason: string
  readonly path: readonly string[]
  readonly message: string
}

type Fields = Record<string, unknown>
/** What a test reads of an answer; the shape follows the document. */
export type Tree = any // oxlint-disable-line no-explicit-any

const HEAD = 'id version status isConfirmed scope reason responseDueAt conclusion concludedAt'

/** The review as this caller sees it, or null. */
export async function reviewSeenBy(caller: Caller, id: string, fields = ''): Promise<Tree> {
  const { data, errors } = await caller.query<Tree>(
    `query ($id: ID!) { review(id: $id) { ${HEAD} ${fields} } }`,
    { id },
  )
  expect(errors).toBeUndefined()
  return data.review
}

/** The reviews this caller may list. */
export async function reviewsSeenBy(caller: Caller, fields = ''): Promise<Tree> {
  const { data, errors } = await caller.query<Tree>(
    `{ reviews(first: 100) { totalCount nodes { ${HEAD} administration { code } ${fields} } } }`,
  )
  expect(errors).toBeUndefined()
  return data.reviews
}

/** Runs a mutation of the review noun and gives its payload. */
export async function run(
  caller: Caller,
  mutation: string,
  input: Fields,
  fields = '',
): Promise<Tree> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`
  const declared = INPUTS[mutation] ?? type
  const { data, errors } = await caller.query<Tree>(
    `mutation ($input: ${declared}!) { ${mutation}(input: $input) { problems { code reason path message } ${fields} } }`,
    { input },
  )
  expect(errors, JSON.stringify(errors)).toBeUndefined()
  return data[mutation]
}

/** Runs a mutation that must succeed. */
export async function done(
  caller: Caller,
  mutation: string,
  input: Fields,
  fields = '',
): Promise<Tree> {
  const payload = await run(caller, mutation, input, fields)
  expect(payload.problems).toEqual([])
  return payload
}

/** Runs a mutation that must be refused, and gives the reasons in order. */
export async function refused(
  caller: Caller,
  mutation: string,
  input: Fields,
): Promise<readonly string[]> {
  const { problems } = (await run(caller, mutation, input)) as { problems: readonly Problem[] }
  expect(problems.length, `${mutation} was not refused`).toBeGreaterThan(0)
  return problems.map(({ reason }) => reason)
}

const INPUTS: Readonly<Record<string, string>> = {
  reviewRequestConfirm: 'ReviewDecideInput',
  reviewStart: 'ReviewDecideInput',
  reviewWithdraw: 'ReviewDecideInput',
  reviewRespond: 'ReviewDecideInput',
  reviewConclude: 'ReviewDecideInput',
  findingSend: 'FindingDecideInput',
  findingDelete: 'FindingDecideInput',
}
