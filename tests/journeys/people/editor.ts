import { expect } from 'vitest'
import type { Stage } from '../stage.ts'
import { Person, enterAs } from './person.ts'

export interface NewDraft {
  /** Code of the version it develops; the newest where none is given. */
  readonly base?: string
  readonly code: string
  readonly name: string
  readonly french: string
  readonly notes: string
  readonly frenchNotes: string
}

export interface Decision {
  readonly session: string
  readonly decidedOn: string
  readonly document: string
}

/** Somebody who works on framework versions in the secretariat portal. */
export class Editor extends Person {
  static async named(name: string, stage: Stage): Promise<Editor> {
    return new Editor(await enterAs(stage, name, 'admin'))
  }

  async beginsDraft(draft: NewDraft): Promise<void> {
    await this.opens('/admin/versions')
    await this.presses('New draft')
    const dialog = this.dialog('Begin a new draft')
    if (draft.base) {
      const bases = dialog.getByRole('combobox').first()
      const labels = await bases.locator('option').allInnerTexts()
      await bases.selectOption({
        label: labels.find((label) => label.includes(draft.base!))!.trim(),
      })
    }
    await dialog.getByRole('textbox', { name: 'Code' }).fill(draft.code)
    await dialog.getByRole('textbox', { name: 'Name, English' }).fill(draft.name)
    await dialog.getByRole('textbox', { name: 'Name, French' }).fill(draft.french)
    await dialog.getByRole('textbox', { name: 'What is to change, English' }).fill(draft.notes)
    await dialog.getByRole('textbox', { name: 'What is to change, French' }).fill(draft.frenchNotes)
    await dialog.getByRole('button', { name: 'Begin draft' }).click()
    await this.seesHeading(draft.name)
  }

  async opensVersion(code: string): Promise<void> {
    await this.opens(`/admin/versions/${code}`)
  }

  async turnsTo(version: string, kpi: string, name: string): Promise<void> {
    await this.page.goto(`/admin/versions/${version}/kpis/${kpi}`)
    await this.seesHeading(name)
  }

  async turnsToTexts(
    version: string,
    kind: 'dimension' | 'outcome' | 'element',
    code: string,
  ): Promise<void> {
    await this.page.goto(`/admin/versions/${version}/${kind}/${code}`)
    await this.main.getByRole('heading', { level: 1 }).first().waitFor()
  }

  async readsText(field: string, text: string): Promise<void> {
    await expect.poll(() => this.main.getByRole('textbox', { name: field }).inputValue()).toBe(text)
  }

  async choosesPart(
    part:
      'Text' | 'Measurement' | 'Formula' | 'Scoring' | 'Mappings' | 'Guidance' | 'Place and origin',
  ): Promise<void> {
    await this.main.getByRole('tab', { name: part }).click()
  }

  async words(text: string, english: string): Promise<void> {
    await this.main.getByRole('textbox', { name: `${text}, English` }).fill(english)
  }

  async wordsInFrench(text: string, french: string): Promise<void> {
    await this.main.getByRole('textbox', { name: `${text}, French` }).fill(french)
  }

  async writesFormula(formula: string): Promise<void> {
    await this.formula.fill(formula)
  }

  async seesErrorAt(message: string, place: string): Promise<void> {
    const line = this.main.getByRole('paragraph').filter({ hasText: message })
    await line.getByText(place, { exact: true }).waitFor()
  }

  async addsSample(figures: Readonly<Record<string, string>>, expected: string): Promise<void> {
    await this.presses('Add sample')
    for (const [symbol, figure] of Object.entries(figures)) {
      await this.main.getByRole('textbox', { name: `${symbol} in Sample 1` }).fill(figure)
    }
    await this.expects(expected)
  }

  async expects(value: string): Promise<void> {
    await this.main.getByRole('textbox', { name: 'Expected value of Sample 1' }).fill(value)
  }

  async saves(): Promise<void> {
    await this.presses('Save')
    await this.page.getByText(/^Draft saved, /).waitFor()
  }

  /** Keeps the series of a KPI whose formula changed, from the panel that tells what the change costs. */
  async storesConversion(formula: string): Promise<void> {
    await this.presses('Add conversion')
    const dialog = this.dialog(/^Keep the series of /)
    await dialog.getByRole('textbox', { name: 'Conversion' }).fill(formula)
    await dialog.getByRole('button', { name: 'Store conversion' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async triesToSave(): Promise<void> {
    await this.presses('Save')
  }

  async triesToSubmit(): Promise<void> {
    await this.presses('Submit for review')
    await this.confirms('Submit this draft for review?', 'Submit for review')
  }

  async submits(): Promise<void> {
    await this.triesToSubmit()
    await this.dialog('Submit this draft for review?').waitFor({ state: 'hidden' })
    await this.seesStatus('In review')
  }

  async remarks(kpi: string, text: string): Promise<void> {
    await this.main.getByRole('textbox', { name: 'New remark' }).fill(text)
    await this.main.getByRole('textbox', { name: /^Code of the entry meant/ }).fill(kpi)
    await this.presses('Add remark')
    await this.sees(text)
  }

  async approves({ session, decidedOn, document }: Decision): Promise<void> {
    await this.presses('Approve')
    const dialog = this.dialog('Approve this version for the PMMPT?')
    await dialog.getByRole('textbox', { name: 'Session' }).fill(session)
    await dialog.getByLabel('Day of the decision').fill(decidedOn)
    await dialog.getByRole('textbox', { name: /^Document/ }).fill(document)
    await dialog.getByRole('button', { name: 'Approve' }).click()
  }

  async triesToPublish(waiver: string): Promise<void> {
    await this.presses('Publish and seal')
    await this.dialog('Publish this version?')
      .getByRole('textbox', { name: 'Why the Council need not endorse it' })
      .fill(waiver)
    await this.confirms('Publish this version?', 'Publish and seal')
  }

  /** Whether anything on the page could be typed over, ticked or chosen, but to search, filter and try. */
  async canChangeSomething(): Promise<boolean> {
    const fields = this.main.locator('input, textarea, select').and(this.main.locator(':enabled'))
    // Counted at one moment: the fields of a tab may come while they are counted.
    const open = await fields.evaluateAll((all) => {
      const harmless = ['Changed only', 'Values to try']
      const nameOf = (each: HTMLInputElement) =>
        each.getAttribute('aria-label') ?? each.labels?.[0]?.textContent ?? ''
      return (all as HTMLInputElement[]).filter(
        (each) => each.type !== 'search' && !harmless.includes(nameOf(each).trim()),
      ).length
    })
    return open > 0 || (await this.finds('button', 'Save'))
  }

  private get formula() {
    return this.main.getByRole('textbox', { name: /^Formula, / })
  }

  private async confirms(title: string, verb: string): Promise<void> {
    await this.dialog(title).getByRole('button', { name: verb }).click()
  }
}
