import { expect, test } from 'vitest'
import { codeOfFile } from './code-of-file'

const codeIn = (content: string, name = 'PMM.json') => codeOfFile(new File([content], name))

test('an export as JSON says which version it is', async () => {
  expect(await codeIn('{"version":{"code":"PMM-V2"}}')).toBe('PMM-V2')
})

test.each(['null', '[]', '{', '{"version":{"code":2}}', '5'])('%s says none', async (content) => {
  expect(await codeIn(content)).toBeNull()
})

test('nor does a workbook', async () => {
  expect(await codeIn('{"version":{"code":"PMM-V2"}}', 'PMM.xlsx')).toBeNull()
})
