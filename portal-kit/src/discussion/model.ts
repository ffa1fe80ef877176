/** A comment as the portals ask for it; which circle hears it, the portal knows. */
export interface CommentEntry {
  readonly id: string
  readonly threadId: string
  readonly kpiCode: string | null
  readonly elementCode: string | null
  readonly body: string | null
  readonly locale: string
  readonly createdAt: string
  readonly editedAt: string | null
  readonly removedAt: string | null
  readonly resolvedAt: string | null
  readonly version: number
  readonly author: { readonly name: string; readonly organisation: string } | null
  readonly resolver: { readonly name: string } | null
  readonly mentions: readonly CommentReader[] | null
  readonly viewerCan: {
    readonly answer: { readonly allowed: boolean }
    readonly edit: { readonly allowed: boolean }
    readonly remove: { readonly allowed: boolean }
    readonly resolve: { readonly allowed: boolean }
    readonly reopen: { readonly allowed: boolean }
  }
}

/** Somebody who could read a comment, and so can be mentioned in it. */
export interface CommentReader {
  readonly id: string
  readonly name: string
}

export interface CommentWords {
  readonly body: string
  readonly mentionedPersonIds: readonly string[]
}

/** What a portal does with a comment; each resolves to the words of a refusal, or to null when it was done. */
export interface CommentActs {
  answer(to: CommentEntry, words: CommentWords): Promise<string | null>
  edit(comment: CommentEntry, words: CommentWords): Promise<string | null>
  remove(comment: CommentEntry): Promise<string | null>
  resolve(comment: CommentEntry): Promise<string | null>
  reopen(comment: CommentEntry): Promise<string | null>
}

export interface CommentThread {
  readonly first: CommentEntry
  readonly answers: readonly CommentEntry[]
}

/** Threads in the order of their first comments; what is resolved comes last. */
export function threadsOf(comments: readonly CommentEntry[]): readonly CommentThread[] {
  const firsts = comments.filter(({ id, threadId }) => id === threadId)
  const threads = firsts.map((first) => ({
    first,
    answers: comments.filter(({ id, threadId }) => threadId === first.id && id !== first.id),
  }))
  const isDone = ({ first }: CommentThread) => first.resolvedAt !== null
  return [...threads.filter((each) => !isDone(each)), ...threads.filter(isDone)]
}

/** Name that is being typed after an @ before the caret; null where none is. */
export const mentionBefore = (text: string): string | null =>
  /(?:^|\s)@((?! )[\p{L}\p{M}'’ .-]{0,40})$/u.exec(text)?.[1] ?? null

/** Ids of those whose @Name stands in the text. */
export const mentionedIn = (text: string, readers: readonly CommentReader[]): readonly string[] =>
  readers.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)

/** The text in pieces, so that mentions can be marked without ever being markup. */
export function piecesOf(
  text: string,
  mentions: readonly CommentReader[],
): readonly { readonly text: string; readonly isMention: boolean }[] {
  // The longest name first, or a person would be cut to the name of another.
  const names = mentions.map(({ name }) => name).toSorted((a, b) => b.length - a.length)
  if (names.length === 0) return [{ text, isMention: false }]
  const escaped = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return text
    .split(new RegExp(`(@(?:${escaped.join('|')}))`, 'u'))
    .filter((piece) => piece !== '')
    .map((piece) => ({
      text: piece,
      isMention: names.includes(piece.slice(1)) && piece[0] === '@',
    }))
}
