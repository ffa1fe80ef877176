import { insertRows, type Db } from '#platform'
import demoMembers from '../data/demo-members.json'
import members from '../data/members.json'
import catalogue from '../data/pmm-v1.json'
import { sequenceIds } from './ids'

interface MemberEntry {
  readonly code: string
  readonly name: unknown
  readonly region: string
  readonly geography: string
  readonly landlocked: boolean
  readonly incomeGroup: string | null
  readonly administrationType: string | null
  readonly accession?: string | null
  readonly provenance: unknown
}

/** Regions and administrations: the real members, or the invented ones of the demonstration. */
export async function writeRegister(db: Db, register: 'members' | 'demo-members'): Promise<void> {
  const ids = sequenceIds(register)
  const isInvented = register === 'demo-members'
  const entries = (isInvented ? demoMembers : members).members as readonly MemberEntry[]
  await insertRows(
    db,
    'administration',
    entries.map((entry) => ({
      id: ids.next(),
      code: entry.code,
      name: entry.name,
      regionCode: entry.region,
      geography: entry.geography,
      isLandlocked: entry.landlocked,
      incomeGroup: entry.incomeGroup,
      administrationType: entry.administrationType,
      joinedOn: entry.accession ?? null,
      isInvented,
      provenance: entry.provenance,
    })),
  )
}

/** Closed lists that every installation has: regions, goals, disclosure levels, peer groups. */
export async function writeReference(db: Db): Promise<void> {
  await insertRows(
    db,
    'region',
    members.regions.map(({ code, name }, sort) => ({ code, name, sort })),
  )
  await insertRows(
    db,
    'sdg',
    catalogue.sdgs.map(({ goal, name, translationStatus, provenance }) => ({
      goal,
      name,
      translationStatus,
      provenance,
    })),
  )
  await insertRows(db, 'disclosureLevel', DISCLOSURE_LEVELS)
  await insertRows(db, 'peerGroup', [
    {
      code: 'ALL',
      kind: 'ALL',
      value: null,
      name: { en: 'All administrations', fr: 'Toutes les administrations' },
      sort: 0,
    },
    ...members.regions.map(({ code, name }, index) => ({
      code: `REGION-${code}`,
      kind: 'REGION',
      value: code,
      name,
      sort: index + 1,
    })),
  ])
}

const DISCLOSURE_LEVELS = [
  {
    code: 'NATIONAL',
    rank: 0,
    name: { en: 'National', fr: 'National' },
    description: {
      en: 'Read by the administration itself, and by its reviewers and the secretariat in their work.',
      fr: 'Lu par l’administration elle-même, ainsi que par ses examinateurs et le secrétariat dans leur travail.',
    },
  },
  {
    code: 'WCO',
    rank: 1,
    name: { en: 'WCO members', fr: 'Membres de l’OMD' },
    description: {
      en: 'Also read by the contact points of the other members and by peer reviewers, once released.',
      fr: 'Lu aussi par les points de contact des autres membres et par les examinateurs, après publication.',
    },
  },
  {
    code: 'PUBLIC',
    rank: 2,
    name: { en: 'Public', fr: 'Public' },
    description: { en: 'Read by everybody, once released.', fr: 'Lu par tous, après publication.' },
  },
]
