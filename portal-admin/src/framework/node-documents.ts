import { graphql } from '../generated'

export const NodeTextsDocument = graphql(`
  query NodeTexts(
    $code: String!
    $isDimension: Boolean!
    $isOutcome: Boolean!
    $isElement: Boolean!
    $isInstrument: Boolean!
  ) {
    frameworkVersion(code: $code) {
      id
      dimensions {
        id
        code
        ...DimensionTexts_dimension @include(if: $isDimension)
        outcomes @include(if: $isOutcome) {
          id
          code
          ...OutcomeTexts_outcome
        }
      }
      dataElements @include(if: $isElement) {
        id
        code
        ...ElementTexts_element
      }
      instruments @include(if: $isInstrument) {
        id
        code
        ...InstrumentTexts_instrument
      }
      scales {
        code
      }
    }
  }
`)
export const NodeOrigin = graphql(`
  fragment NodeOrigin_provenance on Provenance {
    status
    fields
    sources
    note
  }
`)
export const NodeTranslation = graphql(`
  fragment NodeTranslation_entry on TranslationEntry {
    locale
    text
    state
  }
`)
export const DimensionTexts = graphql(`
  fragment DimensionTexts_dimension on Dimension {
    id
    version
    weight
    nameEn: name(locale: EN)
    nameFr: name(locale: FR)
    nameFrServed: nameLocale(locale: FR)
    descriptionEn: description(locale: EN)
    descriptionFr: description(locale: FR)
    descriptionFrServed: descriptionLocale(locale: FR)
    provenance {
      ...NodeOrigin_provenance
    }
    translationStatus {
      ...NodeTranslation_entry
    }
  }
`)
export const OutcomeTexts = graphql(`
  fragment OutcomeTexts_outcome on ExpectedOutcome {
    id
    version
    weight
    nameEn: name(locale: EN)
    nameFr: name(locale: FR)
    nameFrServed: nameLocale(locale: FR)
    descriptionEn: description(locale: EN)
    descriptionFr: description(locale: FR)
    descriptionFrServed: descriptionLocale(locale: FR)
    provenance {
      ...NodeOrigin_provenance
    }
    translationStatus {
      ...NodeTranslation_entry
    }
  }
`)
export const ElementTexts = graphql(`
  fragment ElementTexts_element on DataElement {
    id
    version
    valueType
    unit
    nature
    origin
    min
    max
    isInteger
    scale {
      code
    }
    nameEn: label(locale: EN)
    nameFr: label(locale: FR)
    nameFrServed: labelLocale(locale: FR)
    descriptionEn: description(locale: EN)
    descriptionFr: description(locale: FR)
    descriptionFrServed: descriptionLocale(locale: FR)
    provenance {
      ...NodeOrigin_provenance
    }
    translationStatus {
      ...NodeTranslation_entry
    }
  }
`)
export const InstrumentTexts = graphql(`
  fragment InstrumentTexts_instrument on Instrument {
    id
    version
    nameEn: name(locale: EN)
    nameFr: name(locale: FR)
    nameFrServed: nameLocale(locale: FR)
    provenance {
      ...NodeOrigin_provenance
    }
    translationStatus {
      ...NodeTranslation_entry
    }
  }
`)
