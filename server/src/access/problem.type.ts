import { Field, ObjectType, registerEnumType } from 'type-graphql'
import type { ErrorCode } from '#platform'
import { Access, Rows } from './access.decorator'
import { PUBLIC } from './audience'

/** The codes of {@link ErrorCode}, as the schema shows them. */
export const ErrorCodes = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  BAD_INPUT: 'BAD_INPUT',
  CONFLICT: 'CONFLICT',
  INTERNAL: 'INTERNAL',
} as const

registerEnumType(ErrorCodes, {
  name: 'ErrorCode',
  description: 'Kind of a refusal. Clients must accept unknown values.',
  valuesConfig: {
    UNAUTHENTICATED: { description: 'Nobody is signed in, or the token is not valid.' },
    FORBIDDEN: {
      description: 'The viewer lacks the right, and the existence of the thing is no secret.',
    },
    NOT_FOUND: { description: 'There is nothing here, or nothing the viewer may know of.' },
    BAD_INPUT: { description: 'The input is wrong at the place the path names.' },
    CONFLICT: {
      description: 'The state of the thing, or another change to it, stands against it.',
    },
    INTERNAL: { description: 'Something failed on the side of the server.' },
  },
})

@ObjectType({ description: 'One thing that prevented a command; all of them are given at once.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class Problem {
  @Access(PUBLIC)
  @Field(() => ErrorCodes, { description: 'Kind of the problem.' })
  readonly code!: ErrorCode

  @Access(PUBLIC)
  @Field(() => String, {
    description:
      'Exact reason in upper snake case, such as WRONG_STATE or STALE_VERSION, to be worded by the client.',
  })
  readonly reason!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Explanation as an English sentence.' })
  readonly message!: string

  @Access(PUBLIC)
  @Field(() => [String], {
    description:
      'Place of the problem: a path in the input, or the code of the KPI or data element concerned.',
  })
  readonly path!: readonly string[]
}
