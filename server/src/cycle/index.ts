/**
 * One round of the PMM: its calendar, who is invited, and how far each administration has come.
 */
import { CycleClose } from './close'
import { CycleRemove } from './correction/remove'
import { CycleUpdate } from './correction/update'
import { CycleCreate } from './create'
import { Cycle } from './cycle'
import { CyclePayloadFields } from './cycle.payload'
import { CycleQuery } from './cycle.query'
import { FrameworkVersionCycleFields } from './framework-version.fields'
import { CycleInviteeFields, CycleInvitees } from './invitation/invitation.query'
import { CycleInvitationsSet } from './invitation/set'
import {
  CycleMessageFields,
  CycleMessagePayloadFields,
  CycleMessageRecipientFields,
  CycleMessages,
  NotificationMessageFields,
  NotificationMessages,
} from './message/message.query'
import { CycleMessageSend } from './message/send'
import { NotificationCycle } from './notification.fields'
import { CycleOpen } from './open'
import { CycleParticipantFields, CycleParticipantsQuery } from './participants'
import { CyclePlanSet } from './plan/set'
import { CycleProgressFields, CycleProgressQuery } from './progress.query'
import { CycleRemindersSet } from './reminder/set'
import { CycleReopen } from './reopen'
import { CycleReport } from './report'

export { closeDueCycles } from './close-due'
export { Cycle, type RecordedDecision } from './cycle'
export { cyclesByCode, cyclesById } from './cycle.rows'
export { CycleStatus } from './enums'
export { LEAST_CONTRIBUTORS } from './plan/thresholds'
export { remindOfCycleEnd } from './reminder/remind-due'

export const cycleEntities = [Cycle]

export const cycleResolvers = [
  CycleQuery,
  CycleProgressQuery,
  CycleProgressFields,
  CycleParticipantsQuery,
  CycleParticipantFields,
  CycleInvitees,
  CycleInviteeFields,
  CyclePayloadFields,
  FrameworkVersionCycleFields,
  NotificationCycle,
  CycleMessages,
  CycleMessageFields,
  CycleMessageRecipientFields,
  CycleMessagePayloadFields,
  NotificationMessages,
  NotificationMessageFields,
  CycleCreate,
  CycleUpdate,
  CycleRemove,
  CycleOpen,
  CycleClose,
  CycleReopen,
  CycleReport,
  CycleRemindersSet,
  CyclePlanSet,
  CycleInvitationsSet,
  CycleMessageSend,
]
