import { AdministrationQuery, RegionQuery } from './administration.query'
import { DemonstrationSignIn } from './demonstration-sign-in'
import { IdentityLinkBegin } from './identity-link-begin'
import { IdentityUnlink } from './identity-unlink'
import { PasswordChange } from './password-change'
import { PasswordResetRequest } from './password-reset-request'
import { PasswordSet } from './password-set'
import { PeopleQuery } from './people.query'
import { PersonCardFields } from './person-card.type'
import { RecoveryCodesRenew } from './recovery-codes-renew'
import { SecondFactorBegin } from './second-factor-begin'
import { SecondFactorConfirm } from './second-factor-confirm'
import { SecondFactorRemove } from './second-factor-remove'
import { DemonstrationPersonFields, ServiceInfoQuery } from './service-info.query'
import { RateLimitQuery } from './rate-limit.query'
import { SessionChangeHat } from './session-change-hat'
import { SessionClose } from './session-close'
import { SessionConfirm } from './session-confirm'
import { SessionEnd } from './session-end'
import { SessionOpen } from './session-open'
import { SessionReauthenticate } from './session-reauthenticate'
import { SessionsEndOthers } from './sessions-end-others'
import {
  HeldRoleFields,
  SessionFields,
  SessionPayloadFields,
  ViewerQuery,
  ViewerSecurityFields,
} from './viewer.query'

/** What this noun adds to the schema. */
export const accountsResolvers = [
  AdministrationQuery,
  RegionQuery,
  PersonCardFields,
  PeopleQuery,
  ViewerQuery,
  ViewerSecurityFields,
  HeldRoleFields,
  SessionFields,
  SessionPayloadFields,
  ServiceInfoQuery,
  RateLimitQuery,
  DemonstrationPersonFields,
  SessionOpen,
  SessionConfirm,
  SessionReauthenticate,
  SessionClose,
  SessionChangeHat,
  SessionEnd,
  SessionsEndOthers,
  SecondFactorBegin,
  SecondFactorConfirm,
  SecondFactorRemove,
  RecoveryCodesRenew,
  DemonstrationSignIn,
  PasswordSet,
  PasswordChange,
  IdentityLinkBegin,
  IdentityUnlink,
  PasswordResetRequest,
]
