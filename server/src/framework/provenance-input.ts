import { Field, InputType } from 'type-graphql'
import { Access, SECRETARIAT } from '#access'
import { ProvenanceStatus } from '#accounts'
import { badInput, type ProblemDetail } from '#platform'
import { isWebAddress } from './web-address'

@InputType('ProvenanceInput', { description: 'Where an entry of the framework comes from.' })
export class ProvenanceInput {
  @Access(SECRETARIAT)
  @Field(() => ProvenanceStatus, { description: 'Kind of origin.' })
  readonly status!: ProvenanceStatus

  @Access(SECRETARIAT)
  @Field(() => [String], { nullable: true, description: 'Names of the fields that are published.' })
  readonly fields?: readonly string[] | null

  @Access(SECRETARIAT)
  @Field(() => [String], { nullable: true, description: 'Web addresses of the sources.' })
  readonly sources?: readonly string[] | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Remark on the origin, in English.' })
  readonly note?: string | null
}

const MOST = 20

/** The origin as it is stored with an entry. */
export const storedProvenance = ({ status, fields, sources, note }: ProvenanceInput) => ({
  status,
  fields: [...new Set((fields ?? []).map((each) => each.trim()).filter(Boolean))],
  sources: [...new Set((sources ?? []).map((each) => each.trim()).filter(Boolean))],
  ...(note?.trim() && { note: note.trim() }),
})

/** What is wrong with an origin: what is published has a source, and sources are addresses of the web. */
export function provenanceProblems(
  input: ProvenanceInput | null | undefined,
): readonly ProblemDetail[] {
  if (!input) return []
  const path = ['input', 'provenance', 'sources']
  const { status, sources } = storedProvenance(input)
  const problems: ProblemDetail[] = []
  if (status === 'SOURCED' && sources.length === 0) {
    problems.push(badInput('SOURCE_MISSING', 'What is published has at least one source.', path))
  }
  if (sources.length > MOST) {
    problems.push(badInput('TOO_MANY', `An entry names at most ${MOST} sources.`, path))
  }
  for (const source of sources) {
    if (!isWebAddress(source)) {
      problems.push(badInput('BAD_ADDRESS', `"${source}" is no address of the web.`, path))
    }
  }
  return problems
}
