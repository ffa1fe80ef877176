import type { AccreditationStatus, DemoPerson, DemoRole, Locale, RoleCode } from './world.ts'

type Named = Omit<DemoPerson, 'email' | 'key' | 'locale'> & {
  readonly key?: string
  readonly locale?: Locale
}

const of = (administration: string, ...roles: readonly RoleCode[]): readonly DemoRole[] =>
  roles.map((role) => ({ role, administration }))

const team = (
  administration: string,
  names: readonly (readonly [RoleCode, string])[],
  locale: Locale = 'en',
): readonly Named[] =>
  names.map(([role, name]) => ({ name, locale, roles: of(administration, role) }))

const reviewer = (
  administration: string,
  name: string,
  roles: readonly RoleCode[],
  status: AccreditationStatus,
  locale: Locale = 'en',
): Named => ({
  name,
  locale,
  roles: of(administration, ...roles),
  accreditation: { status, since: '2024-05-20T00:00:00.000Z' },
})

const SECRETARIAT: readonly Named[] = [
  { name: 'Ines Calder', roles: [{ role: 'CYCLE_OFFICER' }] },
  { name: 'Jonas Lindt', roles: [{ role: 'CYCLE_OFFICER' }] },
  { name: 'Maren Oduvel', roles: [{ role: 'METHODOLOGY_EDITOR' }] },
  { name: 'Pascal Iskander', locale: 'fr', roles: [{ role: 'METHODOLOGY_EDITOR' }] },
  { name: 'Ottilie Brandt', roles: [{ role: 'PMMPT_OBSERVER' }] },
  { name: 'Teodor Wynn', roles: [{ role: 'ADMINISTRATOR' }] },
]

const REVIEWERS: readonly Named[] = [
  // Several hats: runs the assessment at home and leads reviews elsewhere.
  reviewer('XIS', 'Tomas Verrel', ['COORDINATOR', 'LEAD_REVIEWER'], 'ACCREDITED'),
  reviewer('XDE', 'Noemi Castera', ['LEAD_REVIEWER'], 'ACCREDITED'),
  reviewer('XXA', 'Karim Benzar', ['LEAD_REVIEWER'], 'ACCREDITED'),
  reviewer('XNO', 'Ilse Marten', ['REVIEWER'], 'ACCREDITED'),
  reviewer('XJO', 'Awa Diorko', ['REVIEWER'], 'ACCREDITED', 'fr'),
  reviewer('XOS', 'Pita Rahui', ['REVIEWER'], 'ACCREDITED'),
  reviewer('XSO', 'Lucia Ferran', ['REVIEWER'], 'PRE_ACCREDITED'),
  reviewer('XTE', 'Kito Lwandle', ['REVIEWER'], 'PRE_SCREENED'),
  reviewer('XYL', 'Selma Orrin', ['REVIEWER'], 'EXPIRED'),
]

export const NAMED_PEOPLE: readonly Named[] = [
  ...SECRETARIAT,
  ...REVIEWERS,
  ...team('XAL', [
    ['COORDINATOR', 'Mariam Selk'],
    ['CONTRIBUTOR', 'Leon Tarask'],
    ['CONTRIBUTOR', 'Dario Fenn'],
    ['CONTRIBUTOR', 'Nela Horvin'],
    ['APPROVER', 'Viktor Almasy'],
    ['VIEWER', 'Greta Lom'],
  ]),
  ...team('XOR', [
    ['COORDINATOR', 'Renata Adeline'],
    ['CONTRIBUTOR', 'Piers Holm'],
    ['APPROVER', 'Sigrid Vanter'],
    ['VIEWER', 'Bram Telder'],
  ]),
  ...team('XHE', [
    ['COORDINATOR', 'Alina Dorn'],
    ['CONTRIBUTOR', 'Marek Stoll'],
    ['APPROVER', 'Henrik Falk'],
    ['VIEWER', 'Josefa Brix'],
  ]),
  ...team('XSO', [
    ['COORDINATOR', 'Camila Reyden'],
    ['CONTRIBUTOR', 'Mateo Silvar'],
    ['APPROVER', 'Aurelio Dantes'],
    ['VIEWER', 'Pilar Montey'],
  ]),
  ...team('XPE', [
    ['COORDINATOR', 'Rosalind Achterberg'],
    ['CONTRIBUTOR', 'Ivo Castellan'],
    ['APPROVER', 'Dolores Quintane'],
    ['VIEWER', 'Simon Arrel'],
  ]),
  ...team('XWE', [
    ['COORDINATOR', 'Katrin Dobler'],
    ['CONTRIBUTOR', 'Anders Rusk'],
    ['APPROVER', 'Milos Perran'],
    ['VIEWER', 'Wilma Toft'],
  ]),
  ...team('XNO', [
    ['COORDINATOR', 'Astrid Nyholm'],
    ['CONTRIBUTOR', 'Eskil Brandal'],
    ['APPROVER', 'Torun Veland'],
    ['VIEWER', 'Mads Orling'],
  ]),
  ...team('XYL', [
    ['COORDINATOR', 'Yvaine Talbor'],
    ['CONTRIBUTOR', 'Osric Penn'],
    ['APPROVER', 'Lydia Marchand'],
    ['VIEWER', 'Edwin Sarre'],
  ]),
  ...team('XIS', [
    ['CONTRIBUTOR', 'Bruna Kossel'],
    ['APPROVER', 'Stefan Marun'],
    ['VIEWER', 'Livia Perko'],
  ]),
  ...team(
    'XVA',
    [
      ['COORDINATOR', 'Hélène Marsault'],
      ['CONTRIBUTOR', 'Bastien Rouvel'],
      ['APPROVER', 'Odette Lanvier'],
      ['VIEWER', 'Cyril Dumaine'],
    ],
    'fr',
  ),
  ...team(
    'XJO',
    [
      ['COORDINATOR', 'Mamadou Kessil'],
      ['CONTRIBUTOR', 'Fanta Ouvray'],
      ['APPROVER', 'Aïssa Benko'],
      ['VIEWER', 'Idris Toumal'],
    ],
    'fr',
  ),
]
