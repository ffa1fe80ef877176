import { SECRETARIAT_HATS, type Services } from '#access'
import { createAdministrator, type AdministratorRequest } from './create-administrator'
import { forgetSecondFactor } from './forget-second-factor'
import { linkTo } from './link-mail'

/** What somebody at the machine asks for. */
export type AdminRequest =
  | ({ readonly verb: 'create' } & AdministratorRequest)
  /** Without an address: everybody's. */
  | { readonly verb: 'forget'; readonly mail: string | null }

/** What the command line prints: a result, or what is wrong. */
export type AdminAnswer = { readonly text: string } | { readonly problem: string }

type AdminServices = Pick<Services, 'database' | 'ids' | 'clock'>

const PREFIX = 'admin '

/** The line by which the command line asks the server that holds the data directory. */
export const adminLine = (request: AdminRequest): string => PREFIX + JSON.stringify(request)

/** Answers such a line with one line of JSON; nothing when it is no such line. */
export async function runAdminCommand(
  services: AdminServices,
  line: string,
  origin: string,
): Promise<string | undefined> {
  if (!line.startsWith(PREFIX)) return undefined
  const request = JSON.parse(line.slice(PREFIX.length)) as AdminRequest
  return JSON.stringify(await answerAdminRequest(services, request, origin))
}

/** Does what the command line asks for, and words it. */
export async function answerAdminRequest(
  services: AdminServices,
  request: AdminRequest,
  origin: string,
): Promise<AdminAnswer> {
  return request.verb === 'create'
    ? create(services, request, origin)
    : forget(services, request.mail)
}

async function create(
  { database, ids, clock }: AdminServices,
  request: AdministratorRequest,
  origin: string,
): Promise<AdminAnswer> {
  const result = await createAdministrator(database, ids, clock, request)
  if ('problem' in result) return result
  const portal = SECRETARIAT_HATS.has(result.role) ? 'admin' : 'member'
  const link = linkTo(origin, portal, 'set-password', result.token)
  const done = result.isNew ? 'Created' : 'Found'
  return {
    text: `${done} the account of ${request.mail} (${result.role}). Set the password within 24 hours, once: ${link}`,
  }
}

async function forget(
  { database, clock }: AdminServices,
  mail: string | null,
): Promise<AdminAnswer> {
  const result = await forgetSecondFactor(database, clock, mail)
  if ('problem' in result) return result
  const whose = mail === null ? `${result.count} accounts` : `the account of ${mail}`
  return {
    text:
      mail !== null && result.count === 0
        ? `The account of ${mail} has no second factor.`
        : `Removed the second factor of ${whose}; open sessions have ended. Where a role needs one, the next sign-in asks to set it up.`,
  }
}

/** Reads the words after `admin`; a string is what to tell the caller instead. */
export function parseAdminWords(words: readonly string[]): AdminRequest | string {
  const [verb, mail, ...rest] = words
  if (verb === 'forget-second-factors' && mail === undefined) return { verb: 'forget', mail: null }
  if (!mail || mail.startsWith('--')) return USAGE
  if (verb === 'forget-second-factor' && rest.length === 0) return { verb: 'forget', mail }
  if (verb !== 'create') return USAGE
  const options: Record<string, string> = {}
  for (let at = 0; at < rest.length; at += 2) {
    const name = rest[at]?.replace(/^--/, '')
    const value = rest[at + 1]
    if (!name || !OPTIONS.has(name) || value === undefined) return USAGE
    options[name] = value
  }
  const { name, role, administration } = options
  return {
    verb: 'create',
    mail,
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role: role.toUpperCase() as AdministratorRequest['role'] }),
    ...(administration === undefined ? {} : { administration: administration.toUpperCase() }),
  }
}

const OPTIONS = new Set(['name', 'role', 'administration'])

const USAGE = `Use: npm run admin -- create <mail> [--name "Full Name"] [--role ADMINISTRATOR] [--administration CODE]
Prints a link by which the person sets a password. The link works once and for 24 hours.
Or:  npm run admin -- forget-second-factor <mail>
For somebody who has lost the authenticator app and the recovery codes.
Or:  npm run admin -- forget-second-factors
For everybody, when the secret of the installation is lost.`
