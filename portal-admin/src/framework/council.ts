interface Decision {
  readonly body: string
  readonly decision: string
  readonly contentHash: string
  readonly voidedAt: string | null
}

interface DecidedVersion<T extends Decision> {
  readonly contentHash: string | null
  /** The oldest first; null where the viewer may not see them. */
  readonly approvals: readonly T[] | null
}

/** The latest word of the Council on exactly this content, where it does not speak against it. */
export function councilConsent<T extends Decision>({
  contentHash,
  approvals,
}: DecidedVersion<T>): T | null {
  const latest = approvals?.findLast(
    (each) => each.body === 'COUNCIL' && !each.voidedAt && each.contentHash === contentHash,
  )
  return latest && !['REJECTED', 'DEFERRED'].includes(latest.decision) ? latest : null
}

/** Whether a version may be published without the Council, for a reason that is recorded. */
export const isWaivable = (version: { readonly kind: string; readonly isDemonstration: boolean }) =>
  version.kind === 'ERRATUM' || version.isDemonstration
