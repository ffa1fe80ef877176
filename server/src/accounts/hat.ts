import { registerEnumType } from 'type-graphql'
import type { Hat as AnyHat } from '#access'

export const Hat = {
  CONTRIBUTOR: 'CONTRIBUTOR',
  COORDINATOR: 'COORDINATOR',
  APPROVER: 'APPROVER',
  VIEWER: 'VIEWER',
  REVIEWER: 'REVIEWER',
  LEAD_REVIEWER: 'LEAD_REVIEWER',
  METHODOLOGY_EDITOR: 'METHODOLOGY_EDITOR',
  CYCLE_OFFICER: 'CYCLE_OFFICER',
  ADMINISTRATOR: 'ADMINISTRATOR',
  PMMPT_OBSERVER: 'PMMPT_OBSERVER',
  PARTNER: 'PARTNER',
} as const satisfies Record<AnyHat, AnyHat>

/** A role a person can hold; a partner's program wears its hat without being a person. */
export type Role = Exclude<AnyHat, 'PARTNER'>

registerEnumType(Hat, {
  name: 'Hat',
  description:
    'Role in which a session acts; a person may hold several and wears one. Clients must accept unknown values.',
  valuesConfig: {
    CONTRIBUTOR: { description: 'Enters assigned KPIs of an administration.' },
    COORDINATOR: { description: 'National Contact Point or deputy, who runs the assessment.' },
    APPROVER: { description: 'Signs submissions and confirms disclosure for an administration.' },
    VIEWER: { description: 'Reads the work of an administration.' },
    REVIEWER: { description: 'Official of one administration who reviews others by assignment.' },
    LEAD_REVIEWER: { description: 'Reviewer who shares and concludes reviews.' },
    METHODOLOGY_EDITOR: { description: 'Drafts versions of the framework for the secretariat.' },
    CYCLE_OFFICER: {
      description: 'Runs cycles, acceptance, reviews and releases for the secretariat.',
    },
    ADMINISTRATOR: {
      description: 'Keeps people, administrations and API clients for the secretariat.',
    },
    PMMPT_OBSERVER: { description: 'Approves versions and reports for the PMM project team.' },
    PARTNER: { description: 'Partner’s program with a token.' },
  },
})
