import { problem } from '#platform'

const refused = (...args: Parameters<typeof problem>) => ({ problems: [problem(...args)] })

export const SIGN_IN_REQUIRED = refused(
  'UNAUTHENTICATED',
  'SIGN_IN_REQUIRED',
  'Nobody is signed in.',
)

/** What weighs more than reading and writing asks for a proof that is ten minutes old at most. */
export const REAUTHENTICATION_REQUIRED = refused(
  'UNAUTHENTICATED',
  'REAUTHENTICATION_REQUIRED',
  'Confirm with your password that it is you.',
)
