import { registerEnumType } from 'type-graphql'
import type { Viewer } from '#access'

export const SignInStep = {
  SIGNED_OUT: 'SIGNED_OUT',
  ROLE_ENDED: 'ROLE_ENDED',
  SECOND_FACTOR: 'SECOND_FACTOR',
  SECOND_FACTOR_SETUP: 'SECOND_FACTOR_SETUP',
  SIGNED_IN: 'SIGNED_IN',
} as const
export type SignInStep = keyof typeof SignInStep

registerEnumType(SignInStep, {
  name: 'SignInStep',
  description: 'How far a sign-in has come. Clients must accept unknown values.',
  valuesConfig: {
    SIGNED_OUT: { description: 'Nobody has begun to sign in.' },
    ROLE_ENDED: {
      description:
        'Nobody is signed in: the role in which the session of this request acted has ended since.',
    },
    SECOND_FACTOR: { description: 'The sign-in waits for a code; nothing is open yet.' },
    SECOND_FACTOR_SETUP: {
      description:
        'The role needs a second factor, which must be set up before anything else is open.',
    },
    SIGNED_IN: { description: 'The sign-in is complete.' },
  },
})

/** How far the sign-in of whoever asks has come; a program is in by its token. */
export function signInStepOf({ hat, unfinished, hasRoleEnded }: Viewer): SignInStep {
  if (hasRoleEnded) return SignInStep.ROLE_ENDED
  return unfinished?.step ?? (hat === null ? SignInStep.SIGNED_OUT : SignInStep.SIGNED_IN)
}

export const SignInMethod = { PASSWORD: 'PASSWORD', CODE: 'CODE', OIDC: 'OIDC' } as const
export type SignInMethod = keyof typeof SignInMethod

registerEnumType(SignInMethod, {
  name: 'SignInMethod',
  description: 'What was shown at a sign-in. Clients must accept unknown values.',
  valuesConfig: {
    PASSWORD: { description: 'The password.' },
    CODE: { description: 'A code of the second factor, or a recovery code.' },
    OIDC: { description: 'The identity at the sign-in of the person’s organisation.' },
  },
})

export const SignInOutcome = {
  SUCCEEDED: 'SUCCEEDED',
  HALFWAY: 'HALFWAY',
  FAILED: 'FAILED',
} as const
export type SignInOutcome = keyof typeof SignInOutcome

registerEnumType(SignInOutcome, {
  name: 'SignInOutcome',
  description: 'How far an attempt to sign in came. Clients must accept unknown values.',
  valuesConfig: {
    SUCCEEDED: { description: 'A session was opened.' },
    HALFWAY: { description: 'The first factor was right; the code did not follow.' },
    FAILED: { description: 'It was refused.' },
  },
})
