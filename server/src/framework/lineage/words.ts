import type { LineageStatement } from './statements'

/** French of what can be wrong with a statement, by its reason. */
const FRENCH: Readonly<Record<string, string>> = {
  UNKNOWN_CODE: 'Le projet n’a pas d’élément {code}.',
  BAD_RELATION: 'Seul un ancêtre, sans code, est dit retiré.',
  ANCESTOR_CONTINUES: '{ancestor} se poursuit dans le projet.',
  ANCESTOR_COUNT: 'La relation {relation} a {wanted}.',
  ANCESTOR_TWICE: '{named} est nommé deux fois.',
  UNKNOWN_ANCESTOR: 'La version de base n’a pas d’élément {named}.',
  BAD_COMPARABILITY: 'La relation {relation} ne va pas avec la comparabilité {comparability}.',
  RELATION_DIFFERS: 'Les deux éléments diffèrent autrement que {relation}.',
  CONVERSION_MISSING:
    'Une conversion accompagne les valeurs comparables par conversion, et elles seules.',
  CONVERSION_UNFIT: 'Seul un ICP à un seul ancêtre a une conversion.',
  TEXT_MISSING: 'Le texte {language} manque.',
}
const WANTED: Readonly<Record<string, string>> = {
  NEW: 'aucun ancêtre',
  MERGED: 'deux ancêtres ou plus',
}

/** A problem of a statement in French; its path names what it is about. */
export function lineageWords(
  reason: string,
  { code, ancestors, relation, comparability }: LineageStatement,
  path: readonly string[],
): string {
  const named = path.at(-1) ?? ''
  const params: Readonly<Record<string, string>> = {
    code: code ?? '',
    ancestor: ancestors[0] ?? '',
    named,
    relation,
    comparability,
    wanted: WANTED[relation] ?? 'un ancêtre',
    language: named === 'fr' ? 'français' : 'anglais',
  }
  return (FRENCH[reason] ?? reason).replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
}
