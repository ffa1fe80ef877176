import { Field, ID, InputType, Int } from 'type-graphql'
import { Access, MEMBER } from '#access'
import type { VersionSnapshot } from '#framework'
import { DateScalar, badInput, hiddenCharacter, problem, type ProblemDetail } from '#platform'
import { EvidenceConfidentiality } from './enums'

@InputType({ description: 'What an administration says of a piece of evidence.' })
export class EvidenceDetailsInput {
  @Access(MEMBER)
  @Field(() => String, { description: 'Title, of at most 200 characters.' })
  readonly title!: string

  @Access(MEMBER)
  @Field(() => String, {
    description: 'Language it is written in, as two letters of ISO 639-1, such as "fr".',
  })
  readonly language!: string

  @Access(MEMBER)
  @Field(() => DateScalar, { nullable: true, description: 'Day it is dated.' })
  readonly dated?: string | null

  @Access(MEMBER)
  @Field(() => EvidenceConfidentiality, { description: 'How readers have to treat it.' })
  readonly confidentiality!: EvidenceConfidentiality

  @Access(MEMBER)
  @Field(() => [String], {
    description: 'Codes of the KPIs it backs. Only the coordinator may leave it without any.',
  })
  readonly kpiCodes!: readonly string[]
}

@InputType({ description: 'Which piece of evidence, in which version.' })
export class EvidenceEditInput {
  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key with the same input acts once.',
  })
  readonly idempotencyKey?: string | null

  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the evidence in the working copy.' })
  readonly evidenceId!: string

  @Access(MEMBER)
  @Field(() => Int, { description: 'Value of `version` the change was made on.' })
  readonly expectedVersion!: number
}

const LONGEST_TITLE = 200
const LONGEST_ADDRESS = 2000

/** What is wrong with the details, all at once. */
export function detailProblems(
  { title, language, dated, kpiCodes }: EvidenceDetailsInput,
  path: readonly string[],
  framework: Pick<VersionSnapshot, 'kpiByCode'>,
  now: Date,
): readonly ProblemDetail[] {
  const text = title.trim()
  const tomorrow = new Date(now.getTime() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  return [
    ...(text === '' ? [badInput('TEXT_MISSING', 'A title is needed.', [...path, 'title'])] : []),
    ...(text.length > LONGEST_TITLE
      ? [badInput('TEXT_TOO_LONG', `At most ${LONGEST_TITLE} characters.`, [...path, 'title'])]
      : []),
    ...(hiddenCharacter(text) !== null || /\p{Cc}/u.test(text)
      ? [badInput('HIDDEN_CHARACTER', 'The title holds characters nobody can see.', [...path, 'title'])]
      : []), // prettier-ignore
    ...(/^[a-z]{2}$/.test(language)
      ? []
      : [badInput('UNKNOWN_LANGUAGE', 'A language is two small letters, such as "fr".', [...path, 'language'])]), // prettier-ignore
    // One day ahead, since the day begins earlier elsewhere.
    ...(dated != null && dated > tomorrow
      ? [badInput('BAD_PERIOD', 'The day lies ahead.', [...path, 'dated'])]
      : []),
    ...(new Set(kpiCodes).size < kpiCodes.length
      ? [badInput('TWICE', 'A KPI stands twice.', [...path, 'kpiCodes'])]
      : []),
    ...kpiCodes
      .filter((code) => !framework.kpiByCode.has(code))
      .map((code) =>
        problem('NOT_FOUND', 'UNKNOWN_KPI', 'The framework version has no such KPI.', [code]),
      ),
  ]
}

/** What is wrong with the address of a link. */
export function addressProblems(url: string): readonly ProblemDetail[] {
  const path = ['input', 'url']
  if (url.length > LONGEST_ADDRESS) {
    return [badInput('TEXT_TOO_LONG', `At most ${LONGEST_ADDRESS} characters.`, path)]
  }
  const address = URL.canParse(url) ? new URL(url) : null
  const isWeb = address?.protocol === 'https:' || address?.protocol === 'http:'
  // A name and a word in front of the host would show one site and lead to another.
  return address && isWeb && !address.username && !address.password && hiddenCharacter(url) === null
    ? []
    : [badInput('BAD_ADDRESS', 'Write an address that begins with https:// or http://.', path)]
}
