import type { Caller, World } from '../../../../tests/setup/world.ts'
import { Spreadsheet } from './spreadsheet.fixture.ts'

const START = `mutation ($input: FigureImportStartInput!) { answer: figureImportStart(input: $input) {
  ticket uploadPath problems { code reason path } } }`
const CONTENT = 'value isEstimated note'
const CHECK = `mutation ($input: FigureImportCheckInput!, $locale: Locale!) { answer: figureImportCheck(input: $input) {
  problems { code reason message path }
  figureImport { assessmentId fileName locale dimensionCode madeAt counts { state count } strays { at reason message(locale: $locale) }
    figures { elementCode period year at state typed result { ${CONTENT} } base { ${CONTENT} }
      current { ${CONTENT} version authorName } problems { at reason message(locale: $locale) }
      findings { kind level message(locale: $locale) } } } } }`

export interface Checked {
  readonly problems: readonly { code: string; reason: string; message: string; path: string[] }[]
  // oxlint-disable-next-line no-explicit-any
  readonly figureImport: any
}

/** Hands workbooks of figures out and in, as the portal does. */
export const figuresOf = (world: () => World) => {
  const get = (who: Caller, url: string) =>
    world().server.http.inject({ method: 'GET', url, headers: who.headers })
  const start = async (who: Caller, assessmentId: string, bytes: Buffer, fileName = 'figures.xlsx') => {
    const { data, errors } = await who.query(START, {
      input: { assessmentId, fileName, size: bytes.length },
    })
    if (errors) throw new Error(JSON.stringify(errors))
    return data.answer
  } // prettier-ignore
  const put = (who: Caller, url: string, bytes: Buffer) =>
    world().server.http.inject({
      method: 'PUT',
      url,
      payload: bytes,
      headers: { ...who.headers, 'content-type': 'application/octet-stream' },
    })
  const compare = async (who: Caller, ticket: string, locale = 'EN'): Promise<Checked> => {
    const { data, errors } = await who.query(CHECK, { input: { ticket }, locale })
    if (errors) throw new Error(JSON.stringify(errors))
    return data.answer
  }
  return {
    get,
    start,
    put,
    compare,
    download: async (who: Caller, assessmentId: string, rest = 'en') => {
      const answer = await get(who, `/files/assessment/${assessmentId}.${rest}.xlsx`)
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
      return answer.rawPayload as Buffer<ArrayBuffer>
    },
    opens: async (who: Caller, assessmentId: string, rest = 'en') => {
      const answer = await get(who, `/files/assessment/${assessmentId}.${rest}.xlsx`)
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
      return new Spreadsheet(answer.rawPayload)
    },
    check: async (who: Caller, assessmentId: string, bytes: Buffer, locale = 'EN') => {
      const issued = await start(who, assessmentId, bytes)
      if (issued.problems.length > 0) return { problems: issued.problems, figureImport: null } as Checked // prettier-ignore
      const arrived = await put(who, issued.uploadPath, bytes)
      if (arrived.statusCode !== 200) throw new Error(arrived.body)
      return compare(who, issued.ticket, locale)
    },
  }
}

const asked = async (who: Caller, document: string, variables: Record<string, unknown>) => {
  const { data, errors } = await who.query(document, variables)
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

/** The own assessment of the open cycle, as far as the person sees it. */
export const mine = async (who: Caller) =>
  (
    await asked(
      who,
      `query ($cycle: String!) { myAssessment(cycle: $cycle) { id working { responses { kpiCode }
        values { elementCode year value version } } } }`,
      { cycle: 'C2024' },
    )
  ).myAssessment

/** Saves figures as the portal does. */
export const saveFigures = async (who: Caller, input: object) =>
  (
    await asked(
      who,
      `mutation ($input: DataValuesSaveInput!) { answer: dataValuesSave(input: $input) {
        results { isSaved value version } problems { reason } } }`,
      { input },
    )
  ).answer
