export interface Anchors {
  readonly chains: ReadonlyMap<string, readonly { readonly seq: number; readonly hash: string }[]>
  readonly count: number
}

export interface Finding {
  readonly chain: string
  readonly seq: number
  readonly what: string
}

export interface Verdict {
  readonly entries: number
  readonly chains: number
  readonly anchors: number
  /** Entries newer than the last anchor of their chain. */
  readonly uncovered: number
  readonly problems: readonly Finding[]
  /** Findings past those named. */
  readonly more: number
}

export type Lines = AsyncIterable<string> | Iterable<string>

export function readAnchors(lines: Lines): Promise<Anchors>
export function verifyDump(lines: Lines, anchors?: Anchors): Promise<Verdict>
