import { graphql } from '../generated'

export const UnreadNotificationsDocument = graphql(`
  query UnreadNotifications {
    viewer {
      unreadNotificationCount
    }
  }
`)

export const NotificationsDocument = graphql(`
  query Notifications($locale: Locale!, $first: Int!, $after: String, $isUnread: Boolean) {
    viewer {
      unreadNotificationCount
      notifications(first: $first, after: $after, isUnread: $isUnread) {
        nodes {
          id
          kind
          actorName
          kpiCodes
          elementCodes
          elements {
            id
            label(locale: $locale)
          }
          dueAt
          at
          isRead
          administration {
            id
            name(locale: $locale)
          }
          cycle {
            id
            code
            name(locale: $locale)
          }
          assessment {
            id
          }
          message {
            subject(locale: $locale)
            text(locale: $locale)
          }
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

export const NotificationsReadDocument = graphql(`
  mutation NotificationsRead($input: NotificationsReadInput!) {
    notificationsRead(input: $input) {
      problems {
        reason
        message
      }
    }
  }
`)

export const NotificationSettingsDocument = graphql(`
  query NotificationSettings {
    viewer {
      notificationSettings {
        mutedKinds
        quietFrom
        quietUntil
        timeZone
        locale
        isChosen
      }
    }
  }
`)

export const NotificationSettingsSaveDocument = graphql(`
  mutation NotificationSettingsSave($input: NotificationSettingsSaveInput!) {
    notificationSettingsSave(input: $input) {
      problems {
        reason
        message
      }
    }
  }
`)
