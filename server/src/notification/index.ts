/** What people are told: who did what to which things, in the role it concerns, until they have read it. */
import { NotificationFields, ViewerNotifications } from './notification.query'
import { NotificationsRead } from './read'

export { Notification } from './notification.type'
export { notify, type Notice } from './notify'

/** What this noun adds to the schema. */
export const notificationResolvers = [ViewerNotifications, NotificationFields, NotificationsRead]
