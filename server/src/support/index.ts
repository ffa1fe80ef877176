/**
 * Support: a person opens a door for half an hour, and an administrator looks through their eyes without
 * changing anything.
 */
import type { OutboxHandler } from '#platform'
import { SupportAccessClose } from './access-close'
import { SupportAccessOpen } from './access-open'
import { SUPPORT_NOTICE_TOPIC, mailSupportNotice } from './support-notice'
import { SupportAccessFields, SupportViewFields, ViewerSupportFields } from './support.query'
import { SupportViewEnd } from './view-end'
import { SupportViewStart } from './view-start'
import { SupportViewsNotice } from './views-notice'

/** What this noun adds to the schema. */
export const supportResolvers = [
  SupportAccessFields,
  SupportViewFields,
  ViewerSupportFields,
  SupportAccessOpen,
  SupportAccessClose,
  SupportViewStart,
  SupportViewEnd,
  SupportViewsNotice,
]

/** What the outbox worker does for this noun. */
export const supportHandlers: ReadonlyMap<string, OutboxHandler> = new Map([
  [SUPPORT_NOTICE_TOPIC, mailSupportNotice],
])
