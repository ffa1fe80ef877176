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

interface Covered {
  readonly locale: Locale
  readonly areas: readonly string[]
  readonly until: string
}

const reviewer = (
  administration: string,
  name: string,
  roles: readonly RoleCode[],
  status: AccreditationStatus,
  { locale = 'en', areas = [], until }: Partial<Covered> = {},
): Named => ({
  name,
  locale,
  roles: of(administration, ...roles),
  accreditation: { status, since: '2024-05-20T00:00:00.000Z', areas, until: until ?? null },
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
  reviewer('XIS', 'Tomas Verrel', ['COORDINATOR', 'LEAD_REVIEWER'], 'ACCREDITED', {
    until: '2029-05-31',
  }),
  reviewer('XDE', 'Noemi Castera', ['LEAD_REVIEWER'], 'ACCREDITED', { until: '2029-05-31' }),
  reviewer('XXA', 'Karim Benzar', ['LEAD_REVIEWER'], 'ACCREDITED', {
    areas: ['TF', 'RC'],
    until: '2029-05-31',
  }),
  reviewer('XNO', 'Ilse Marten', ['REVIEWER'], 'ACCREDITED', { until: '2028-11-30' }),
  reviewer('XJO', 'Awa Diorko', ['REVIEWER'], 'ACCREDITED', {
    locale: 'fr',
    areas: ['RC', 'EP', 'OD'],
    until: '2028-11-30',
  }),
  reviewer('XOS', 'Pita Rahui', ['REVIEWER'], 'ACCREDITED', { until: '2028-11-30' }),
  reviewer('XSO', 'Lucia Ferran', ['REVIEWER'], 'PRE_ACCREDITED', {
    areas: ['TF'],
    until: '2027-06-30',
  }),
  reviewer('XTE', 'Kito Lwandle', ['REVIEWER'], 'PRE_SCREENED'),
  reviewer('XYL', 'Selma Orrin', ['REVIEWER'], 'EXPIRED', { until: '2026-05-31' }),
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
