import { demoAssessments } from './assessments.ts'
import { demoCycles } from './cycles.ts'
import { participantsOf, STORIES } from './participants.ts'
import { demoPeople } from './people.ts'
import { demoReviews } from './reviews.ts'
import type { DemoInput, DemoWorld } from './world.ts'

/**
 * A small invented world of administrations, complete and without a database. The same input gives the
 * same world; the moment of the first start moves the deadlines of the open cycle and nothing else.
 */
export function demoWorld(input: DemoInput): DemoWorld {
  const cycles = demoCycles(input.openedAt)
  const participants = participantsOf(input.members)
  const participating = new Set([...Object.values(participants.byCycle).flat(), STORIES.notStarted])
  const people = demoPeople(input.members, participating)
  const assessments = demoAssessments(input, cycles, participants, people)
  return {
    people,
    cycles,
    assessments,
    reviews: demoReviews(input.catalogue, assessments),
    partner: {
      name: 'Open Trade Observatory (invented)',
      organisation: 'Open Trade Observatory',
      purpose: 'Compares release times of published results in a yearly report.',
      contactName: 'Sunniva Arendal',
      contactMail: 'data@observatory.invalid',
      scopes: ['read:public'],
    },
    formerPartner: {
      name: 'Border Figures (invented)',
      organisation: 'Institute for Border Studies',
      purpose: 'Read the KPIs on trade facilitation for a study that is finished.',
      contactName: 'Emeric Vauban',
      contactMail: 'figures@border-studies.invalid',
      scopes: ['read:public', 'kpi:TF'],
    },
    stories: STORIES,
  }
}
