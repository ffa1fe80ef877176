/** A share from 0 to 1 as percent, by moving the point in the text: "0.673" gives "67.3". */
export function inPercent(share: string): string {
  const [whole = '', fraction = ''] = share.split('.')
  const digits = fraction.padEnd(2, '0')
  const units = `${whole}${digits.slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, '$1')
  return digits.length > 2 ? `${units}.${digits.slice(2)}` : units
}
