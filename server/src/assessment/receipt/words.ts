export type ReceiptLocale = 'en' | 'fr'

const en = {
  title: 'Receipt of submission {number}',
  demonstration:
    'Synthetic demonstration data: nothing in this document is about a real administration.',
  demonstrationShort: 'Synthetic demonstration data',
  page: 'Page {page} of {pages}',
  colon: ':',
  administration: 'Administration',
  cycle: 'Cycle',
  framework: 'Framework version',
  submission: 'Submission',
  signer: 'Signed by',
  role: 'Role at the signature',
  time: 'Signed at',
  hash: 'Snapshot (SHA-256)',
  counts: 'Counts',
  kpis: 'KPIs listed',
  partial: '{shown} of {all}: those open to the person who fetched this copy',
  answered: 'Answered with a value',
  reasoned: 'Without a value, with a reason',
  unreasoned: 'Without a value and without a reason',
  justified: 'KPIs with justified warnings',
  level: 'Disclosure level “{level}”',
  answers: 'Answers',
  head: ['KPI', 'Name', 'Answer or reason', 'Disclosure'],
  notes: 'Notes',
  noNotes: 'There is no note.',
  overall: 'On the assessment as a whole',
  evidence: 'Evidence',
  noEvidence: 'No evidence is attached.',
  file: 'File: {name}',
  link: 'Link: {address}',
  revision: 'Revision {number}; backs {kpis}',
  sha256: 'SHA-256: {hash}',
  warnings: 'Justified warnings',
  noWarnings: 'None of the KPIs listed has a justified warning.',
  justification: 'Justification: {text}',
  verify: 'How to verify',
  steps: [
    'The snapshot is the SHA-256 over everything that was submitted: the answers with their reasons, notes, justifications and levels, the figures, the levels of application and the evidence attached. A change of any of them gives another one.',
    'Compare it with the receipt shown on the platform, under Assessment, Check and submit; a program reads it as contentHash of submission {number} of the assessment {id}.',
    'The audit log of the administration holds the same 64 characters in the entry of the submission, in a chain of hashes that can be verified without the platform.',
    'This document bears no electronic signature. The copy kept on the platform is what counts.',
  ],
  reduced:
    'The sign \ufffd stands for a character that cannot be drawn here; the platform shows it.',
  withheld: 'not disclosed',
  nobody: 'not disclosed',
  none: 'no answer',
  yes: 'Yes',
  no: 'No',
  of4: '{value} of 4',
  state: {
    NOT_APPLICABLE: 'not applicable',
    NOT_AVAILABLE: 'not available',
    NOT_COMPUTABLE: 'not computable',
  } as Readonly<Record<string, string>>,
  levels: { NATIONAL: 'National', WCO: 'WCO members', PUBLIC: 'Public' } as Readonly<
    Record<string, string>
  >,
  units: {} as Readonly<Record<string, string>>,
  hats: {
    CONTRIBUTOR: 'Contributor', COORDINATOR: 'Coordinator', APPROVER: 'Approver', VIEWER: 'Viewer', REVIEWER: 'Reviewer',
    LEAD_REVIEWER: 'Lead reviewer', METHODOLOGY_EDITOR: 'Methodology editor', CYCLE_OFFICER: 'Cycle officer',
    ADMINISTRATOR: 'Administrator', PMMPT_OBSERVER: 'PMMPT observer',
  } as Readonly<Record<string, string>>, // prettier-ignore
  labelled: '{label}: {text}',
}

export type ReceiptWords = typeof en

const fr: ReceiptWords = {
  title: 'Reçu de la soumission {number}',
  demonstration:
    'Données de démonstration inventées : rien dans ce document ne concerne une administration réelle.',
  demonstrationShort: 'Données de démonstration inventées',
  page: 'Page {page} sur {pages}',
  colon: '\u00a0:',
  administration: 'Administration',
  cycle: 'Cycle',
  framework: 'Version du cadre',
  submission: 'Soumission',
  signer: 'Signé par',
  role: 'Rôle lors de la signature',
  time: 'Signé le',
  hash: 'Empreinte (SHA-256)',
  counts: 'Décompte',
  kpis: 'ICP énumérés',
  partial: '{shown} sur {all} : ceux ouverts à la personne qui a demandé cet exemplaire',
  answered: 'Avec une valeur',
  reasoned: 'Sans valeur, avec un motif',
  unreasoned: 'Sans valeur ni motif',
  justified: 'ICP dont les avertissements sont justifiés',
  level: 'Niveau de divulgation « {level} »',
  answers: 'Réponses',
  head: ['ICP', 'Intitulé', 'Réponse ou motif', 'Divulgation'],
  notes: 'Notes',
  noNotes: 'Aucune note.',
  overall: 'Sur l’ensemble de l’évaluation',
  evidence: 'Pièces justificatives',
  noEvidence: 'Aucune pièce n’est jointe.',
  file: 'Fichier : {name}',
  link: 'Lien : {address}',
  revision: 'Révision {number} ; étaye {kpis}',
  sha256: 'SHA-256 : {hash}',
  warnings: 'Avertissements justifiés',
  noWarnings: 'Aucun des ICP énumérés n’a d’avertissement justifié.',
  justification: 'Justification : {text}',
  verify: 'Comment vérifier',
  steps: [
    'L’empreinte est le SHA-256 de tout ce qui a été soumis : les réponses avec leurs motifs, notes, justifications et niveaux, les chiffres, les niveaux d’application et les pièces jointes. Tout changement en donne une autre.',
    'Comparez-la au reçu affiché sur la plateforme, sous Évaluation, Vérifier et soumettre ; un programme la lit comme contentHash de la soumission {number} de l’évaluation {id}.',
    'Le journal d’audit de l’administration porte les mêmes 64 caractères à l’entrée de la soumission, dans une chaîne d’empreintes que l’on vérifie sans la plateforme.',
    'Ce document ne porte pas de signature électronique. L’exemplaire conservé sur la plateforme fait foi.',
  ],
  reduced:
    'Le signe \ufffd remplace un caractère qui ne peut pas être imprimé ici ; la plateforme le montre.',
  withheld: 'non divulgué',
  nobody: 'non divulgué',
  none: 'sans réponse',
  yes: 'Oui',
  no: 'Non',
  of4: '{value} sur 4',
  state: {
    NOT_APPLICABLE: 'sans objet',
    NOT_AVAILABLE: 'non disponible',
    NOT_COMPUTABLE: 'non calculable',
  },
  levels: { NATIONAL: 'National', WCO: 'Membres de l’OMD', PUBLIC: 'Public' },
  units: { hours: 'heures' },
  hats: {
    CONTRIBUTOR: 'Contributeur', COORDINATOR: 'Coordonnateur', APPROVER: 'Approbateur', VIEWER: 'Lecteur', REVIEWER: 'Examinateur',
    LEAD_REVIEWER: 'Examinateur principal', METHODOLOGY_EDITOR: 'Éditeur de la méthodologie', CYCLE_OFFICER: 'Responsable de cycle',
    ADMINISTRATOR: 'Administrateur', PMMPT_OBSERVER: 'Observateur du PMMPT',
  }, // prettier-ignore
  labelled: '{label} : {text}',
}

export const WORDS: Readonly<Record<ReceiptLocale, ReceiptWords>> = { en, fr }

const GAP = /\{(\w+)\}/g

/** A sentence with its gaps filled; French keeps its spaces before tall signs. */
export const filled = (sentence: string, gaps: Readonly<Record<string, string | number>>): string =>
  sentence
    .replace(/ (?=[:;?!»])|(?<=«) /g, '\u00a0')
    .replace(GAP, (gap, name: string) => (name in gaps ? String(gaps[name]) : gap))
