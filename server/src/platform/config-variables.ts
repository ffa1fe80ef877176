import { isIP } from 'node:net'
import { SHORTEST_SECRET } from './installation-secret.ts'
import { parseMailAddress, parseMailServer } from './mail-settings.ts'

export type Parsed<T> = { readonly value: T } | { readonly remedy: string }

export interface Variable<T> {
  /** Text form of the default; empty when there is none. */
  readonly default: string
  /** The value never appears in a message, a log or a print-out. */
  readonly secret: boolean
  readonly text: string
  /** A remedy says what to write instead and never repeats the value. */
  readonly parse: (value: string) => Parsed<T>
}

export type DemoChoice = 'on' | 'off' | 'auto'

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const declare = <T>(variable: Variable<T>): Variable<T> => variable

export const variables = {
  PORT: declare({
    default: '4000',
    secret: false,
    text: 'Port of the HTTP server; 0 takes any free one.',
    parse: wholeNumber(0, 65535),
  }),
  HOST: declare({
    default: '127.0.0.1',
    secret: false,
    text: 'Address to listen on. Any address that is not loopback also needs `PMM_PUBLIC_URL`.',
    parse: host,
  }),
  DATABASE_URL: declare({
    default: '',
    secret: true,
    text: 'PostgreSQL 15 or newer, as the serving login: no superuser, member of `pmm_app` and `pmm_worker`. Empty: the embedded database. Set but unusable: the server refuses to start.',
    parse: databaseUrl,
  }),
  PMM_OWNER_URL: declare({
    default: '',
    secret: true,
    text: 'PostgreSQL as the migrating login. With it a start migrates under an advisory lock; without it an older schema is refused.',
    parse: databaseUrl,
  }),
  PMM_PUBLIC_URL: declare({
    default: '',
    secret: false,
    text: 'Public origin, such as `https://pmm.example.org`. Required, and https, when `HOST` is not loopback; source of the Origin check.',
    parse: origin,
  }),
  PMM_DATA_DIR: declare({
    default: '.data',
    secret: false,
    text: 'Folder of the embedded database, evidence files, backups and the lock.',
    parse: (value: string): Parsed<string> =>
      value.includes('\0') ? { remedy: 'write the path of a folder' } : { value },
  }),
  PMM_ANCHOR_FILE: declare({
    default: '',
    secret: false,
    text: 'File to which the heads of the audit log are copied every hour and at a stop, best on storage that only takes additions. Empty: `anchors.jsonl` in `PMM_DATA_DIR`.',
    parse: (value: string): Parsed<string | undefined> =>
      value.includes('\0') ? { remedy: 'write the path of a file' } : { value: value || undefined },
  }),
  PMM_SECRET: declare({
    default: '',
    secret: true,
    text: `Secret that the keys of this installation are derived from, of ${SHORTEST_SECRET} characters or more. Empty: the one in \`secret\` in the data folder, made at the first start. Processes on one database share one.`,
    parse: (value: string): Parsed<string | undefined> =>
      value === '' || value.length >= SHORTEST_SECRET
        ? { value: value || undefined }
        : { remedy: `write at least ${SHORTEST_SECRET} random characters` },
  }),
  PMM_DEMO: declare({
    default: '',
    secret: false,
    text: '`1`: invented data and one-click sign-in as any role; `0`: never. Empty: on when the embedded database is empty or marked as demonstration and `HOST` is loopback. With `DATABASE_URL` only when set to `1`, on loopback, and on a database that is empty or so marked.',
    parse: (value: string): Parsed<DemoChoice> => {
      if (value === '') return { value: 'auto' }
      if (value === '1') return { value: 'on' }
      return value === '0' ? { value: 'off' } : { remedy: 'write 1 or 0, or leave it empty' }
    },
  }),
  PMM_DRAIN_DELAY: declare({
    default: '',
    secret: false,
    text: 'Seconds between answering 503 on `/readyz` and closing the door, so that balancers notice. Empty: 0 on loopback, else 5.',
    parse: (value: string): Parsed<number | undefined> =>
      value === '' ? { value: undefined } : wholeNumber(0, 20)(value),
  }),
  PMM_OIDC_ISSUER: declare({
    default: '',
    secret: false,
    text: 'Address of the OpenID provider people may also sign in with, such as `https://login.example.org/realms/customs`. Needs the two variables below; never together with demonstration data.',
    parse: issuer,
  }),
  PMM_OIDC_CLIENT_ID: declare({
    default: '',
    secret: false,
    text: 'Name of this installation at the OpenID provider. Its redirect address there is `/oidc/callback` on the public origin.',
    parse: (value: string): Parsed<string | undefined> => ({ value: value || undefined }),
  }),
  PMM_OIDC_CLIENT_SECRET: declare({
    default: '',
    secret: true,
    text: 'Secret of this installation at the OpenID provider.',
    parse: (value: string): Parsed<string | undefined> => ({ value: value || undefined }),
  }),
  PMM_MAIL_URL: declare({
    default: '',
    secret: true,
    text: 'Mail server, such as `smtps://login:password@mail.example.org`; with `smtp://` the connection must upgrade to TLS, except on this machine or with `?tls=no`. Empty: no mail is sent, and whoever invites a person is shown the link once.',
    parse: parseMailServer,
  }),
  PMM_MAIL_FROM: declare({
    default: '',
    secret: false,
    text: 'Sender of the mails, such as `PMM Platform <pmm@example.org>`. Required with `PMM_MAIL_URL`.',
    parse: parseMailAddress,
  }),
  PMM_RATE_LIMITS: declare({
    default: '',
    secret: false,
    text: 'Points an hour: `person`, each one signed in; `client`, each partner; `network`, each network that writes its own queries without a token; `pages`, each network that reads the public pages. What is left out keeps its usual value: `person=20000,client=5000,network=1000,pages=20000`; on loopback `network=10000`.',
    parse: rateLimits,
  }),
  PMM_TRUSTED_PROXIES: declare({
    default: '',
    secret: false,
    text: 'Addresses of the proxies in front, such as `10.0.0.0/8,::1`. From these alone the address of the caller is taken out of `X-Forwarded-For`; without it all callers behind a proxy share one budget.',
    parse: networks,
  }),
  PMM_SCANNER_URL: declare({
    default: '',
    secret: false,
    text: 'Address of a clamd that looks at every file before it is kept, such as `clamd://127.0.0.1:3310`. Without it files are kept and marked as not scanned; then nobody but their own administration can open them.',
    parse: scanner,
  }),
  PMM_S3_BUCKET: declare({
    default: '',
    secret: false,
    text: 'Address of a bucket in an S3-compatible store for the files of evidence, such as `https://s3.example.org/pmm-evidence`. Empty: they stay in the data folder.',
    parse: bucketAddress,
  }),
  PMM_S3_ACCESS_KEY: declare({
    default: '',
    secret: false,
    text: 'Name of the login at this store.',
    parse: anyText,
  }),
  PMM_S3_SECRET_KEY: declare({
    default: '',
    secret: true,
    text: 'Secret of the login at the store of files.',
    parse: anyText,
  }),
  PMM_S3_REGION: declare({
    default: 'us-east-1',
    secret: false,
    text: 'Region the store signs for; stores outside Amazon mostly keep the usual one.',
    parse: region,
  }),
  PMM_LOG: declare({
    default: 'info',
    secret: false,
    text: `Level of the log: ${logLevels.join(', ')}.`,
    parse: (value: string): Parsed<LogLevel> => {
      const level = logLevels.find((one) => one === value)
      return level ? { value: level } : { remedy: `write one of ${logLevels.join(', ')}` }
    },
  }),
}

export type VariableName = keyof typeof variables

function wholeNumber(least: number, most: number) {
  return (value: string): Parsed<number> => {
    const number = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
    if (number >= least && number <= most) return { value: number }
    return { remedy: `write a whole number from ${least} to ${most}` }
  }
}

function host(value: string): Parsed<string> {
  if (isIP(value) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value)) return { value }
  return { remedy: 'write an address such as 127.0.0.1 or 0.0.0.0, or a host name, without a port' }
}

function issuer(value: string): Parsed<URL | undefined> {
  if (value === '') return { value: undefined }
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isLocal = url !== undefined && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)
  return url && isSafe && !url.search && !url.hash && !url.username
    ? { value: url }
    : { remedy: 'write the https address of the provider, as it names itself' }
}

function databaseUrl(value: string): Parsed<string | undefined> {
  if (value === '') return { value: undefined }
  const url = URL.canParse(value) ? new URL(value) : undefined
  const known = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:'
  if (url && known && url.pathname.length > 1) return { value }
  return { remedy: 'write postgresql://login:password@host:5432/database' }
}

function origin(value: string): Parsed<URL | undefined> {
  if (value === '') return { value: undefined }
  const url = URL.canParse(value) ? new URL(value) : undefined
  const web = url?.protocol === 'https:' || url?.protocol === 'http:'
  const bare = url?.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return url && web && bare
    ? { value: url }
    : { remedy: 'write an origin such as https://pmm.example.org, without a path' }
}

function scanner(value: string): Parsed<{ host: string; port: number } | undefined> {
  if (value === '') return { value: undefined }
  const [, name, port] = /^clamd:\/\/([a-z0-9.-]+|\[[0-9a-f:]+\]):(\d{1,5})$/i.exec(value) ?? []
  return name && port && Number(port) > 0 && Number(port) < 65_536
    ? { value: { host: name.replace(/^\[|\]$/g, ''), port: Number(port) } }
    : { remedy: 'write clamd://host:port, such as clamd://127.0.0.1:3310' }
}

function bucketAddress(value: string): Parsed<URL | undefined> {
  if (value === '') return { value: undefined }
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  const isPlain = url && !url.search && !url.hash && !url.username && !url.password
  return url && isWeb && isPlain && /^\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/?$/.test(url.pathname)
    ? { value: url }
    : { remedy: 'write the address of the bucket, such as https://s3.example.org/pmm-evidence' }
}

function anyText(value: string): Parsed<string | undefined> {
  return { value: value || undefined }
}

function region(value: string): Parsed<string> {
  return /^[a-z0-9-]{2,40}$/.test(value)
    ? { value }
    : { remedy: 'write the name of a region, such as eu-west-1' }
}

const RATES = ['person', 'client', 'network', 'pages'] as const
type Rates = Partial<Record<(typeof RATES)[number], number>>

function rateLimits(value: string): Parsed<Rates> {
  const rates: Rates = {}
  for (const part of value === '' ? [] : value.split(',')) {
    const [, name, points] = /^\s*([a-z]+)=(\d{1,8})\s*$/.exec(part) ?? []
    const rate = RATES.find((one) => one === name)
    if (!rate || Number(points) < 1_000 || rate in rates) {
      return {
        remedy: `write whole numbers from 1000, such as client=5000,network=1000; known are ${RATES.join(', ')}`,
      }
    }
    rates[rate] = Number(points)
  }
  return { value: rates }
}

function networks(value: string): Parsed<readonly string[]> {
  const given = value === '' ? [] : value.split(',').map((each) => each.trim())
  const isNetwork = (each: string) => {
    const [address = '', bits, ...rest] = each.split('/')
    const most = { 4: 32, 6: 128 }[isIP(address)]
    if (most === undefined || rest.length > 0) return false
    return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most)
  }
  return given.every(isNetwork)
    ? { value: given }
    : { remedy: 'write addresses or networks, such as 10.0.0.0/8,::1' }
}
