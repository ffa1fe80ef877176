interface Item {
  readonly submissionNumber: number
}

interface Returned<I extends Item> {
  readonly status: string | null
  readonly submissionCount: number | null
  readonly returnItems: readonly I[] | null
}

/**
 * Items that matter: those of the last return while it is being answered, by the rule of the server. What an earlier
 * return asked was settled by the submission after it, whether somebody cleared it or not.
 */
export function itemsOf<I extends Item>({
  status,
  submissionCount,
  returnItems,
}: Returned<I>): readonly I[] {
  const all = returnItems ?? []
  return status === 'RETURNED'
    ? all.filter(({ submissionNumber }) => submissionNumber === submissionCount)
    : all
}

/** More items than this with the same words stand as one, where each of them waits for an answer. */
const MOST_SINGLE = 3

interface Told {
  readonly reason: string
  readonly isOwnRequest: boolean
}

/** Items with the same words, which are read once where they are many; each of the others stands by itself. */
export function groupsOf<I extends Told>(items: readonly I[]): readonly (readonly I[])[] {
  const reasons = [...new Set(items.map(({ reason }) => reason))]
  return reasons.flatMap((reason) => {
    const group = items.filter((item) => item.reason === reason)
    const most = group[0]!.isOwnRequest ? 1 : MOST_SINGLE
    return group.length > most ? [group] : group.map((item) => [item])
  })
}
