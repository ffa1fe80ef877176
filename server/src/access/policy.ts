import { ObjectType, registerEnumType } from 'type-graphql'
import { Access, Rows } from './access.decorator'
import { PUBLIC } from './audience'

/** Why an action is refused; the portals word it in the viewer's language. */
export enum PermissionCode {
  OK = 'OK',
  SIGN_IN_REQUIRED = 'SIGN_IN_REQUIRED',
  WRONG_HAT = 'WRONG_HAT',
  NOT_YOURS = 'NOT_YOURS',
  NOT_ASSIGNED = 'NOT_ASSIGNED',
  NOT_INVITED = 'NOT_INVITED',
  WRONG_STATE = 'WRONG_STATE',
  OUT_OF_TIME = 'OUT_OF_TIME',
  NOT_READY = 'NOT_READY',
  SECOND_PERSON = 'SECOND_PERSON',
  CONFLICT_OF_INTEREST = 'CONFLICT_OF_INTEREST',
  LAST_OF_ITS_KIND = 'LAST_OF_ITS_KIND',
  RIGHTS_EXCEEDED = 'RIGHTS_EXCEEDED',
  READ_ONLY_SESSION = 'READ_ONLY_SESSION',
}

registerEnumType(PermissionCode, {
  name: 'PermissionCode',
  description: 'Why an action is refused.',
  valuesConfig: {
    OK: { description: 'The action is allowed.' },
    SIGN_IN_REQUIRED: { description: 'Nobody is signed in.' },
    WRONG_HAT: { description: 'The role of the session does not perform this action.' },
    NOT_YOURS: { description: 'The object belongs to somebody else.' },
    NOT_ASSIGNED: { description: 'The task is not assigned to the person.' },
    NOT_INVITED: { description: 'The administration is not invited to the cycle.' },
    WRONG_STATE: { description: 'The state of the object does not allow the action.' },
    OUT_OF_TIME: { description: 'The period for the action has not begun or is over.' },
    NOT_READY: { description: 'Something that must precede the action is missing.' },
    SECOND_PERSON: { description: 'Another person than the one who prepared it must do this.' },
    CONFLICT_OF_INTEREST: { description: 'A conflict of interest stands against it.' },
    LAST_OF_ITS_KIND: { description: 'The last coordinator or administrator must remain.' },
    RIGHTS_EXCEEDED: { description: 'Nobody can give more rights than they hold.' },
    READ_ONLY_SESSION: { description: 'A support view changes nothing.' },
  },
})

/** Whether the viewer may perform an action on an object, and if not, why. */
@ObjectType({ description: 'Whether the viewer may perform an action here, and if not, why.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class Permission {
  readonly allowed!: boolean
  readonly code!: PermissionCode
  /** A full English sentence; empty where the action is allowed. */
  readonly reason!: string
}

/** The answer of a policy that has nothing against it. */
export const allow: Permission = Object.freeze({
  allowed: true,
  code: PermissionCode.OK,
  reason: '',
})

type DenialCode = Exclude<`${PermissionCode}`, 'OK'>

/** The answer of a policy that refuses; the reason is a full English sentence. */
export const deny = (code: DenialCode, reason: string): Permission => ({
  allowed: false,
  code: PermissionCode[code],
  reason,
})

/** The first denial among several rules, which are asked in order; allowed when none denies. */
export function firstDenial(...rules: readonly (Permission | (() => Permission))[]): Permission {
  for (const rule of rules) {
    const permission = typeof rule === 'function' ? rule() : rule
    if (!permission.allowed) return permission
  }
  return allow
}

const CONFLICTS: ReadonlySet<PermissionCode> = new Set([
  PermissionCode.WRONG_STATE,
  PermissionCode.OUT_OF_TIME,
  PermissionCode.NOT_READY,
])

/** The top-level code a command refuses with when its policy denies. */
export function errorCodeOf({ code }: Permission): 'UNAUTHENTICATED' | 'FORBIDDEN' | 'CONFLICT' {
  if (code === PermissionCode.SIGN_IN_REQUIRED) return 'UNAUTHENTICATED'
  return CONFLICTS.has(code) ? 'CONFLICT' : 'FORBIDDEN'
}
