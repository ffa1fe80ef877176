import { join, resolve } from 'node:path'
import {
  type DemoChoice,
  type LogLevel,
  type Parsed,
  type Variable,
  type VariableName,
  variables,
} from './config-variables.ts'
import type { MailSettings } from './mail.ts'

export type { DemoChoice, LogLevel } from './config-variables.ts'

export interface Config {
  readonly port: number
  readonly host: string
  /** The server is reachable from this machine alone. */
  readonly loopback: boolean
  /** Undefined: the embedded database. */
  readonly databaseUrl: string | undefined
  readonly ownerUrl: string | undefined
  /** Undefined on loopback only: the origin is then compared with the Host header. */
  readonly publicOrigin: string | undefined
  readonly dataDir: string
  /** Where the heads of the audit log are copied to. */
  readonly anchorFile: string
  /** Undefined: the one kept in the data folder. */
  readonly secret: string | undefined
  /** `on` and `auto` still ask the database: it must be empty or marked as demonstration. */
  readonly demo: DemoChoice
  readonly drainDelaySeconds: number
  /** Undefined: people sign in with a password alone. */
  readonly oidc: OidcConfig | undefined
  /** Undefined: no mail is sent. */
  readonly mail: MailSettings | undefined
  /** Points an hour where they differ from the usual ones. */
  readonly rateLimits: Readonly<Record<string, number>>
  readonly trustedProxies: readonly string[]
  /** Undefined: files are kept unchecked, and opened by their own administration alone. */
  readonly scanner: { readonly host: string; readonly port: number } | undefined
  /** Undefined: files stay in the data folder. */
  readonly s3:
    | {
        readonly bucket: URL
        readonly accessKey: string
        readonly secretKey: string
        readonly region: string
      }
    | undefined
  readonly logLevel: LogLevel
}

export interface OidcConfig {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
}

export interface ConfigProblem {
  readonly name: string
  readonly remedy: string
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] }

export interface VariableDescription {
  readonly name: VariableName
  readonly default: string
  readonly secret: boolean
  readonly text: string
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Exit code of a start that its configuration forbids (EX_CONFIG). */
export const configExitCode = 78

/** Reads the environment of this process; nothing else in the server does. */
export function loadConfig(): ConfigResult {
  return readConfig(process.env, process.cwd())
}

/** Judges a whole environment: either a configuration or every mistake at once, by name and remedy. */
export function readConfig(env: Environment, folder = '.'): ConfigResult {
  const problems: ConfigProblem[] = unknownNames(env)
  const read = <T>(name: VariableName, variable: Variable<T>): T | undefined => {
    const parsed: Parsed<T> = variable.parse(env[name]?.trim() || variable.default)
    if ('value' in parsed) return parsed.value
    problems.push({ name, remedy: parsed.remedy })
    return undefined
  }

  const port = read('PORT', variables.PORT)
  const host = read('HOST', variables.HOST)
  const databaseUrl = read('DATABASE_URL', variables.DATABASE_URL)
  const ownerUrl = read('PMM_OWNER_URL', variables.PMM_OWNER_URL)
  const publicUrl = read('PMM_PUBLIC_URL', variables.PMM_PUBLIC_URL)
  const dataDir = read('PMM_DATA_DIR', variables.PMM_DATA_DIR)
  const anchorFile = read('PMM_ANCHOR_FILE', variables.PMM_ANCHOR_FILE)
  const secret = read('PMM_SECRET', variables.PMM_SECRET)
  const demo = read('PMM_DEMO', variables.PMM_DEMO)
  const drainDelay = read('PMM_DRAIN_DELAY', variables.PMM_DRAIN_DELAY)
  const oidcIssuer = read('PMM_OIDC_ISSUER', variables.PMM_OIDC_ISSUER)
  const oidcClientId = read('PMM_OIDC_CLIENT_ID', variables.PMM_OIDC_CLIENT_ID)
  const oidcClientSecret = read('PMM_OIDC_CLIENT_SECRET', variables.PMM_OIDC_CLIENT_SECRET)
  const mailServer = read('PMM_MAIL_URL', variables.PMM_MAIL_URL)
  const mailFrom = read('PMM_MAIL_FROM', variables.PMM_MAIL_FROM)
  const rateLimits = read('PMM_RATE_LIMITS', variables.PMM_RATE_LIMITS)
  const trustedProxies = read('PMM_TRUSTED_PROXIES', variables.PMM_TRUSTED_PROXIES)
  const scanner = read('PMM_SCANNER_URL', variables.PMM_SCANNER_URL)
  const bucket = read('PMM_S3_BUCKET', variables.PMM_S3_BUCKET)
  const s3AccessKey = read('PMM_S3_ACCESS_KEY', variables.PMM_S3_ACCESS_KEY)
  const s3SecretKey = read('PMM_S3_SECRET_KEY', variables.PMM_S3_SECRET_KEY)
  const s3Region = read('PMM_S3_REGION', variables.PMM_S3_REGION)
  const logLevel = read('PMM_LOG', variables.PMM_LOG)

  const loopback = host === undefined || isLoopback(host)
  const isSet = (name: VariableName) => Boolean(env[name]?.trim())
  const demand = (met: boolean, name: VariableName, remedy: string) => {
    if (!met && !problems.some((problem) => problem.name === name)) problems.push({ name, remedy })
  }
  demand(
    loopback || publicUrl?.protocol === 'https:',
    'PMM_PUBLIC_URL',
    'set it to an https origin, because HOST is not loopback',
  )
  demand(
    ownerUrl === undefined || isSet('DATABASE_URL'),
    'PMM_OWNER_URL',
    'set DATABASE_URL as well, or leave this empty: the embedded database has one login',
  )
  demand(
    demo !== 'on' || loopback,
    'PMM_DEMO',
    'leave it empty or write 0: demonstration data is served on loopback only',
  )
  const oidcNames = ['PMM_OIDC_ISSUER', 'PMM_OIDC_CLIENT_ID', 'PMM_OIDC_CLIENT_SECRET'] as const
  const withOidc = oidcNames.some(isSet)
  for (const name of oidcNames) {
    demand(
      !withOidc || isSet(name),
      name,
      `set it as well: an OpenID provider needs ${oidcNames.join(', ')}`,
    )
  }
  demand(
    !withOidc || demo !== 'on',
    'PMM_OIDC_ISSUER',
    'leave it empty: demonstration data, which everybody enters as anybody, has no real people',
  )
  demand(
    isSet('PMM_MAIL_FROM') || !isSet('PMM_MAIL_URL'),
    'PMM_MAIL_FROM',
    'set it to the sender of the mails, because PMM_MAIL_URL is set',
  )
  demand(
    isSet('PMM_MAIL_URL') || !isSet('PMM_MAIL_FROM'),
    'PMM_MAIL_URL',
    'set it to the mail server, or leave PMM_MAIL_FROM empty as well',
  )

  const s3Names = ['PMM_S3_BUCKET', 'PMM_S3_ACCESS_KEY', 'PMM_S3_SECRET_KEY'] as const
  for (const name of s3Names) {
    demand(
      !s3Names.some(isSet) || isSet(name),
      name,
      `set it as well: a store of files needs ${s3Names.join(', ')}`,
    )
  }

  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    config: {
      port: port!,
      host: host!,
      loopback,
      databaseUrl,
      ownerUrl,
      publicOrigin: publicUrl?.origin,
      dataDir: resolve(folder, dataDir!),
      anchorFile: resolve(folder, anchorFile ?? join(dataDir!, 'anchors.jsonl')),
      secret,
      demo: demo === 'auto' && (databaseUrl !== undefined || !loopback || withOidc) ? 'off' : demo!,
      drainDelaySeconds: drainDelay ?? (loopback ? 0 : 5),
      oidc: withOidc
        ? { issuer: oidcIssuer!, clientId: oidcClientId!, clientSecret: oidcClientSecret! }
        : undefined,
      mail: mailServer && mailFrom ? { server: mailServer, from: mailFrom } : undefined,
      rateLimits: rateLimits!,
      trustedProxies: trustedProxies!,
      scanner,
      s3:
        bucket && s3AccessKey && s3SecretKey
          ? { bucket, accessKey: s3AccessKey, secretKey: s3SecretKey, region: s3Region! }
          : undefined,
      logLevel: logLevel!,
    },
  }
}

/** The declaration of every variable, in order, for the documentation. */
export function describeConfig(): readonly VariableDescription[] {
  return variableNames.map((name) => {
    const { default: text, secret, text: meaning } = variables[name]
    return { name, default: text, secret, text: meaning }
  })
}

/** What is in force, by variable, with secrets masked. */
export function effectiveValues(env: Environment): readonly { name: string; value: string }[] {
  return variableNames.map((name) => {
    const given = env[name]?.trim()
    const shown = variables[name].secret && given ? '(set)' : given || variables[name].default
    return { name, value: shown }
  })
}

/** One message for people, for standard error. */
export function explainProblems(problems: readonly ConfigProblem[]): string {
  const lines = problems.map(({ name, remedy }) => `  ${name}: ${remedy}`)
  return ['The configuration does not allow a start.', ...lines].join('\n')
}

const variableNames = Object.keys(variables) as VariableName[]

// A misspelt name would silently leave the default in force.
function unknownNames(env: Environment): ConfigProblem[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('PMM_') && !Object.hasOwn(variables, name))
    .map((name) => ({
      name,
      remedy: `remove it: no such variable; known are ${variableNames.join(', ')}`,
    }))
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
