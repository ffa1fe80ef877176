/** What a spreadsheet program would take for a formula or a command when the cell is edited. */
const ACTIVE = /^'*[=+\-@\t\r]/
const MARKED = /^'+[=+\-@\t\r]/

/** A text as it may stand in a cell: an apostrophe before what could act. */
export const neutral = (text: string): string => (ACTIVE.test(text) ? `'${text}` : text)

/** The text behind a cell that `neutral` wrote. */
export const plain = (text: string): string => (MARKED.test(text) ? text.slice(1) : text)
