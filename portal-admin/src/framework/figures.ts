/** A typed figure as the server takes it; null while it is no plain decimal. */
export const asDecimal = (text: string | null): string | null =>
  text !== null && /^-?(0|[1-9]\d{0,29})(\.\d{1,20})?$/.test(text.trim()) ? text.trim() : null
