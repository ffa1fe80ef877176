import { unit } from './prng.ts'
import type { Locale, MemberInput } from './world.ts'

const FRENCH: Readonly<Record<string, number>> = {
  WCA: 0.7,
  MENA: 0.4,
  ESA: 0.2,
  EUR: 0.12,
  AMS: 0.08,
  AP: 0.05,
}
/** The administrations shown in English tours write English, one of the reviewers' homes French. */
const KNOWN: Readonly<Record<string, Locale>> = {
  XAL: 'en',
  XOR: 'en',
  XSO: 'en',
  XPE: 'en',
  XWE: 'en',
  XHE: 'en',
  XNO: 'en',
  XJO: 'fr',
  XVA: 'fr',
}

/** The language in which an administration writes its reasons and comments. */
export const languageOf = ({ code, region }: MemberInput): Locale =>
  KNOWN[code] ?? (unit('language', code) < (FRENCH[region] ?? 0) ? 'fr' : 'en')
