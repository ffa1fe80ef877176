import { hash, verify } from '@node-rs/argon2'
import { badInput, type ProblemDetail } from '#platform'

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

/** Everything wrong with a password somebody wants to have. */
export function passwordProblems(
  password: string,
  path: readonly string[] = ['input', 'password'],
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
    return [badInput('PASSWORD_TOO_COMMON', 'This password is too easy to guess.', path)]
  }
  return []
}

const GUESSED_FIRST = [
  'demonstration-only',
  'password',
  'passwort',
  'motdepasse',
  'azerty',
  'qwerty',
  '123456',
]
const FEWEST_DIFFERENT = 5

function isGuessable(password: string): boolean {
  const plain = password.toLowerCase()
  if (new Set(plain).size < FEWEST_DIFFERENT) return true
  // What remains beside a notorious word must be a password in itself.
  return GUESSED_FIRST.some(
    (word) => plain.includes(word) && plain.length - word.length < SHORTEST_PASSWORD,
  )
}

/** Tried where there is no account, so that the answer takes the same work. */
export const HASH_OF_NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$rY/d+ZAcN6zf8DSDAbG39A$Pp8v+EORks15CI1mKZGaIUCp6A0+i+c74+PRKebRgjA'
