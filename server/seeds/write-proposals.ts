import { insertRows } from '#platform'
import type { Written } from './written'

const REASON = {
  en: 'It can be measured in every administration that declares electronically.',
  fr: 'Cela relève d’une autre enquête, déjà en cours.',
}

/** Proposals in the states a reader meets; what they say is invented. */
const PROPOSALS = [
  {
    kind: 'REMOVAL', principle: 'STEP_BY_STEP', language: 'fr', nodes: [], status: 'REJECTED',
    title: 'Demander moins de chiffres la première année',
    rationale: 'Une administration qui débute ne tient pas encore toutes ces données.',
    at: '2024-11-05T09:00:00Z', decidedAt: '2025-01-22T09:00:00Z', reason: REASON.fr,
    comments: [],
  },
  {
    kind: 'REVISION', principle: 'QUALITY', language: 'en', nodes: ['TF-01-1'], status: 'ACCEPTED',
    title: 'Count postal declarations apart',
    rationale: 'Post is declared in other ways than cargo. One rate over both says little of either.',
    at: '2025-02-10T09:00:00Z', decidedAt: '2025-05-14T09:00:00Z', reason: REASON.en,
    comments: [['Jonas Lindt', 'en', 'Eleven administrations asked for this during the last cycle.']],
  },
  {
    kind: 'ADDITION', principle: 'RELEVANCE', language: 'fr', nodes: ['TF-01', 'EP-01'], status: 'OPEN',
    title: 'Mesurer le commerce électronique à part',
    rationale: 'Les envois de faible valeur ont leur propre parcours, que le cadre ne montre pas encore.',
    at: '2026-03-18T09:00:00Z', decidedAt: null, reason: null,
    comments: [['Maren Oduvel', 'en', 'Which data elements would an administration need to keep?']],
  },
] as const // prettier-ignore

/** Proposals to change the published version, by its editors, discussed and decided on. */
export async function writeProposals({
  db,
  ids,
  world,
  people,
  versionId,
}: Written): Promise<void> {
  const personNamed = (name: string) =>
    people.get(world.people.find((person) => person.name === name)!.key)!
  const authors = ['Pascal Iskander', 'Maren Oduvel', 'Pascal Iskander'].map(personNamed)
  const decider = personNamed('Ottilie Brandt')
  const rows = PROPOSALS.map((proposal, index) => ({
    id: ids.next(),
    number: index + 1,
    code: `CP-${index + 1}`,
    kind: proposal.kind,
    title: proposal.title,
    rationale: proposal.rationale,
    language: proposal.language,
    principle: proposal.principle,
    aboutVersionId: versionId,
    nodeCodes: [...proposal.nodes],
    status: proposal.status,
    authorId: authors[index],
    createdAt: proposal.at,
    decidedBy: proposal.decidedAt ? decider : null,
    decidedAt: proposal.decidedAt,
    decisionReason: proposal.reason,
    version: proposal.decidedAt ? 2 : 1,
  }))
  await insertRows(db, 'changeProposal', rows)
  await insertRows(
    db,
    'changeProposalComment',
    PROPOSALS.flatMap(({ comments, at }, index) =>
      comments.map(([name, language, body]) => ({
        id: ids.next(),
        proposalId: rows[index]!.id,
        body,
        language,
        authorId: personNamed(name),
        createdAt: at,
      })),
    ),
  )
}
