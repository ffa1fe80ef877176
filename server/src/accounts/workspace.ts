import { registerEnumType } from 'type-graphql'
import { MEMBER_HATS, REVIEWER_HATS, type Hat } from '#access'

export const Workspace = {
  MEMBER: 'MEMBER',
  REVIEW: 'REVIEW',
  SECRETARIAT: 'SECRETARIAT',
  PROGRAM: 'PROGRAM',
} as const
export type Workspace = keyof typeof Workspace

registerEnumType(Workspace, {
  name: 'Workspace',
  description: 'Place where a hat has its work. Clients must accept unknown values.',
  valuesConfig: {
    MEMBER: { description: 'Portal of a member administration.' },
    REVIEW: { description: 'Review workspace of the member portal.' },
    SECRETARIAT: { description: 'Portal of the secretariat and the PMMPT.' },
    PROGRAM: { description: 'The API itself; programs have no portal.' },
  },
})

/** Where a hat has its work. */
export function workspaceOf(hat: Hat): Workspace {
  if (hat === 'PARTNER') return Workspace.PROGRAM
  if (MEMBER_HATS.has(hat)) return Workspace.MEMBER
  return REVIEWER_HATS.has(hat) ? Workspace.REVIEW : Workspace.SECRETARIAT
}
