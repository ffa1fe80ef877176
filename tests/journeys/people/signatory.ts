import { SESSION_COOKIE } from '../../../server/src/door'
import { readPdf } from '../../setup/read-pdf.ts'
import type { Stage } from '../stage.ts'
import { Member } from './member.ts'
import { enterAs } from './person.ts'

const WORDS = {
  en: { receipt: (number: number) => `Receipt of submission ${number} as PDF` },
  fr: { receipt: (number: number) => `Reçu de la soumission ${number} en PDF` },
} as const

/** Somebody who answers for a submission and keeps the proof of it. */
export class Signatory extends Member {
  private words: (typeof WORDS)['en' | 'fr'] = WORDS.en

  static override async named(name: string, stage: Stage): Promise<Signatory> {
    return new Signatory(await enterAs(stage, name, 'member'))
  }

  /** Somebody who has been at work in this browser for a while. */
  static async signedInWith(token: string, stage: Stage): Promise<Signatory> {
    const window = await stage.opens()
    // The name of the cookie binds it to a secure address; this machine counts as one.
    const url = stage.origin.replace('http:', 'https:')
    await window.context.addCookies([{ name: SESSION_COOKIE, value: token, url, secure: true }])
    return new Signatory(window)
  }

  async addsNote(text: string): Promise<void> {
    await this.note.fill(text)
  }

  readsNote(): Promise<string> {
    return this.note.inputValue()
  }

  private get note() {
    return this.main.getByRole('textbox', { name: /^Note on the assessment/, includeHidden: true })
  }

  /** Gives the password in the dialog that asks who signs. */
  async proves(password: string): Promise<void> {
    const dialog = this.dialog('Confirm that it is you')
    await dialog.getByRole('textbox', { name: 'Password' }).fill(password)
    await dialog.getByRole('button', { name: 'Sign and submit' }).click()
  }

  async worksInFrench(): Promise<void> {
    await this.page.evaluate(() => localStorage.setItem('pmm.locale', 'fr'))
    this.words = WORDS.fr
  }

  /** The hash as the page shows it. */
  async readsHash(): Promise<string> {
    const hash = this.main.getByText(/^\s*[0-9a-f]{64}\s*$/).first()
    return ((await hash.textContent()) ?? '').trim()
  }

  /** Fetches the receipt by its button, and opens it with a program for documents. */
  async fetchesReceipt(number: number) {
    const link = this.main.getByRole('link', { name: this.words.receipt(number) })
    const [download] = await Promise.all([this.page.waitForEvent('download'), link.click()])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    return { name: download.suggestedFilename(), ...(await readPdf(Buffer.concat(chunks))) }
  }

  async readsReceiptAddress(number: number): Promise<string> {
    const link = this.main.getByRole('link', { name: this.words.receipt(number) })
    return (await link.getAttribute('href')) ?? ''
  }

  /** What an address of a file answers to this person. */
  async tries(address: string): Promise<number> {
    return (await this.page.request.get(address)).status()
  }
}
