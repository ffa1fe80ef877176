import type { Parsed } from './config-variables.ts'

/** The server that takes our mails. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** Encrypted from the first byte; otherwise the connection is upgraded before anything is said. */
  readonly isEncrypted: boolean
  /** Whether an unencrypted connection is refused. Only a server on this machine, or one named so, may do without. */
  readonly mustEncrypt: boolean
  readonly login?: { readonly user: string; readonly password: string }
}

export interface MailAddress {
  readonly name: string
  readonly address: string
}

const UNPRINTED = /[\p{Cc}\p{Cf}]/u
const ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/
const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** A plain address. One that reads like another after normalization, such as with a ligature, is none. */
export const isMailAddress = (text: string): boolean =>
  ADDRESS.test(text) &&
  text.length <= 254 &&
  text.normalize('NFKC') === text &&
  !UNPRINTED.test(text)

/** Reads `smtp://login:password@host:587` or `smtps://…`; `?tls=no` gives up encryption on purpose. */
export function parseMailServer(value: string): Parsed<MailServer | undefined> {
  if (value === '') return { value: undefined }
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isEncrypted = url?.protocol === 'smtps:'
  const isKnown = isEncrypted || url?.protocol === 'smtp:'
  const isBare = (url?.pathname === '' || url?.pathname === '/') && !url.hash
  if (!url || !isKnown || !isBare || !url.hostname || !['', '?tls=no'].includes(url.search)) {
    return {
      remedy:
        'write smtps://login:password@mail.example.org:465, or smtp:// for a server that upgrades to TLS',
    }
  }
  return {
    value: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || (isEncrypted ? 465 : 587),
      isEncrypted,
      mustEncrypt: isEncrypted || (!LOCAL.test(url.hostname) && url.search === ''),
      ...(url.username && {
        login: {
          user: decodeURIComponent(url.username),
          password: decodeURIComponent(url.password),
        },
      }),
    },
  }
}

/** Reads `pmm@example.org` or `PMM Platform <pmm@example.org>`. */
export function parseMailAddress(value: string): Parsed<MailAddress | undefined> {
  if (value === '') return { value: undefined }
  const [, name, inBrackets] = /^([^<>\r\n]*)<([^<>]+)>$/.exec(value) ?? []
  const address = inBrackets ?? value
  return isMailAddress(address)
    ? { value: { name: (name ?? '').trim().replace(/^"|"$/g, ''), address } }
    : { remedy: 'write an address such as pmm@example.org or PMM Platform <pmm@example.org>' }
}
