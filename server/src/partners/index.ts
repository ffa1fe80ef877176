/**
 * Programs of partners: who proposed and granted them, what they may read, and the tokens they come with.
 */
import {
  ApiClientPayloadFields,
  ApiClientQuery,
  ApiClientTokenFields,
  ViewerPartnerFields,
} from './api-client.query'
import { ApiClientDecline } from './decline'
import { ApiClientGrant } from './grant'
import { ApiClientPropose } from './propose'
import { ApiClientRevoke } from './revoke'
import { ApiClientTokenIssue } from './token-issue'
import { ApiClientTokenRevoke } from './token-revoke'
import { ApiClientTokenRotate } from './token-rotate'
import { ApiClientUpdate } from './update'

/** What this noun adds to the schema. */
export const partnersResolvers = [
  ApiClientQuery,
  ApiClientTokenFields,
  ApiClientPayloadFields,
  ViewerPartnerFields,
  ApiClientPropose,
  ApiClientGrant,
  ApiClientDecline,
  ApiClientUpdate,
  ApiClientRevoke,
  ApiClientTokenIssue,
  ApiClientTokenRotate,
  ApiClientTokenRevoke,
]
