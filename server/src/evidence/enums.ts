import { registerEnumType } from 'type-graphql'

export const EvidenceKind = { FILE: 'FILE', LINK: 'LINK' } as const
export type EvidenceKind = keyof typeof EvidenceKind

export const EvidenceConfidentiality = { ORDINARY: 'ORDINARY', RESTRICTED: 'RESTRICTED' } as const
export type EvidenceConfidentiality = keyof typeof EvidenceConfidentiality

export const ScanState = { NOT_SCANNED: 'NOT_SCANNED', CLEAN: 'CLEAN' } as const
export type ScanState = keyof typeof ScanState

registerEnumType(EvidenceKind, {
  name: 'EvidenceKind',
  description: 'What a piece of evidence is.',
  valuesConfig: {
    FILE: { description: 'A file that was handed in.' },
    LINK: { description: 'An address on the web.' },
  },
})

registerEnumType(EvidenceConfidentiality, {
  name: 'EvidenceConfidentiality',
  description: 'How readers have to treat a piece of evidence.',
  valuesConfig: {
    ORDINARY: { description: 'It may be listed in reports.' },
    RESTRICTED: {
      description: 'For the readers of the assessment alone; reports and exports leave it out.',
    },
  },
})

registerEnumType(ScanState, {
  name: 'ScanState',
  description: 'Whether a file was searched for harmful programs.',
  valuesConfig: {
    NOT_SCANNED: {
      description: 'No scanner has looked at it; the administration alone can open it.',
    },
    CLEAN: { description: 'A scanner found nothing.' },
  },
})
