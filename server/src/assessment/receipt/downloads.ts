import { graphql, type GraphQLError, type GraphQLSchema } from 'graphql'
import type { Context } from '#access'
import { renderPdf, uuidOf, type Download, type FileSource } from '#platform'
import { printedReceipt } from './printed'
import { RECEIPT, type ReceiptAnswer } from './receipt.document'
import template from './receipt.typ?raw'

const NAME = /^([A-Za-z0-9_-]{1,80})\.([1-9]\d{0,5})\.pdf$/
/** Refusals of the schema itself; at an address they are no answer but nothing there. */
const REFUSALS: ReadonlySet<unknown> = new Set(['UNAUTHENTICATED', 'FORBIDDEN'])

/**
 * Receipts as PDF, `/files/receipts/<id of the assessment>.<number>.pdf`, in French with `?locale=fr`: asked
 * by the one schema, so they hold what the viewer sees there and are nothing to everybody else.
 */
export const receiptFiles = (schema: GraphQLSchema): FileSource<Context> => ({
  folder: 'receipts',
  open: async (context, name, { locale: wanted }): Promise<Download | null> => {
    const [, id = '', number = ''] = NAME.exec(name) ?? []
    if (!uuidOf('AS', id)) return null
    const locale = String(wanted).toLowerCase() === 'fr' ? 'fr' : 'en'
    const { data, errors } = await graphql({
      schema,
      source: RECEIPT,
      variableValues: { id, number: Number(number), locale: locale.toUpperCase() },
      contextValue: context,
    })
    const fault = errors?.find((error) => !isRefusal(error))
    if (fault) throw fault.originalError ?? fault
    const answer = data as unknown as ReceiptAnswer | null | undefined
    const { assessment } = answer ?? {}
    if (!answer || !assessment?.submitted) return null
    const { submitted, administration, cycle } = assessment
    // Drawing takes a while, and needs no transaction.
    await context.close()
    return {
      name: `receipt-${administration.code}-${cycle.code}-${submitted.number}-${locale}.pdf`,
      type: 'application/pdf',
      body: await renderPdf(template, printedReceipt({ ...answer, assessment }, submitted, locale)),
    }
  },
})

const isRefusal = ({ extensions }: GraphQLError) => REFUSALS.has(extensions['code'])
