import { hash, verify } from '@node-rs/argon2'
import { badInput, type ProblemDetail } from '#platform'
import { COMMON_PASSWORDS } from './common-passwords'

// Argon2id is the library's default algorithm.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 200

/** Hash to be stored, with its parameters and salt. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), COST)

/**
 * Whether the password belongs to the stored hash. Without an account it works just as long, on a hash
 * nobody has the password of, so that the time tells nothing.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  if (password.length > LONGEST_PASSWORD) return false
  const matches = await verify(stored ?? HASH_OF_NOBODY, password.normalize('NFC'))
  return matches && stored !== null
}

/** Everything wrong with a password somebody wants to have; `email` is the address of the account. */
export function passwordProblems(
  password: string,
  { email = '', path = ['input', 'password'] }: PasswordPlace = {},
): readonly ProblemDetail[] {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) {
    return [
      badInput(
        'PASSWORD_TOO_SHORT',
        `The password needs at least ${SHORTEST_PASSWORD} characters.`,
        path,
      ),
    ]
  }
  if (password.length > LONGEST_PASSWORD) {
    return [
      badInput(
        'PASSWORD_TOO_LONG',
        `The password has more than ${LONGEST_PASSWORD} characters.`,
        path,
      ),
    ]
  }
  if (isGuessable(password)) {
    return [badInput('PASSWORD_TOO_COMMON', 'This password is among the first to be tried.', path)]
  }
  return holdsAddress(password, email)
    ? [
        badInput(
          'PASSWORD_HAS_ADDRESS',
          'The password must not be made of the e-mail address of the account.',
          path,
        ),
      ]
    : []
}

export interface PasswordPlace {
  readonly email?: string
  readonly path?: readonly string[]
}

const FEWEST_DIFFERENT = 5

function isGuessable(password: string): boolean {
  const plain = plainly(password)
  if (new Set(plain).size < FEWEST_DIFFERENT || isRow(plain)) return true
  // What remains beside a notorious word must be a password in itself.
  return COMMON_PASSWORDS.some((word) => isLittleMoreThan(plain, word))
}

const isLittleMoreThan = (password: string, word: string) =>
  password.includes(word) && password.length - word.length < SHORTEST_PASSWORD

// Neighbours on the keyboard, in the alphabet or among the digits, forwards or backwards.
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
]
const isRow = (plain: string) =>
  ROWS.some((row) => row.includes(plain) || row.includes([...plain].reverse().join('')))

function holdsAddress(password: string, email: string): boolean {
  const plain = plainly(password)
  const address = plainly(email)
  const [name = ''] = address.split('@')
  const SHORTEST_NAME = 4
  return (
    (address !== '' && plain.includes(address)) ||
    (name.length >= SHORTEST_NAME && isLittleMoreThan(plain, name))
  )
}

const plainly = (text: string) => text.normalize('NFKC').toLowerCase()

/** Tried where there is no account, so that the answer takes the same work. */
export const HASH_OF_NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$rY/d+ZAcN6zf8DSDAbG39A$Pp8v+EORks15CI1mKZGaIUCp6A0+i+c74+PRKebRgjA'
