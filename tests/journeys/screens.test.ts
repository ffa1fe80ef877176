import { expect, test } from 'vitest'
import { Editor } from './people/editor.ts'
import { Inspector } from './people/inspector.ts'
import type { Portal } from './people/person.ts'
import { useStage } from './stage.ts'

const stage = useStage()

const visits: readonly (readonly [string, Portal, readonly string[]])[] = [
  [
    'Mariam Selk',
    'member',
    [
      '/',
      '/assessment',
      '/assessment/kpi/TF-02-1',
      '/assessment/instruments',
      '/assessment/sheet',
      '/assessment/focus/TF-01-1',
      '/assessment/submit',
      '/disclosure',
      '/results?cycle=C2022',
      '/peer-review',
      '/people',
      '/settings',
      '/settings/security',
    ],
  ],
  ['Alina Dorn', 'member', ['/', '/assessment']],
  ['Rosalind Achterberg', 'member', ['/', '/assessment/submit']],
  ['Katrin Dobler', 'member', ['/', '/assessment/kpi/TF-01-1', '/results', '/peer-review/request']],
  ['Dario Fenn', 'member', ['/', '/people']],
  ['Teodor Wynn', 'admin', ['/support']],
  [
    'Ines Calder',
    'admin',
    [
      '/',
      '/monitoring',
      '/cycles',
      '/cycles/new',
      '/cycles/C2024',
      '/cycles/C2024/edit',
      '/cycles/C2024/message?region=EUR',
      '/reviews',
      '/releases',
      '/releases/C2022-R1',
      '/administrations',
      '/settings',
      '/settings/security',
    ],
  ],
  ['Teodor Wynn', 'admin', ['/administrations/XOR', '/staff', '/reviewers', '/partners', '/audit']],
  [
    'Maren Oduvel',
    'admin',
    [
      '/versions',
      '/versions/PMM-V1-DEMO',
      '/versions/PMM-V1-DEMO/lineage',
      '/versions/PMM-V1-DEMO/publishing',
      '/versions/PMM-V1-DEMO/kpis/TF-01-1',
      '/versions/PMM-V1-DEMO/rules',
      '/versions/PMM-V1-DEMO/outcome/TF-01',
      '/versions/PMM-V1-DEMO/element/DECL_ALL',
      '/versions/PMM-V1-DEMO/translations',
      '/versions/PMM-V1-DEMO/mappings',
      '/proposals',
      '/proposals/CP-2',
      '/terms',
      '/versions/PMM-V1-DEMO/instrument/RKC',
      '/versions/PMM-V1-DEMO/history',
      '/nowhere',
    ],
  ],
]

test.for(visits)('no screen of %s puts up a barrier', async ([name, portal, screens]) => {
  const inspector = await Inspector.as(name, portal, stage())
  const findings: string[] = []
  for (const screen of screens) findings.push(...(await inspector.inspects(`/${portal}${screen}`)))
  expect(findings).toEqual([])
})

test('neither the desk nor the report of a review puts up a barrier', async () => {
  const ilse = await Inspector.as('Ilse Marten', 'member', stage())
  const findings = [
    ...(await ilse.inspects('/member/review/settings')),
    ...(await ilse.inspects('/member/review/settings/security')),
    ...(await ilse.inspects('/member/review/assignments')),
  ]
  await ilse.follows(/^(Open the review desk|Ouvrir la table)/)
  findings.push(...(await ilse.inspectsHere()))
  await ilse.opens('/member/review/assignments')
  await ilse.follows(/^(Findings and conclusion|Constats et conclusion)/)
  findings.push(...(await ilse.inspectsHere()))
  expect(findings).toEqual([])
})

test('no screen with one thing of many puts up a barrier', async () => {
  const yvaine = await Inspector.as('Yvaine Talbor', 'member', stage())
  await yvaine.opens('/member/peer-review')
  await yvaine.follows(/^Cycle 2/)
  const findings = await yvaine.inspectsHere()

  const ines = await Inspector.as('Ines Calder', 'admin', stage())
  await ines.opens('/admin/monitoring')
  await ines.follows('Sorelia')
  findings.push(...(await ines.inspectsHere()))
  await ines.opens('/admin/reviews')
  await ines.follows(/^Vald/)
  findings.push(...(await ines.inspectsHere()))
  await ines.opens('/admin/partners')
  await ines.follows(/^Open Trade/)
  findings.push(...(await ines.inspectsHere()))
  expect(findings).toEqual([])
})

test('no part of the version editor puts up a barrier while there is something to edit', async () => {
  const maren = await Editor.named('Maren Oduvel', stage())
  await maren.beginsDraft({
    code: 'PMM-V2-DEMO',
    name: 'PMM v.2 (demonstration)',
    french: 'PMM v.2 (démonstration)',
    notes: 'Nothing yet.',
    frenchNotes: 'Rien encore.',
  })
  const inspector = await Inspector.as('Maren Oduvel', 'admin', stage())
  const findings = await inspector.inspects('/admin/versions/PMM-V2-DEMO')
  for (const place of ['lineage', 'difference/PMM-V1-DEMO', 'publishing']) {
    findings.push(...(await inspector.inspects(`/admin/versions/PMM-V2-DEMO/${place}`)))
  }
  await inspector.opens('/admin/versions/PMM-V2-DEMO/kpis/TF-03-1')
  for (const part of [/^Formul/, /^Text/, /^M(?!app)/, /^(Mapp|Corr)/, /^Place/]) {
    await inspector.choosesTab(part)
    findings.push(...(await inspector.inspectsHere()))
  }
  expect(findings).toEqual([])
})

test('no public page and no entrance puts up a barrier', async () => {
  const stranger = await Inspector.stranger(stage())
  const findings: string[] = []
  for (const screen of [
    '/',
    '/framework',
    '/framework/PMM-V1-DEMO',
    '/framework/glossary',
    '/framework/PMM-V1-DEMO/elements',
    '/framework/PMM-V1-DEMO/print',
    '/framework/PMM-V1-DEMO/TF-01-1',
    '/results',
    '/results/C2022-R1/TF-01-1',
    '/developers',
    '/about',
    '/member/sign-in',
    '/admin/sign-in',
    '/member/forgotten-password',
    '/member/set-password?token=nothing',
    '/member/invitation#nothing',
  ]) {
    findings.push(...(await stranger.inspects(screen)))
  }
  expect(findings).toEqual([])
})

test('an address without anything says so in both languages, without a barrier', async () => {
  const stranger = await Inspector.stranger(stage())
  const mariam = await Inspector.as('Mariam Selk', 'member', stage())
  const ines = await Inspector.as('Ines Calder', 'admin', stage())
  const findings: string[] = []
  for (const [inspector, address] of [
    [stranger, '/nowhere'],
    [mariam, '/member/nowhere'],
    [ines, '/admin/nowhere'],
  ] as const) {
    await inspector.seesInBothLanguages(address, 'Not found', 'Introuvable')
    findings.push(...(await inspector.inspectsHere()))
  }
  expect(findings).toEqual([])
})
