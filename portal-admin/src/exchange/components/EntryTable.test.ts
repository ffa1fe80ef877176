import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import frameworkFr from '../../framework/locales/fr.json'
import exchangeFr from '../locales/fr.json'
import EntryTable from './EntryTable.vue'

test('a change is read as words with a space between them', () => {
  const i18n = createI18n({
    legacy: false,
    locale: 'fr',
    messages: { fr: { framework: frameworkFr, exchange: exchangeFr } },
  })
  const changes = [
    { field: 'provenance.sources', before: 'PMM', after: null },
    { field: 'name.fr', before: null, after: 'Taux' },
  ]
  const entries = [{ section: 'kpis', code: 'TF-01-1', state: 'CHANGED', changes, problems: [] }]
  const wrapper = mount(EntryTable, {
    props: { entries: entries as never },
    global: { plugins: [i18n], stubs: { StatusLabel: true } },
  })
  const said = wrapper.findAll('td li').map((each) => each.element.textContent)

  expect(said.map((text) => text?.replaceAll(/\s+/g, ' ').trim())).toEqual([
    `Provenance, ${frameworkFr.about.sources}Avant PMMAprès rien`,
    'Nom, FrançaisAvant rienAprès Taux',
  ])
})
