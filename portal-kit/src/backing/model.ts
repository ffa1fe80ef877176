/** A piece of evidence as it was submitted, for readers outside its administration. */
export interface BackingItem {
  readonly id: string
  readonly kind: 'FILE' | 'LINK'
  readonly title: string
  readonly language: string
  readonly dated?: string | null
  readonly confidentiality: 'ORDINARY' | 'RESTRICTED'
  readonly number: number
  readonly size?: number | null
  readonly scanState?: 'NOT_SCANNED' | 'CLEAN' | null
  readonly fileName?: string | null
  readonly url?: string | null
  readonly downloadPath?: string | null
  readonly kpiCodes: readonly string[]
}

/** Why a reader cannot open it; null when it can be opened. */
export function closedBy(item: BackingItem): 'notShared' | 'notScanned' | null {
  if (item.url || item.downloadPath) return null
  return item.kind === 'FILE' && item.fileName ? 'notScanned' : 'notShared'
}
