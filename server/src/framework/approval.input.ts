import { Field, InputType } from 'type-graphql'
import { Access, SECRETARIAT } from '#access'
import { DateScalar, badInput, type ProblemDetail } from '#platform'
import { VersionInput } from './command-input'
import type { FrameworkVersion } from './framework-version'

@InputType()
export abstract class ApprovalInput extends VersionInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Session in which the body decided.' })
  readonly sessionName!: string

  @Access(SECRETARIAT)
  @Field(() => DateScalar, {
    description:
      'Day of the decision: not in the future, and not before the day on which the version was submitted for review.',
  })
  readonly decidedOn!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Reference of the document that records it.',
  })
  readonly document?: string | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Address of the document, beginning with "https://".',
  })
  readonly documentLink?: string | null
}

/** What is wrong with the record of a decision. */
export function approvalProblems(
  input: ApprovalInput,
  { submittedAt }: Pick<FrameworkVersion, 'submittedAt'>,
  now: Date,
): ProblemDetail[] {
  const problems: ProblemDetail[] = []
  if (input.sessionName.trim() === '') {
    problems.push(badInput('TEXT_MISSING', 'The session is named.', ['input', 'sessionName']))
  }
  if (input.documentLink?.trim() && !isHttps(input.documentLink.trim())) {
    problems.push(
      badInput('BAD_LINK', 'The address of a document begins with https://.', [
        'input',
        'documentLink',
      ]),
    )
  }
  const submittedOn = submittedAt === null ? null : dayOf(new Date(submittedAt))
  if (submittedOn !== null && input.decidedOn < submittedOn) {
    problems.push(
      badInput(
        'DATE_BEFORE_SUBMISSION',
        `The version was submitted for review on ${submittedOn}; no decision about it is older.`,
        ['input', 'decidedOn'],
      ),
    )
  }
  if (input.decidedOn > dayOf(now)) {
    problems.push(
      badInput('DATE_IN_FUTURE', 'A decision lies in the past.', ['input', 'decidedOn']),
    )
  }
  return problems
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** The document as it is stored: what is empty is not there. */
export const documentOf = ({ document, documentLink }: ApprovalInput) => ({
  document: document?.trim() || null,
  documentLink: documentLink?.trim() || null,
})

// Anything else than a plain address of the web would run or leak when somebody follows it.
function isHttps(text: string): boolean {
  if (text.length > 500 || /\s/.test(text)) return false
  try {
    const { protocol, username, password } = new URL(text)
    return protocol === 'https:' && username === '' && password === ''
  } catch {
    return false
  }
}
