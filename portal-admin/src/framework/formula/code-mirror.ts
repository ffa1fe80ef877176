import {
  autocompletion,
  completionKeymap,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import { history, historyKeymap, standardKeymap } from '@codemirror/commands'
import { lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { EditorState, StateEffect, StateField, type Extension } from '@codemirror/state'
import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  keymap,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view'
import type { Place } from './difference'

/** What can be written into a formula: symbols it has, and elements that would get one. */
export interface Offered {
  readonly symbols: readonly { readonly symbol: string; readonly label: string }[]
  readonly elements: readonly { readonly code: string; readonly label: string }[]
  readonly functions: readonly { readonly name: string; readonly label: string }[]
}

export interface Problem extends Place {
  readonly message: string
}

interface Options {
  readonly nonce: string | undefined
  readonly offered: () => Offered
  /** Gives an element its symbol in the formula, a new one where it has none. */
  readonly bind: (element: string) => string
  readonly changed: (text: string) => void
  readonly attributes: Extension
}

const setAdditions = StateEffect.define<readonly Place[]>()
const addition = Decoration.mark({ class: 'cm-formula-added' })

/** What the published formula does not have; it moves along with what is typed until it is found anew. */
const additions = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const moved = marks.map(transaction.changes)
    const found = transaction.effects.find((effect) => effect.is(setAdditions))
    return found ? decorated(found.value as readonly Place[], transaction.newDoc.length) : moved
  },
  provide: (field) => EditorView.decorations.from(field),
})

const decorated = (places: readonly Place[], length: number): DecorationSet =>
  Decoration.set(
    places
      .filter(({ start, end }) => start < end && end <= length)
      .map(({ start, end }) => addition.range(start, end)),
    true,
  )

const words = new MatchDecorator({
  regexp: /[A-Z][A-Z0-9_]*(?:\[[^\]]*\])?|[a-z]+(?=\s*\()|\d+(?:\.\d+)?/g,
  decoration: ([text]) =>
    Decoration.mark({
      class: /^\d/.test(text)
        ? 'cm-formula-number'
        : /^[a-z]/.test(text)
          ? 'cm-formula-function'
          : 'cm-formula-symbol',
    }),
})
const highlighted = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = words.createDeco(view)
    }
    update(update: ViewUpdate) {
      this.decorations = words.updateDeco(update, this.decorations)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

/** Everything a formula may go on with at the cursor; offered while a name is typed, and on Ctrl+Space. */
export function completionsAt(
  context: CompletionContext,
  { symbols, elements, functions }: Offered,
  bind: (element: string) => string,
): CompletionResult | null {
  const word = context.matchBefore(/\w+/)
  if (!word && !context.explicit) return null
  if (word && /^\d/.test(word.text)) return null
  // A symbol that is there in full needs no help, unless it is asked for.
  if (!context.explicit && symbols.some(({ symbol }) => symbol === word?.text)) return null
  const options: Completion[] = [
    ...symbols.map(({ symbol, label }) => ({
      label: symbol,
      detail: label,
      type: 'variable',
      boost: 2,
    })),
    ...elements.map(({ code, label }) => ({
      label: code,
      detail: label,
      type: 'constant',
      apply: (view: EditorView, _completion: Completion, from: number, to: number) => {
        const symbol = bind(code)
        view.dispatch({
          changes: { from, to, insert: symbol },
          selection: { anchor: from + symbol.length },
        })
      },
    })),
    ...functions.map(({ name, label }) => ({
      label: name,
      detail: label,
      type: 'function',
      boost: -1,
      apply: (view: EditorView, _completion: Completion, from: number, to: number) => {
        view.dispatch({
          changes: { from, to, insert: `${name}()` },
          selection: { anchor: from + name.length + 1 },
        })
      },
    })),
  ]
  return { from: word?.from ?? context.pos, options, validFor: /^\w*$/ }
}

const theme = EditorView.theme({
  '&': { backgroundColor: 'var(--surface)', color: 'var(--text)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { padding: '0', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-formula-symbol': { color: 'var(--primary)', fontWeight: '600' },
  '.cm-formula-function': { color: 'var(--text-2)' },
  '.cm-formula-added': {
    backgroundColor: 'var(--ok-tint)',
    borderBottom: '2px solid var(--ok)',
    borderRadius: '3px',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    backgroundColor: 'var(--err-tint)',
    borderBottom: '2px solid var(--err)',
  },
  '.cm-lintPoint::after': { borderBottomColor: 'var(--err)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    border: '1px solid var(--hairline)',
    borderRadius: 'var(--radius)',
    boxShadow: 'var(--shadow-overlay)',
    fontFamily: 'var(--font)',
    fontSize: '13px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font)', maxHeight: '16em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 10px', lineHeight: '20px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--primary-tint)',
    color: 'var(--text)',
  },
  '.cm-completionLabel': { fontFamily: 'var(--mono)', fontWeight: '600' },
  '.cm-completionMatchedText': { textDecoration: 'underline' },
  '.cm-completionDetail': {
    color: 'var(--text-2)',
    fontStyle: 'normal',
    marginInlineStart: '10px',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--err)' },
  '.cm-selectionBackground': { backgroundColor: 'var(--data-2)' },
})

// F8 leads to the next error here, and to the notices everywhere else.
const errorKeymap = lintKeymap.map((binding) => ({ ...binding, stopPropagation: true }))

/** Everything the editor of a formula is made of. Tab leaves the field, as in every other. */
export function formulaExtensions(options: Options): Extension {
  return [
    options.nonce ? EditorView.cspNonce.of(options.nonce) : [],
    history(),
    EditorView.lineWrapping,
    // A formula is one line: a pasted break becomes a blank, a typed one is not taken.
    EditorView.clipboardInputFilter.of((text) => text.replace(/\s*\n\s*/g, ' ')),
    EditorState.transactionFilter.of((transaction) =>
      transaction.newDoc.lines > 1 ? [] : transaction,
    ),
    autocompletion({
      override: [(context) => completionsAt(context, options.offered(), options.bind)],
      icons: false,
      maxRenderedOptions: 60,
    }),
    keymap.of([...completionKeymap, ...errorKeymap, ...historyKeymap, ...standardKeymap]),
    highlighted,
    additions,
    theme,
    options.attributes,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.changed(update.state.doc.toString())
    }),
  ]
}

/** Marks what differs from the published formula. */
export const showAdditions = (view: EditorView, places: readonly Place[]): void =>
  view.dispatch({ effects: setAdditions.of(places) })

/** Marks errors at their exact places. */
export function showProblems(view: EditorView, problems: readonly Problem[]): void {
  const length = view.state.doc.length
  const diagnostics = problems.map(({ start, end, message }): Diagnostic => {
    const from = Math.min(start, length)
    return { from, to: Math.max(from, Math.min(end, length)), message, severity: 'error' }
  })
  view.dispatch(setDiagnostics(view.state, diagnostics))
}
