import { expect, test } from 'vitest'
import { usesTerm } from './term-use'

test.each([
  ['Part des déclarations électroniques.', 'déclaration électronique'],
  ['Délai moyen de la mainlevée', 'mainlevée'],
  ['Les recettes sont recouvrées ; le recouvrement des recettes', 'recouvrement des recettes'],
  ['Contrôles A POSTERIORI', 'contrôle a posteriori'],
  ['organismes publics partenaires', 'organisme public partenaire'],
  ['tout le fret', 'cargaison ; fret'],
  ['accords régionaux', 'accord régional'],
])('"%s" uses %s', (text, term) => {
  expect(usesTerm(text, term)).toBe(true)
})

test.each([
  ['Délai de libération', 'mainlevée'],
  ['déclaration papier', 'déclaration électronique'],
  ['', 'mainlevée'],
  ['la douane', ' ; '],
])('"%s" does not use %s', (text, term) => {
  expect(usesTerm(text, term)).toBe(false)
})
