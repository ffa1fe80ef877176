import type { DemoReturnedItem } from './world.ts'

/** What the secretariat asked of the administration whose assessment it sent back. */
export const RETURNED_ITEMS: readonly DemoReturnedItem[] = [
  {
    kpi: 'OD-02-1',
    reason:
      'The number of staff differs from the one in your annual report. Please say which staff are counted, or correct the figure.',
  },
  {
    kpi: 'RC-01-1',
    reason:
      'The revenue target seems to be the first one of the budget law, not the amended one. Please confirm which applies.',
  },
  {
    kpi: 'EP-01-2',
    reason:
      'Seizures more than doubled, but the explanation gives no numbers. Please say how many cases it accounts for.',
  },
]
