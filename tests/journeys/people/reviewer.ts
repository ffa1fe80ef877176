import type { Stage } from '../stage.ts'
import { Person, enterAs } from './person.ts'

export interface Judgement {
  readonly kpi: string
  /** Left out where the reviewer agrees with the administration. */
  readonly value?: string
  readonly confidence: 'Low' | 'Medium' | 'High'
  readonly reason?: string
}

export interface NewFinding {
  readonly kpi: string
  readonly kind: 'Strength' | 'Gap' | 'Data quality' | 'Question'
  readonly severity: 'Minor' | 'Moderate' | 'Major'
  readonly text: string
  readonly citation: string
}

/** Somebody of a review team, in the workspace of reviewers. */
export class Reviewer extends Person {
  static async named(name: string, stage: Stage): Promise<Reviewer> {
    return new Reviewer(await enterAs(stage, name, 'member'))
  }

  async opensAssignments(): Promise<void> {
    await this.opens('/member/review/assignments')
  }

  async seesAssignment(administration: string): Promise<void> {
    await this.assignment(administration).waitFor()
  }

  async hasAssignment(administration: string): Promise<boolean> {
    return (await this.assignment(administration).count()) > 0
  }

  /** Address of the review, as somebody else may try it; known from the way to the declaration. */
  async beginsDeclaration(administration: string): Promise<string> {
    await this.opensAssignments()
    await this.assignment(administration)
      .getByRole('link', { name: 'Declare about conflicts' })
      .click()
    await this.seesHeading('Declaration about conflicts of interest')
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
  }

  async triesTheDesk(review: string): Promise<void> {
    await this.page.goto(`/member/review/desk/${review}`)
  }

  async declaresNoConflict(): Promise<void> {
    await this.main.getByRole('radio', { name: /^I have no conflict of interest/ }).check()
    await this.presses('Sign the declaration')
    await this.seesHeading(/^Review of /)
  }

  async declaresConflict(what: string): Promise<void> {
    await this.main.getByRole('radio', { name: /^A conflict of interest exists/ }).check()
    await this.main.getByRole('textbox').fill(what)
    await this.presses('Sign the declaration')
    await this.seesHeading('Thank you for saying so')
  }

  async opensReview(review: string): Promise<void> {
    await this.page.goto(`/member/review/report/${review}`)
    await this.seesHeading(/^Review of /)
  }

  async opensTheDesk(administration: string, kpi: string): Promise<void> {
    await this.opensAssignments()
    await this.assignment(administration)
      .getByRole('link', { name: 'Open the review desk' })
      .click()
    await this.own.waitFor()
    const [, review = ''] = /\/desk\/([^/]+)/.exec(this.page.url()) ?? []
    await this.turnsTo(review, kpi)
  }

  async turnsTo(review: string, kpi: string): Promise<void> {
    await this.page.goto(`/member/review/desk/${review}/${kpi}`)
    await this.own.waitFor()
  }

  /** The administration's value as the desk shows it. */
  async readsMembersValue(): Promise<string> {
    return this.main.getByRole('article').getByRole('definition').first().innerText()
  }

  async judges(review: string, { kpi, value, confidence, reason }: Judgement): Promise<void> {
    await this.turnsTo(review, kpi)
    const form = this.own
    await form.getByRole('button', { name: value ? /^Differ/ : /^Agree/ }).click()
    if (value) await form.getByRole('textbox', { name: 'Own value' }).fill(value)
    await form.getByText(confidence, { exact: true }).click()
    if (reason) await form.getByRole('textbox', { name: /^Reason/ }).fill(reason)
    await form.getByRole('button', { name: 'Record judgement' }).click()
    await form.getByText(/^Recorded on /).waitFor()
  }

  async seesOwn(text: string | RegExp): Promise<void> {
    await this.own.getByText(text).first().waitFor()
  }

  async readsOwn(text: string): Promise<boolean> {
    return (await this.own.getByText(text).count()) > 0
  }

  async drafts(review: string, finding: NewFinding): Promise<void> {
    await this.turnsTo(review, finding.kpi)
    await this.own.getByRole('button', { name: 'Add finding' }).click()
    await this.own.getByText(finding.kind, { exact: true }).click()
    await this.own.getByText(finding.severity, { exact: true }).click()
    await this.own.getByRole('textbox', { name: 'Text' }).fill(finding.text)
    await this.own.getByRole('textbox', { name: /^Citation/ }).fill(finding.citation)
    await this.own.getByRole('region', { name: 'Findings' }).getByText('Keep draft').click()
    await this.seesOwn('Draft, yours alone')
  }

  async sendsTheFinding(): Promise<void> {
    await this.own.getByRole('button', { name: 'Send to the team' }).click()
    await this.own.getByRole('button', { name: 'Correct', exact: true }).waitFor()
  }

  async recordsConsensus(review: string, kpi: string, value: string, note: string): Promise<void> {
    await this.turnsTo(review, kpi)
    await this.own.getByRole('button', { name: 'Record consensus' }).click()
    await this.own.getByText('Another value', { exact: true }).click()
    await this.own.getByRole('textbox', { name: 'Agreed value' }).fill(value)
    await this.own.getByRole('textbox', { name: 'How the team came to it' }).fill(note)
    await this.own.getByRole('button', { name: 'Save consensus' }).click()
    await this.seesOwn(`Consensus: ${value}.`)
  }

  async starts(review: string): Promise<void> {
    await this.opensReview(review)
    await this.presses('Start')
    await this.seesStatus('In progress')
  }

  async triesToShare(review: string, dueOn: string): Promise<void> {
    await this.opensReview(review)
    await this.main.getByLabel('Answers due on').fill(dueOn)
    await this.presses('Share with the administration')
  }

  /** The whole list a refusal brings. */
  async readsRefusal(): Promise<string[]> {
    const refusal = this.main.getByRole('alert')
    await refusal.waitFor()
    return refusal.getByRole('listitem').allInnerTexts()
  }

  async resolves(finding: string, outcome: 'Upheld' | 'Amended' | 'Dropped', why: string) {
    const item = this.main.getByRole('listitem').filter({ hasText: finding })
    await item.getByRole('button', { name: 'Resolve' }).click()
    await item.getByText(outcome, { exact: true }).click()
    await item.getByRole('textbox', { name: 'Why' }).fill(why)
    await item.getByRole('button', { name: 'Save resolution' }).click()
    await item.getByText(why).waitFor()
    await item.getByRole('button', { name: 'Change resolution' }).waitFor()
  }

  async proposesConclusion(text: string): Promise<void> {
    await this.main.getByRole('textbox', { name: 'Conclusion' }).fill(text)
    await this.presses('Propose conclusion')
  }

  private get own() {
    return this.main.getByRole('complementary', { name: 'Your judgement' })
  }

  private assignment(administration: string) {
    return this.main
      .locator('section')
      .filter({ has: this.page.getByRole('heading', { name: administration, exact: true }) })
  }
}
