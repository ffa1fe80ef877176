import type { LeftOutReason, Offer } from './judge'

/** Why nothing at all can be taken over: one cause, several, or that no figure of that year is asked for. */
export type WhyNothing = LeftOutReason | 'several' | 'notAsked'

export function whyNothing({ leftOut }: Pick<Offer, 'leftOut'>): WhyNothing {
  const causes = new Set(leftOut.map(({ reason }) => reason))
  // Another year rules out every figure; what is filled already only hides it.
  if (causes.has('otherYear')) return 'otherYear'
  const [cause] = causes
  if (!cause) return 'notAsked'
  return causes.size === 1 ? cause : 'several'
}
