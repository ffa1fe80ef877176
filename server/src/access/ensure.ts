import { Refusal, problem } from '#platform'
import { allow, deny, errorCodeOf, type Permission } from './policy'
import { isReadOnly, type Viewer } from './viewer'

/** Refuses the command when its policy denies; the reason names what is missing. */
export function ensure(permission: Permission, path: readonly string[] = []): void {
  if (permission.allowed) return
  throw new Refusal([problem(errorCodeOf(permission), permission.code, permission.reason, path)])
}

/** Refuses a change that was made on an older version of the row than the present one. */
export function expectVersion(
  row: { readonly version: number },
  expected: number,
  details: Readonly<Record<string, unknown>> = {},
): void {
  if (row.version === expected) return
  throw new Refusal(
    [
      problem('CONFLICT', 'STALE_VERSION', 'Somebody has changed this in the meantime.', [
        'input',
        'expectedVersion',
      ]),
    ],
    details,
  )
}

/** May the session change anything at all? */
export const mayChange = (viewer: Viewer): Permission =>
  isReadOnly(viewer)
    ? deny('READ_ONLY_SESSION', 'A support view shows what the person sees and changes nothing.')
    : allow

/** Refuses whatever a session wants to change that may only look. */
export const ensureMayChange = (viewer: Viewer): void => ensure(mayChange(viewer))
