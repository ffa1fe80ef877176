import { describe, expect, it } from 'vitest'
import { earlierCycle } from './earlier-cycle'

const cycle = (reportingYear: number, status: string | null, version = 'PMM-1') => ({
  reportingYear,
  frameworkVersion: { code: version },
  myAssessment: status === null ? null : { id: `${reportingYear}`, status },
})
const present = cycle(2024, 'DRAFT')

describe('the cycle whose figures stand beside the present ones', () => {
  it('is the last accepted one, in whatever order the cycles come', () => {
    const cycles = [cycle(2020, 'ACCEPTED'), present, cycle(2022, 'ACCEPTED')]

    expect(earlierCycle(cycles, present)?.reportingYear).toBe(2022)
  })

  it('is none that was not taken part in, not accepted, or is to come', () => {
    const cycles = [cycle(2020, null), cycle(2022, 'RETURNED'), cycle(2026, 'ACCEPTED'), present]

    expect(earlierCycle(cycles, present)).toBeNull()
  })

  it('is none on another version of the framework', () => {
    expect(earlierCycle([cycle(2022, 'ACCEPTED', 'PMM-0')], present)).toBeNull()
  })
})
