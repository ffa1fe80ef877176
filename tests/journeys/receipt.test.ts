import { expect, test } from 'vitest'
import { Inspector } from './people/inspector.ts'
import { Signatory } from './people/signatory.ts'
import { OLD_SESSION, openOldSession } from './old-session.ts'
import { useStage } from './stage.ts'

const stage = useStage((directory) => openOldSession(directory, 'Torun Veland', 'APPROVER'))
const SIGNATURES = '/member/assessment/submit'
let address: string

test('M9: Torun, long signed in, proves who she is, signs and keeps the receipt as a document anybody can read out', async () => {
  const torun = await Signatory.signedInWith(OLD_SESSION, stage())
  await torun.opens(SIGNATURES)
  await torun.addsNote('Checked with the treasury.')
  await torun.putsTheSignature()
  await torun.proves('not my password at all')
  await torun.seesInDialog('This is not your present password.')
  expect(await torun.readsNote()).toBe('Checked with the treasury.')
  await torun.proves('demonstration-only')
  await torun.seesHeading('Receipt')
  const hash = await torun.readsHash()
  address = await torun.readsReceiptAddress(1)
  const { name, text, ...told } = await torun.fetchesReceipt(1)

  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(name).toBe('receipt-XNO-C2024-1-en.pdf')
  expect(text).toContain(hash)
  expect(text).toContain('Torun Veland')
  expect(text).toContain('Synthetic demonstration data')
  expect(told).toMatchObject({
    title: expect.stringContaining('Receipt of submission 1'), language: 'en', isMarked: true, claimsUa1: true, hasTree: true,
  }) // prettier-ignore
})

test('M9: the same receipt is French for who works in French', async () => {
  const torun = await Signatory.named('Torun Veland', stage())
  await torun.worksInFrench()
  await torun.opens(SIGNATURES)
  const { name, text, language } = await torun.fetchesReceipt(1)

  expect([name, language]).toEqual(['receipt-XNO-C2024-1-fr.pdf', 'fr'])
  expect(text).toContain(await torun.readsHash())
})

test('somebody of another administration finds nothing at its address', async () => {
  const mariam = await Signatory.named('Mariam Selk', stage())

  expect(await mariam.tries(address)).toBe(404)
})

test('the page with the receipt puts up no barrier', async () => {
  const torun = await Inspector.as('Torun Veland', 'member', stage())

  expect(await torun.inspects(SIGNATURES)).toEqual([])
})
