import { expect, test } from 'vitest'
import { useWorld } from '../../../../../tests/setup/world'

const world = useWorld()
const command = (name: string, input: string, answer: string) =>
  `mutation ($input: ${input}!) { answer: ${name}(input: $input) { ${answer} problems { reason } } }`
const CREATE = command('frameworkVersionCreate', 'FrameworkVersionCreateInput', 'frameworkVersion { id }') // prettier-ignore
const START = command('translationPackageStart', 'TranslationPackageStartInput', 'ticket uploadPath') // prettier-ignore
const CHECK = command('translationPackageCheck', 'TranslationPackageCheckInput', 'report { otherVersion counts { verdict count } }') // prettier-ignore

test('a package made from another version is taken with a word on it', async () => {
  const editor = await world().as('METHODOLOGY_EDITOR')
  const run = async (document: string, input: object) => {
    const { data, errors } = await editor.query(document, { input })
    expect(errors).toBeUndefined()
    expect(data.answer.problems).toEqual([])
    return data.answer
  }
  const { http } = world().server
  const { data } = await editor.query(`{ frameworkVersion(code: "PMM-V1-DEMO") { id } }`)
  const { frameworkVersion } = await run(CREATE, { baseVersionId: data.frameworkVersion.id, code: 'PMM-V2-XLF', kind: 'REVISION' }) // prettier-ignore
  const versionId = frameworkVersion.id
  const said = async (code: string) => {
    const { headers } = editor
    const file = await http.inject({ method: 'GET', url: `/files/translations/${code}.xlf`, headers }) // prettier-ignore
    const { ticket, uploadPath } = await run(START, { versionId, fileName: `${code}.xlf` })
    await http.inject({ method: 'PUT', url: uploadPath, payload: file.rawPayload, headers: { ...headers, 'content-type': 'application/octet-stream' } }) // prettier-ignore
    return (await run(CHECK, { versionId, ticket })).report
  }

  const own = await said('PMM-V2-XLF')
  const other = await said('PMM-V1-DEMO')
  const countOf = ({ counts }: typeof own, verdict: string) =>
    counts.find((each: { verdict: string }) => each.verdict === verdict).count

  expect([own.otherVersion, other.otherVersion]).toEqual([null, 'PMM-V1-DEMO'])
  expect(countOf(own, 'REJECTED')).toBe(0)
  expect(countOf(other, 'UNCHANGED')).toBeGreaterThan(100)
})
