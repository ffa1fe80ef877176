import type { Actor } from './cast.ts'
import { openReviews, readingReviews, type StoredRow } from './rows.ts'

/** Audiences in the letters of the design. */
export type Letters = 'PUB' | 'PAR' | 'MEM' | 'OWN' | 'REV' | 'SEC'

export type Held = ReadonlySet<Letters>

/** What a row is, in the words of `types.csv`, with the columns its audiences hang on. */
export interface Subject {
  readonly rows: RowKind
  readonly row: StoredRow
}

export type RowKind =
  | 'catalogue'
  | 'register'
  | 'proposal'
  | 'participation'
  | 'assessment'
  | 'working content'
  | 'submitted content'
  | 'released content'
  | 'own content'
  | 'review'
  | 'review team'
  | 'review item'
  | 'release'
  | 'benchmark'
  | 'release internal'
  | 'consent'
  | 'return item'
  | 'comment'
  | 'audit'
  | 'person'
  | 'invitation'
  | 'client'
  | 'addressee'
  | 'self'

const MEMBERS = 'CNAV'
const SERVED = ['PUBLISHED', 'SUPERSEDED']

const isHat = (actor: Actor, letters: string) => letters.includes(actor.hat)
const isOwn = (actor: Actor, { administrationId }: StoredRow) =>
  isHat(actor, MEMBERS) &&
  actor.administrationId !== null &&
  administrationId === actor.administrationId
const isGiven = (actor: Actor, row: StoredRow) =>
  row['isHead'] === true ||
  !isHat(actor, 'C') ||
  // What backs several KPIs is given with any of them.
  (row['codes'] as readonly string[] | undefined)?.some((code) =>
    actor.assigned.has(`${row['assessmentId']}:${code}`),
  ) ||
  actor.assigned.has(`${row['assessmentId']}:${row['code']}`)

// A KPI or data element given in the running cycle opens what was last submitted of it before.
const isGivenByNow = (actor: Actor, row: StoredRow) =>
  isHat(actor, 'C') && actor.earlier.has(`${row['submissionId']}:${row['code']}`)

type Answer = readonly (Letters | false)[]

const publicTo = (actor: Actor): Answer => [
  'PUB',
  isHat(actor, 'P') && 'PAR',
  isHat(actor, 'CNAVRL') && 'MEM',
]

function frozen(actor: Actor, row: StoredRow, memberHats: string): Answer {
  const isServed = SERVED.includes(String(row['status']))
  if (row['edition'] === 'MEMBERS') return [isServed && isHat(actor, memberHats) && 'MEM']
  if (isServed) return publicTo(actor)
  return [row['status'] === 'EMBARGOED' && actor.hasEmbargoScope && 'PAR']
}

const forReleaseStaff = (actor: Actor, row: StoredRow): Answer => [
  isHat(actor, 'EO') && 'SEC',
  isHat(actor, 'B') && ['EMBARGOED', ...SERVED].includes(String(row['status'])) && 'SEC',
]

const reviewing = (actor: Actor, row: StoredRow, now: Date) =>
  openReviews(actor, now, true).some(({ reviewId }) => reviewId === row['reviewId'])

/** Section 2 of the access rules, a line for each kind of row; written from the text, not from the code. */
const AUDIENCES: Readonly<Record<RowKind, (actor: Actor, row: StoredRow, now: Date) => Answer>> = {
  catalogue: (actor, row) => {
    const isPublic = ['PUBLISHED', 'RETIRED'].includes(String(row['status']))
    return [
      ...(isPublic ? publicTo(actor) : []),
      isPublic && isHat(actor, 'RL') && 'REV',
      isHat(actor, 'EO') && 'SEC',
      isHat(actor, 'B') && row['status'] !== 'DRAFT' && 'SEC',
    ]
  },
  register: (actor, row) => [
    ...publicTo(actor),
    isOwn(actor, row) && 'OWN',
    isHat(actor, 'EOD') && 'SEC',
  ],
  proposal: (actor) => [isHat(actor, 'EOB') && 'SEC'],
  participation: (actor, row) => [
    isHat(actor, 'NRL') && 'MEM',
    isOwn(actor, row) && 'OWN',
    isHat(actor, 'EOD') && 'SEC',
  ],
  assessment: (actor, row, now) => [
    isOwn(actor, row) && 'OWN',
    openReviews(actor, now, true).some(
      ({ assessmentId }) => assessmentId === row['assessmentId'],
    ) && 'REV',
    isHat(actor, 'O') && 'SEC',
  ],
  'working content': (actor, row) => [isOwn(actor, row) && isGiven(actor, row) && 'OWN'],
  'own content': (actor, row) => [isOwn(actor, row) && isGiven(actor, row) && 'OWN'],
  'submitted content': (actor, row, now) => [
    isOwn(actor, row) && (isGiven(actor, row) || isGivenByNow(actor, row)) && 'OWN',
    readingReviews(actor, now).some(({ submissionId }) => submissionId === row['submissionId']) &&
      'REV',
    isHat(actor, 'O') && row['assessmentStatus'] !== 'WITHDRAWN' && 'SEC',
  ],
  'released content': (actor, row) => frozen(actor, row, 'NRL'),
  review: (actor, row, now) => [
    isOwn(actor, row) && 'OWN',
    reviewing(actor, row, now) && 'REV',
    isHat(actor, 'O') && row['isConfirmed'] === true && 'SEC',
  ],
  'review team': (actor, row, now) => [
    isOwn(actor, row) && 'OWN',
    openReviews(actor, now, false).some(({ reviewId }) => reviewId === row['reviewId']) && 'REV',
    isHat(actor, 'O') && 'SEC',
  ],
  // What is in an item before it is sent and shared, the conditions of its fields say.
  'review item': (actor, row, now) => [
    isOwn(actor, row) && isHat(actor, 'NAV') && 'OWN',
    reviewing(actor, row, now) && 'REV',
    isHat(actor, 'O') && 'SEC',
  ],
  release: (actor, row) => [
    ...frozen(actor, { ...row, edition: 'PUBLIC' }, 'CNAVRL'),
    ...forReleaseStaff(actor, row),
  ],
  benchmark: (actor, row) => [...frozen(actor, row, 'CNAVRL'), ...forReleaseStaff(actor, row)],
  'release internal': (actor) => [isHat(actor, 'EOD') && 'SEC'],
  consent: (actor, row) => [
    isOwn(actor, row) && isGiven(actor, row) && 'OWN',
    isHat(actor, 'OD') && row['isSigned'] === true && 'SEC',
  ],
  'return item': (actor, row) => [isOwn(actor, row) && 'OWN', isHat(actor, 'O') && 'SEC'],
  comment: (actor, row) => [isOwn(actor, row) && 'OWN', isHat(actor, 'O') && 'SEC'],
  audit: (actor, row) => [
    isOwn(actor, row) && 'OWN',
    isHat(actor, 'D') && 'SEC',
    isHat(actor, 'O') && row['cycleId'] != null && 'SEC',
  ],
  person: (actor, row) => [
    ((actor.personId !== null && row['personId'] === actor.personId) || isOwn(actor, row)) && 'OWN',
    isHat(actor, 'D') && 'SEC',
  ],
  invitation: (actor, row) => [
    isOwn(actor, row) && isHat(actor, 'N') && 'OWN',
    isHat(actor, 'D') && 'SEC',
  ],
  client: (actor, row) => [
    actor.personId !== null && row['personId'] === actor.personId && 'OWN',
    isHat(actor, 'D') && 'SEC',
  ],
  addressee: (actor, row) => [
    actor.personId !== null && row['personId'] === actor.personId && 'OWN',
  ],
  self: () => ['OWN'],
}

/** The audiences this actor holds for this row. */
export const heldBy = (actor: Actor, { rows, row }: Subject, now: Date): Held =>
  new Set(AUDIENCES[rows](actor, row, now).filter((each) => each !== false))

/** The conditions of the design, each for the audience it narrows. */
const CONDITIONS: Readonly<Record<string, (actor: Actor, row: StoredRow, as: Letters) => boolean>> =
  {
    SELF_OR_COORDINATOR: (actor, row) => row['personId'] === actor.personId || isHat(actor, 'N'),
    COORDINATION: (actor) => isHat(actor, 'NA'),
    STAFF: (actor) => isHat(actor, 'EOD'),
    RESUBMITTED: (_actor, row) => row['isResubmitted'] === true,
    SHARED_BY_MEMBER: (_actor, row, as) => as !== 'SEC' || row['shareWithSecretariat'] === true,
    AUTHOR: (actor, row) => row['authorId'] === actor.personId,
    REVIEW_STAGE: (actor, row, as) =>
      as === 'REV'
        ? row['itemStatus'] === 'SENT' || row['authorId'] === actor.personId
        : row['itemStatus'] === 'SENT' &&
          ['SHARED', 'RESPONDED', 'CONCLUDED'].includes(String(row['reviewStatus'])),
  }

/** Whether a cell of `outputs.csv`, such as `OWN REV SEC/STAFF` or `all`, admits the actor. */
export function mayRead(
  readers: readonly string[],
  actor: Actor,
  subject: Subject,
  now: Date,
): boolean {
  const held = heldBy(actor, subject, now)
  return readers.some((reader) => {
    if (reader === 'all') return held.size > 0
    const [letters, condition] = reader.split('/') as [Letters, string | undefined]
    if (!held.has(letters)) return false
    if (condition === undefined) return true
    const holds = CONDITIONS[condition]
    if (!holds) throw new Error(`The design knows no condition ${condition}.`)
    return holds(actor, subject.row, letters)
  })
}
