/** Whether a text is an address of the web: anything else would run or read something when it is followed. */
export function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && ['https:', 'http:'].includes(url.protocol)
}
