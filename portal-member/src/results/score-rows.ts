export interface Contribution {
  code: string
  weight: string
  score: string | null
  share: string | null
}

/** One score above the KPI with what it rests on. */
export interface ScoreRow {
  code: string
  score: string | null
  reason: string | null
  scored: number
  scorable: number
  contributions: readonly Contribution[]
}

export interface ScorePartData {
  code: string
  score?: string | null
  reason?: string | null
  coverage: { scored: number; scorable: number }
  contributions: readonly {
    code: string
    weight: string
    score?: string | null
    share?: string | null
  }[]
}

export const scoreRow = (part: ScorePartData): ScoreRow => ({
  code: part.code,
  score: part.score ?? null,
  reason: part.reason ?? null,
  scored: part.coverage.scored,
  scorable: part.coverage.scorable,
  contributions: part.contributions.map(({ code, weight, score, share }) => ({
    code,
    weight,
    score: score ?? null,
    share: share ?? null,
  })),
})
