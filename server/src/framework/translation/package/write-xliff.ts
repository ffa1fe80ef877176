import type { TranslationState } from '../../enums'
import type { VersionHead } from '../../snapshot'
import type { TextRow } from '../translation.rows'

/** States of XLIFF 1.2 that mean what ours mean. */
const STATES: Readonly<Record<TranslationState, string>> = {
  MISSING: 'needs-translation',
  OUTDATED: 'needs-adaptation',
  DRAFT: 'needs-review-translation',
  REVIEWED: 'signed-off',
  OFFICIAL: 'final',
}

/**
 * The texts of a version as an XLIFF 1.2 document, which translation tools read most widely. The ids of its units stay
 * the same from version to version.
 */
export function writeXliff(
  { code, name, version }: Pick<VersionHead, 'code' | 'name' | 'version'>,
  texts: readonly TextRow[],
): string {
  const groups = [...Map.groupBy(texts, (row) => `${row.kind}:${row.code}`)]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    `  <file original="${escape(code)}" source-language="en" target-language="fr" datatype="plaintext" product-name="${escape(name['en'] ?? code)}" product-version="${version}">`,
    '    <body>',
    ...groups.flatMap(([id, rows]) => [
      `      <group id="${escape(id)}" resname="${escape(rows[0]!.title?.['en'] ?? rows[0]!.code)}">`,
      ...rows.map(unitText),
      '      </group>',
    ]),
    '    </body>',
    '  </file>',
    '</xliff>',
    '',
  ].join('\n')
}

function unitText({ unit, code, text, en, fr, state }: TextRow): string {
  const isApproved = state === 'REVIEWED' || state === 'OFFICIAL'
  return [
    `        <trans-unit id="${escape(unit)}" resname="${escape(`${code} ${text}`)}" approved="${isApproved ? 'yes' : 'no'}" xml:space="preserve">`,
    `          <source>${escape(en)}</source>`,
    `          <target state="${STATES[state]}">${escape(fr)}</target>`,
    '        </trans-unit>',
  ].join('\n')
}

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

// What XML 1.0 cannot hold is replaced, so that one stray character does not make the whole document unreadable.
const escape = (text: string): string =>
  text
    .replaceAll(/[&<>"]/g, (mark) => MARKS[mark]!)
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
