import { AdministrationQuery, RegionQuery } from './administration.query'
import { DemonstrationSignIn } from './demonstration-sign-in'
import { PasswordSet } from './password-set'
import { PeopleQuery } from './people.query'
import { PersonCardFields } from './person-card.type'
import { DemonstrationPersonFields, ServiceInfoQuery } from './service-info.query'
import { RateLimitQuery } from './rate-limit.query'
import { SessionChangeHat } from './session-change-hat'
import { SessionClose } from './session-close'
import { SessionEnd } from './session-end'
import { SessionOpen } from './session-open'
import { HeldRoleFields, SessionFields, SessionPayloadFields, ViewerQuery } from './viewer.query'

/** What this noun adds to the schema. */
export const accountsResolvers = [
  AdministrationQuery,
  RegionQuery,
  PersonCardFields,
  PeopleQuery,
  ViewerQuery,
  HeldRoleFields,
  SessionFields,
  SessionPayloadFields,
  ServiceInfoQuery,
  RateLimitQuery,
  DemonstrationPersonFields,
  SessionOpen,
  SessionClose,
  SessionChangeHat,
  SessionEnd,
  DemonstrationSignIn,
  PasswordSet,
]
