import type {
  ReceiptAnswer,
  ReceiptAssessment,
  ReceiptEvidence,
  ReceiptResponse,
  ReceiptSubmission,
} from './receipt.document'
import { WORDS, filled, type ReceiptLocale, type ReceiptWords } from './words'

/** What the template prints: texts and their places, nothing that is read as markup. */
export interface PrintedReceipt {
  readonly lang: ReceiptLocale
  readonly title: string
  readonly subject: string
  readonly demonstration: { readonly long: string; readonly short: string } | null
  readonly page: string
  readonly colon: string
  readonly reduced: string
  readonly facts: readonly Fact[]
  readonly counts: { readonly title: string; readonly facts: readonly Fact[] }
  readonly answers: {
    readonly title: string
    readonly head: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
  readonly lists: readonly PrintedList[]
  readonly verify: { readonly title: string; readonly steps: readonly string[] }
}

interface PrintedList {
  readonly title: string
  /** What stands there when there are no rows. */
  readonly none: string
  readonly rows: readonly { readonly name: string; readonly lines: readonly string[] }[]
}

type Fact = readonly [label: string, value: string]

const TAGS = { en: 'en-GB', fr: 'fr' } as const
const LEVELS = ['NATIONAL', 'WCO', 'PUBLIC'] as const

export function printedReceipt(
  { serviceInfo, assessment }: ReceiptAnswer & { readonly assessment: ReceiptAssessment },
  submission: ReceiptSubmission,
  locale: ReceiptLocale,
): PrintedReceipt {
  const words = WORDS[locale]
  const { administration, cycle, frameworkVersion } = assessment
  const { number, responses, signer } = submission
  const isInvented =
    serviceInfo.isDemonstration || cycle.isDemonstration || frameworkVersion?.isDemonstration
  const title = filled(words.title, { number })
  const coded = ({ name, code }: { name: string; code: string }) => `${name} (${code})`
  return {
    lang: locale,
    title: `${title} – ${administration.name}`,
    subject: title,
    demonstration: isInvented
      ? { long: filled(words.demonstration, {}), short: words.demonstrationShort }
      : null,
    page: words.page,
    colon: words.colon,
    reduced: filled(words.reduced, {}),
    facts: [
      [words.administration, coded(administration)],
      [words.cycle, coded(cycle)],
      [words.framework, frameworkVersion ? coded(frameworkVersion) : words.withheld],
      [words.submission, String(number)],
      [words.signer, signer ? `${signer.name}, ${signer.organisation}` : words.nobody],
      [words.role, (signer?.hat && words.hats[signer.hat]) || words.nobody],
      [words.time, timeOf(submission.submittedAt, locale)],
      [words.hash, submission.contentHash],
    ],
    counts: { title: words.counts, facts: countsOf(assessment, responses, words) },
    answers: {
      title: words.answers,
      head: words.head,
      rows: responses.map((response) => [
        response.kpiCode,
        response.kpi?.name ?? '',
        answerOf(response, reasonsOf(assessment), locale),
        levelOf(response, words),
      ]),
    },
    lists: [
      notesOf(submission, words),
      warningsOf(responses, words),
      evidenceOf(submission, words, locale),
    ],
    verify: {
      title: words.verify,
      steps: words.steps.map((step) => filled(step, { number, id: assessment.id })),
    },
  }
}

const nameOf = ({ kpiCode, kpi }: ReceiptResponse): string =>
  [kpiCode, kpi?.name].filter(Boolean).join(' ')

const notesOf = (
  { overallNote, responses }: ReceiptSubmission,
  words: ReceiptWords,
): PrintedList => ({
  title: words.notes,
  none: words.noNotes,
  rows: [
    ...(overallNote ? [{ name: words.overall, lines: [overallNote] }] : []),
    ...responses.flatMap((response) =>
      response.publicNote ? [{ name: nameOf(response), lines: [response.publicNote] }] : [],
    ),
  ],
})

const warningsOf = (responses: readonly ReceiptResponse[], words: ReceiptWords): PrintedList => ({
  title: words.warnings,
  none: words.noWarnings,
  rows: responses.filter(isJustified).map((response) => ({
    name: nameOf(response),
    lines: [
      ...(response.checks ?? [])
        .filter(({ level }) => level === 'WARN')
        .map(({ message }) => message),
      filled(words.justification, { text: response.justification ?? '' }),
    ],
  })),
})

const evidenceOf = (
  { evidence }: ReceiptSubmission,
  words: ReceiptWords,
  locale: ReceiptLocale,
): PrintedList => ({
  title: words.evidence,
  none: words.noEvidence,
  rows: evidence.map((item) => ({
    name: item.title,
    lines: [
      placeOf(item, words),
      filled(words.revision, {
        number: item.number,
        kpis: new Intl.ListFormat(TAGS[locale]).format(item.kpiCodes),
      }),
      filled(words.sha256, { hash: item.sha256 }),
    ],
  })),
})

// What the member does not share with the reader is named without its file or address.
const placeOf = ({ kind, fileName, url }: ReceiptEvidence, words: ReceiptWords): string =>
  kind === 'FILE'
    ? filled(words.file, { name: fileName ?? words.withheld })
    : filled(words.link, { address: url ?? words.withheld })

const isJustified = ({ justification }: ReceiptResponse) => Boolean(justification)

const reasonsOf = ({ frameworkVersion }: ReceiptAssessment): ReadonlyMap<string, string> =>
  new Map(frameworkVersion?.reasonCodes.map(({ code, label }) => [code, label]))

function countsOf(
  { frameworkVersion }: ReceiptAssessment,
  responses: readonly ReceiptResponse[],
  words: ReceiptWords,
): readonly Fact[] {
  const all = frameworkVersion?.kpis.length ?? responses.length
  const count = (fits: (response: ReceiptResponse) => boolean) =>
    String(responses.filter(fits).length)
  const hasReason = ({ reasonCode, reasonText }: ReceiptResponse) => Boolean(reasonCode ?? reasonText) // prettier-ignore
  const isWithout = ({ state }: ReceiptResponse) => state !== 'REPORTED'
  const shown = responses.length
  return [
    [words.kpis, shown < all ? filled(words.partial, { shown, all }) : String(shown)],
    [words.answered, count(({ state }) => state === 'REPORTED')],
    [words.reasoned, count((each) => isWithout(each) && hasReason(each))],
    [words.unreasoned, count((each) => isWithout(each) && !hasReason(each))],
    [words.justified, count(isJustified)],
    ...LEVELS.map((level): Fact => [
      filled(words.level, { level: words.levels[level]! }),
      count(({ disclosureLevel }) => disclosureLevel === level),
    ]),
  ]
}

const levelOf = ({ disclosureLevel }: ReceiptResponse, words: ReceiptWords): string =>
  (disclosureLevel && words.levels[disclosureLevel]) ?? words.withheld

function answerOf(
  { state, value, reasonCode, reasonText, kpi }: ReceiptResponse,
  reasons: ReadonlyMap<string, string>,
  locale: ReceiptLocale,
): string {
  const words = WORDS[locale]
  if (state === 'REPORTED' && value !== null) return written(value, kpi, locale)
  const why = [reasonCode && (reasons.get(reasonCode) ?? reasonCode), reasonText]
    .filter(Boolean)
    .join('\n')
  const label = (state && words.state[state]) ?? words.none
  return why === '' ? label : filled(words.labelled, { label, text: why })
}

function written(value: string, kpi: ReceiptResponse['kpi'], locale: ReceiptLocale): string {
  const words = WORDS[locale]
  const unit = kpi?.unit ?? ''
  if (unit === 'yes/no') return Number(value) === 0 ? words.no : words.yes
  const digits = kpi?.decimals ?? /\.(\d+)/.exec(value)?.[1]?.length ?? 0
  // Given as text, so that no digit is lost to a floating-point number.
  const plain = new Intl.NumberFormat(TAGS[locale], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value as unknown as number)
  const number = plain.replace('-', '\u2212')
  if (unit === 'level 0-4') return filled(words.of4, { value: number })
  if (unit === '' || unit === 'count') return number
  return `${number}\u00a0${words.units[unit] ?? unit}`
}

const timeOf = (at: string | Date, locale: ReceiptLocale): string =>
  `${new Intl.DateTimeFormat(TAGS[locale], { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' }).format(new Date(at))} UTC`
