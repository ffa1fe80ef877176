/** A start that cannot succeed as configured; the message says what to change and holds no secret. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}

const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers at that address',
  ENOTFOUND: 'its host name is unknown',
  EAI_AGAIN: 'its host name cannot be looked up',
  ETIMEDOUT: 'it does not answer in time',
  '28P01': 'the password is wrong',
  '28000': 'the login is not allowed',
  '3D000': 'the database does not exist',
  '42501': 'the login lacks rights: it must be a member of pmm_app and pmm_worker',
  '42P01': 'its schema is not that of this server: set PMM_OWNER_URL and start again to migrate',
}

/** One sentence on why a PostgreSQL login does not serve; the URL itself is never repeated. */
export function explainDatabaseError(variable: string, error: unknown): string {
  const code = codeOf(error)
  const cause = CAUSES[code] ?? `the connection failed${code ? ` (${code})` : ''}`
  return `${variable} cannot be used: ${cause}. The server does not fall back to the embedded database.`
}

function codeOf(error: unknown): string {
  for (let each: unknown = error; each && typeof each === 'object';) {
    if ('code' in each && typeof each.code === 'string') return each.code
    if ('errors' in each && Array.isArray(each.errors)) each = each.errors[0]
    else each = 'previous' in each ? each.previous : 'cause' in each ? each.cause : null
  }
  return ''
}
