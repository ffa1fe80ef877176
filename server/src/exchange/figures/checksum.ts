import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Sealing } from '#platform'
import { sealedText, type FigureBase, type FigureStamp } from './figure-file'

const NAME = 'workbook of figures'

/** Checksum that only this installation can make: what a figure was filled from cannot be made up. */
export const checksumOf = (
  sealing: Sealing,
  stamp: FigureStamp,
  bases: readonly FigureBase[],
): string =>
  createHmac('sha256', sealing.derive(NAME)).update(sealedText(stamp, bases)).digest('hex')

export function isOurs(
  sealing: Sealing,
  file: { readonly stamp: FigureStamp; readonly bases: readonly FigureBase[]; readonly checksum: string }, // prettier-ignore
): boolean {
  const made = Buffer.from(checksumOf(sealing, file.stamp, file.bases))
  const told = Buffer.from(file.checksum)
  return made.length === told.length && timingSafeEqual(made, told)
}
