/**
 * Mutations that try, open, change or end a session, or set what it is opened with. Each stands alone in
 * its request, so that attempts are counted one by one.
 */
export const signInMutations: ReadonlySet<string> = new Set([
  'demonstrationSignIn',
  'invitationAccept',
  'identityLinkBegin',
  'identityUnlink',
  'passwordChange',
  'passwordResetRequest',
  'passwordSet',
  'recoveryCodesRenew',
  'secondFactorBegin',
  'secondFactorConfirm',
  'secondFactorRemove',
  'sessionChangeHat',
  'sessionClose',
  'sessionConfirm',
  'sessionEnd',
  'sessionOpen',
  'sessionReauthenticate',
  'sessionsEndOthers',
  'supportViewEnd',
  'supportViewStart',
])
