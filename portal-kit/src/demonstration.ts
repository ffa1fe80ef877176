/**
 * Whether this installation shows invented data. The server says so in a meta element; while it says nothing the
 * strip is shown, because an unmarked demonstration is worse than a marked live system.
 */
export function isDemonstration(): boolean {
  const content = document.querySelector<HTMLMetaElement>('meta[name="pmm-demonstration"]')?.content
  return content !== 'no'
}
