import { expect, test } from 'vitest'
import { canExplain, explanationProblems } from './explained'

test.each([
  'x', '.', '..............', '1234567890 12', 'aaaaaaaaaaaaaaa', 'xxxxx xxxxx xxxxx', 'n/a n/a n/a n/a',
  'A    \n   strike', 'Programme!!!', '新しい', '\u{1F44D}\u{1F44D}\u{1F44D}\u{1F44D}\u{1F44D}\u{1F44D}\u{1F44D}\u{1F44D}\u{1F44D}\u{1F44D}', 'e\u0301'.repeat(12),
])('%j explains nothing', (text) => expect(canExplain(text)).toBe(false)) // prettier-ignore

test.each([
  'A new tariff.', 'Grève des douaniers', 'L’été a été sec', 'Забастовка в мае', 'إضراب في الميناء', 'नई योजना शुरू हुई',
  '新的监管计划今年已经开始实施', 'มีโครงการใหม่ในปีนี้',
])('%j can explain', (text) => expect(canExplain(text)).toBe(true)) // prettier-ignore

test('a text that is missing is no short explanation', () => {
  expect(explanationProblems(null, ['x'])).toEqual([])
  expect(explanationProblems('  ', ['x'])).toEqual([])
  expect(explanationProblems('ok', ['input', 'justification'])).toMatchObject([
    { code: 'BAD_INPUT', reason: 'TEXT_TOO_SHORT', path: ['input', 'justification'] },
  ])
})
