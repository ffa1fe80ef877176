/** What people are told: who did what to which things, in the role it concerns, until they have read it. */
import type { OutboxHandler } from '#platform'
import { NotificationFields, ViewerNotifications } from './notification.query'
import { NOTIFICATION_MAIL_TOPIC, sendNotificationMail } from './notification-mail'
import { NotificationsRead } from './read'
import { NotificationSettingsSave } from './settings-save'

export { Notification } from './notification.type'
export { takeNotificationMails } from './notification-mail'
export { notify, settleNotices, type Notice } from './notify'

/** What this noun adds to the schema. */
export const notificationResolvers = [
  ViewerNotifications,
  NotificationFields,
  NotificationsRead,
  NotificationSettingsSave,
]

/** What the outbox worker does for this noun. */
export const notificationHandlers: ReadonlyMap<string, OutboxHandler> = new Map([
  [NOTIFICATION_MAIL_TOPIC, sendNotificationMail],
])
