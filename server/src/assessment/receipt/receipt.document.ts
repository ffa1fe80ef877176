/** What a receipt is made of, asked as anybody asks: the rules of the fields decide what is in it. */
export const RECEIPT = /* GraphQL */ `
  query Receipt($id: ID!, $number: Int!, $locale: Locale!) {
    serviceInfo {
      isDemonstration
    }
    assessment(id: $id) {
      id
      administration {
        code
        name(locale: $locale)
      }
      cycle {
        code
        name(locale: $locale)
        isDemonstration
      }
      frameworkVersion {
        code
        name(locale: $locale)
        isDemonstration
        kpis {
          code
        }
        reasonCodes {
          code
          label(locale: $locale)
        }
      }
      submitted(number: $number) {
        number
        submittedAt
        contentHash
        overallNote
        evidence {
          kind
          title
          number
          fileName
          url
          sha256
          kpiCodes
        }
        signer {
          name
          hat
          organisation(locale: $locale)
        }
        responses {
          kpiCode
          state
          value
          reasonCode
          reasonText
          publicNote
          justification
          disclosureLevel
          kpi {
            name(locale: $locale)
            unit
            decimals
          }
          checks {
            level
            message(locale: $locale)
          }
        }
      }
    }
  }
`

export interface ReceiptAnswer {
  readonly serviceInfo: { readonly isDemonstration: boolean }
  readonly assessment: ReceiptAssessment | null
}

export interface ReceiptAssessment {
  readonly id: string
  readonly administration: { readonly code: string; readonly name: string }
  readonly cycle: {
    readonly code: string
    readonly name: string
    readonly isDemonstration: boolean
  }
  readonly frameworkVersion: {
    readonly code: string
    readonly name: string
    readonly isDemonstration: boolean
    readonly kpis: readonly { readonly code: string }[]
    readonly reasonCodes: readonly { readonly code: string; readonly label: string }[]
  } | null
  readonly submitted: ReceiptSubmission | null
}

export interface ReceiptSubmission {
  readonly number: number
  readonly submittedAt: string | Date
  readonly contentHash: string
  readonly overallNote: string | null
  readonly evidence: readonly ReceiptEvidence[]
  readonly signer: {
    readonly name: string
    readonly hat: string | null
    readonly organisation: string
  } | null
  readonly responses: readonly ReceiptResponse[]
}

export interface ReceiptResponse {
  readonly kpiCode: string
  readonly state: string | null
  readonly value: string | null
  readonly reasonCode: string | null
  readonly reasonText: string | null
  readonly publicNote: string | null
  readonly justification: string | null
  readonly disclosureLevel: string | null
  readonly kpi: { readonly name: string; readonly unit: string; readonly decimals: number } | null
  readonly checks: readonly { readonly level: string; readonly message: string }[] | null
}

export interface ReceiptEvidence {
  readonly kind: 'FILE' | 'LINK'
  readonly title: string
  readonly number: number
  readonly fileName: string | null
  readonly url: string | null
  readonly sha256: string
  readonly kpiCodes: readonly string[]
}
