import type { CommandScope } from '#access'
import {
  catalogueOfSnapshot,
  copyVersion,
  loadGuided,
  replaceContent,
  type CatalogueFile,
} from '#framework'
import type { Written } from './written'

const DRAFTED_AT = new Date('2026-06-15T09:00:00Z')
const CONSTRUCTED = { status: 'constructed', fields: [], sources: [] }

type Kpi = {
  -readonly [K in keyof CatalogueFile['kpis'][number]]: CatalogueFile['kpis'][number][K]
}

/** A draft of the next version, halfway: what it changes is invented. */
export async function writeDraft({ db, ids, world, people, versionId }: Written): Promise<void> {
  const author = world.people.find(({ name }) => name === 'Maren Oduvel')!
  const personId = people.get(author.key)!
  const base = await db
    .selectFrom('frameworkVersion')
    .selectAll()
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow()
  const id = ids.next()
  const newId = () => ids.next()
  await copyVersion(db, newId, base, {
    id,
    code: 'PMM-V2-DRAFT',
    kind: 'REVISION',
    number: base.number + 1,
    name: {
      en: 'PMM v.2, working draft (demonstration)',
      fr: 'MMP v.2, version de travail (démonstration)',
    },
    changeNotes: {
      en: 'Invented changes, to show how a version is developed.',
      fr: 'Modifications inventées, pour montrer comment une version se développe.',
    },
    createdBy: personId,
    createdAt: DRAFTED_AT,
  })
  const content = catalogueOfSnapshot((await loadGuided(db, id))!) as unknown as CatalogueFile
  const scope = { db, newId, now: DRAFTED_AT, viewer: { personId } } as unknown as CommandScope
  await replaceContent(scope, id, revised(content))
}

/** One KPI reworded, two computed otherwise, one added and one retired. */
function revised(file: CatalogueFile): CatalogueFile {
  const kpis = file.kpis
    .filter(({ code }) => code !== 'TF-04-3')
    .map((kpi): Kpi => ({ ...kpi, ...CHANGES[kpi.code] }))
  const first = kpis.findIndex(({ code }) => code === 'TF-01-1')
  const model = kpis[first]!
  kpis[first] = {
    ...model,
    name: { ...model.name, en: 'Share of electronic declarations' },
    translationStatus: withOutdatedName(model.translationStatus),
  }
  kpis.splice(first + 3, 0, {
    ...model,
    code: 'TF-01-4',
    order: 4,
    name: { en: 'Rate of declarations on paper', fr: 'Taux de déclarations sur papier' },
    description: {
      en: 'Share of Customs declarations that are not processed electronically.',
      fr: 'Part des déclarations en douane qui ne sont pas traitées par voie électronique.',
    },
    methodologyHelp: {
      en: 'Take the figures of the rate of electronic declarations: what is not processed electronically from lodging to release counts as paper. Usual source: the declaration processing system, by date of registration.',
      fr: 'Reprenez les chiffres du taux de déclarations électroniques : ce qui n’est pas traité par voie électronique du dépôt à la mainlevée compte comme papier. Source habituelle : le système de dédouanement, par date d’enregistrement.',
    },
    direction: 'LOWER',
    normalisation: { method: 'LINEAR', floor: '100', goal: '0' },
    formula: '100*(B-A)/B',
    samples: [],
    translationStatus: { fr: { name: 'DRAFT', description: 'DRAFT', methodologyHelp: 'DRAFT' } },
    provenance: CONSTRUCTED,
  })
  return { ...file, kpis, lineage: STATED }
}

const CHANGES: Readonly<Record<string, Partial<Kpi>>> = {
  'TF-02-2': { formula: '50*(A/B+C/D)', samples: [] },
  'EP-06-4': {
    name: { en: 'Released without physical inspection', fr: 'Mainlevée sans inspection physique' },
    description: {
      en: 'Share of import declarations released without a physical inspection of the goods.',
      fr: 'Part des déclarations d’importation dont les marchandises sont libérées sans inspection physique.',
    },
    direction: 'HIGHER',
    normalisation: { method: 'LINEAR', floor: '0', goal: '100' },
    formula: '100*(B-A)/B',
    samples: [],
  },
}

const STATED: NonNullable<CatalogueFile['lineage']> = [
  {
    kind: 'KPI', code: 'EP-06-4', ancestors: ['EP-06-4'], relation: 'FORMULA_CHANGED',
    comparability: 'WITH_CONVERSION', conversion: '100-V', note: null,
  },
  {
    kind: 'KPI', code: 'TF-02-2', ancestors: ['TF-02-2'], relation: 'FORMULA_CHANGED',
    comparability: 'NOT_COMPARABLE', conversion: null,
    note: {
      en: 'Imports and exports count alike, whatever their number.',
      fr: 'Importations et exportations comptent autant, quel qu’en soit le nombre.',
    },
  },
  {
    kind: 'KPI', code: null, ancestors: ['TF-04-3'], relation: 'RETIRED',
    comparability: 'NOT_COMPARABLE', conversion: null,
    note: {
      en: 'Every administration that answered conducts the study by now.',
      fr: 'Toutes les administrations qui ont répondu mènent désormais l’étude.',
    },
  },
] // prettier-ignore

const withOutdatedName = (status: unknown): unknown => {
  const { fr, ...rest } = status as { fr: Record<string, string> }
  return { ...rest, fr: { ...fr, name: 'OUTDATED' } }
}
