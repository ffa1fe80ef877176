import type { CycleCode, DemoCycle, Moment } from './world.ts'

const DAY = 24 * 60 * 60 * 1000
const DAYS_LEFT = 45

/** A moment so many days after another. */
export const daysAfter = (moment: Moment | Date, days: number): Moment =>
  new Date(new Date(moment).getTime() + days * DAY).toISOString()

/** Last second of the day that lies so many days after the first start. */
export function deadlineAfter(openedAt: Date, days: number): Moment {
  const end = new Date(openedAt.getTime() + days * DAY)
  end.setUTCHours(23, 59, 59, 0)
  return end.toISOString()
}

export function demoCycles(openedAt: Date): readonly DemoCycle[] {
  return [
    {
      code: 'C2020',
      number: 0,
      name: { en: 'Pilot cycle', fr: 'Cycle pilote' },
      year: 2020,
      previousYear: 2019,
      opensAt: '2021-12-01T08:00:00.000Z',
      closesAt: '2022-06-30T23:59:59.000Z',
      status: 'CLOSED',
      reportedAt: null,
    },
    {
      code: 'C2022',
      number: 1,
      name: { en: 'Cycle 1', fr: 'Cycle 1' },
      year: 2022,
      previousYear: 2021,
      opensAt: '2023-12-05T08:00:00.000Z',
      closesAt: '2024-06-30T23:59:59.000Z',
      status: 'REPORTED',
      reportedAt: '2025-01-22T09:00:00.000Z',
    },
    {
      code: 'C2024',
      number: 2,
      name: { en: 'Cycle 2', fr: 'Cycle 2' },
      year: 2024,
      previousYear: 2023,
      opensAt: '2025-12-08T08:00:00.000Z',
      closesAt: deadlineAfter(openedAt, DAYS_LEFT),
      status: 'OPEN',
      reportedAt: null,
    },
  ]
}

export const YEAR_OF: Readonly<Record<CycleCode, number>> = {
  C2020: 2020,
  C2022: 2022,
  C2024: 2024,
}
