export {
  startMailCatcher,
  type MailCatcher,
  type ReceivedMail,
} from '../../server/src/platform/mail.fixture'
