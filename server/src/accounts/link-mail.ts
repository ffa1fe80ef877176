import type { Mail } from '#platform'
import type { Locale } from './locale'

type Language = 'en' | 'fr'

/** Words of a mail that carries one link, by language; `{name}` stands for a fact. */
export type LinkTemplate = Readonly<
  Record<
    Language,
    {
      readonly subject: string
      /** Paragraphs above the link. */
      readonly before: readonly string[]
      /** Paragraphs under it, such as how long it works. */
      readonly after: readonly string[]
    }
  >
>

export interface LinkMail {
  /** Mail address of the one person it is for. */
  readonly to: string
  /** Language of the recipient. */
  readonly locale: Locale
  readonly template: LinkTemplate
  /** As made by `linkTo`. */
  readonly link: string
  /** What the words name: people, organisations, roles. Never a figure of an assessment. */
  readonly facts?: Readonly<Record<string, string>>
}

/** A mail in the language of its recipient, the link on a line of its own. */
export function linkMail({ to, locale, template, link, facts = {} }: LinkMail): Mail {
  const language: Language = locale === 'FR' ? 'fr' : 'en'
  const { subject, before, after } = template[language]
  const worded = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
  const paragraphs = [...before.map(worded), link, ...after.map(worded), SIGNATURE[language]]
  return { to, language, subject: worded(subject), text: `${paragraphs.join('\n\n')}\n` }
}

/**
 * Address of a page that needs a secret. It stands after the `#`, which browsers send to nobody: not to
 * the server, its log or a proxy, nor to a page that is linked from there.
 */
export const linkTo = (origin: string, portal: 'member' | 'admin', page: string, token: string) =>
  `${origin}/${portal}/${page}#${token}`

const SIGNATURE: Readonly<Record<Language, string>> = {
  en: 'PMM Platform. This message was sent by a program; nobody reads the answers to it.',
  fr: 'Plateforme MMP. Ce message est envoyé par un programme ; personne ne lit les réponses.',
}
