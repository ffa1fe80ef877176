/** Answer of `viewerCan`. */
export interface Permission {
  allowed: boolean
  code: string
  reason: string
}

/** One thing that prevented a command. */
export interface Problem {
  code: string
  reason: string
  message: string
  path: readonly string[]
}

// Nobody misses a step that belongs to another role or to another state.
const unremarkable = new Set(['WRONG_HAT', 'WRONG_STATE', 'SIGN_IN_REQUIRED', 'NOT_YOURS'])

/** Whether the action is shown at all: allowed, or refused for a reason its absence would not tell. */
export function isOffered(permission: Permission | null | undefined): boolean {
  return !!permission && (permission.allowed || !unremarkable.has(permission.code))
}
