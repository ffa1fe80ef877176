import { shuffled, unit } from './prng.ts'
import type { AssessmentStatus, CycleCode, DemoStories, MemberInput } from './world.ts'

export const STORIES: DemoStories = {
  notStarted: 'XHE',
  threeToGo: 'XAL',
  internalApproval: 'XNO',
  submitted: 'XSO',
  returned: 'XPE',
  accepted: 'XWE',
  inReview: 'XOR',
  reviewShared: 'XYL',
  reviewConcluded: 'XAL',
}

/** Who takes part in the open cycle: where it stands, and for a draft the share of KPIs answered. */
export const OPEN_CYCLE: ReadonlyMap<string, { status: AssessmentStatus; progress: number }> =
  new Map([
    ['XVA', { status: 'ACCEPTED', progress: 1 }],
    ['XOR', { status: 'ACCEPTED', progress: 1 }],
    ['XYL', { status: 'ACCEPTED', progress: 1 }],
    ['XWE', { status: 'ACCEPTED', progress: 1 }],
    ['XSO', { status: 'SUBMITTED', progress: 1 }],
    ['XTE', { status: 'SUBMITTED', progress: 1 }],
    ['XPE', { status: 'RETURNED', progress: 1 }],
    ['XNO', { status: 'INTERNAL_APPROVAL', progress: 1 }],
    ['XKE', { status: 'INTERNAL_APPROVAL', progress: 1 }],
    ['XAL', { status: 'DRAFT', progress: 1 }],
    ['XIS', { status: 'DRAFT', progress: 0.82 }],
    ['XDE', { status: 'DRAFT', progress: 0.64 }],
    ['XBR', { status: 'DRAFT', progress: 0.55 }],
    ['XJO', { status: 'DRAFT', progress: 0.41 }],
    ['XXA', { status: 'DRAFT', progress: 0.33 }],
    ['XUM', { status: 'DRAFT', progress: 0.26 }],
    ['XOS', { status: 'DRAFT', progress: 0.2 }],
    ['XLU', { status: 'DRAFT', progress: 0.12 }],
    ['XME', { status: 'DRAFT', progress: 0.06 }],
    ['XZE', { status: 'DRAFT', progress: 0.04 }],
  ])

const ALSO_IN_2022 = ['XHE', 'XGA', 'XES'] as const

type RegionCounts = Readonly<Record<string, number>>

const IN_2022: RegionCounts = { EUR: 21, AP: 13, AMS: 12, ESA: 7, WCA: 5, MENA: 4 }
const IN_2020: RegionCounts = { EUR: 12, AP: 7, AMS: 6, ESA: 3, WCA: 2, MENA: 1 }
/** E-commerce shipments are hard to count: 24 of 62 could, as sparsely in each region as real statistics are. */
const ECOMMERCE_2022: RegionCounts = { EUR: 11, AP: 6, AMS: 4, ESA: 1, WCA: 1, MENA: 1 }

export type Participants = {
  readonly byCycle: Readonly<Record<CycleCode, readonly string[]>>
  readonly ecommerce2022: ReadonlySet<string>
}

export function participantsOf(members: readonly MemberInput[]): Participants {
  const regionOf = new Map(members.map((member) => [member.code, member.region]))
  const codes = members.map((member) => member.code).toSorted()

  const choose = (counts: RegionCounts, from: readonly string[]): string[] =>
    Object.entries(counts).flatMap(([region, count]) =>
      from.filter((code) => regionOf.get(code) === region).slice(0, count),
    )

  const known = [...OPEN_CYCLE.keys(), ...ALSO_IN_2022]
  const others = shuffled(
    codes.filter((code) => !known.includes(code)),
    'takes part',
  )
  const in2022 = choose(IN_2022, [...known, ...others])
  // Most of the pilot's administrations came back; a few did not.
  const pilots = [...in2022.filter((code) => unit('pilot', code) < 0.62), ...others.toReversed()]
  return {
    byCycle: {
      C2020: choose(IN_2020, pilots).toSorted(),
      C2022: in2022.toSorted(),
      C2024: [...OPEN_CYCLE.keys()].toSorted(),
    },
    ecommerce2022: new Set(
      choose(ECOMMERCE_2022, [STORIES.threeToGo, ...shuffled(in2022, 'e-commerce')].filter(first)),
    ),
  }
}

const first = (code: string, index: number, list: readonly string[]): boolean =>
  list.indexOf(code) === index
