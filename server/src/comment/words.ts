import { badInput, uuidOf, type Db, type ProblemDetail } from '#platform'
import { readersOf, type Reader } from './comment.rows'
import type { CommentPlace, Hearers } from './policies'

const LONGEST = 4000
const MOST_MENTIONED = 20

/** What is wrong with the words of a comment. */
export function wordProblems(body: string): readonly ProblemDetail[] {
  const path = ['input', 'body']
  if (body.trim() === '') return [badInput('TEXT_MISSING', 'A text is needed here.', path)]
  return body.trim().length > LONGEST
    ? [badInput('TEXT_TOO_LONG', `At most ${LONGEST} characters.`, path)]
    : []
}

/** The mentioned people who could read the comment, and a problem for each who could not. */
export async function mentionedAmong(
  db: Db,
  assessmentId: string,
  place: CommentPlace,
  hearers: Hearers,
  globalIds: readonly string[] | null | undefined,
): Promise<{ readonly people: readonly Reader[]; readonly problems: readonly ProblemDetail[] }> {
  const asked = [...new Set(globalIds ?? [])]
  const path = ['input', 'mentionedPersonIds']
  if (asked.length === 0) return { people: [], problems: [] }
  if (asked.length > MOST_MENTIONED) {
    const words = `Mention at most ${MOST_MENTIONED} people.`
    return { people: [], problems: [badInput('LIST_LENGTH', words, path)] }
  }
  const readers = new Map(
    (await readersOf(db, assessmentId, place, hearers)).map((reader) => [reader.personId, reader]),
  )
  const people: Reader[] = []
  const problems: ProblemDetail[] = []
  for (const [at, globalId] of asked.entries()) {
    const reader = readers.get(uuidOf('PE', globalId) ?? '')
    if (reader) people.push(reader)
    else {
      const words = 'Nobody of this id in the administration could read the comment.'
      problems.push(badInput('UNKNOWN_PERSON', words, [...path, String(at)]))
    }
  }
  return { people, problems }
}
