import { graphql } from '../generated'

/** A version as the tree of the editor shows it. */
export const EditorTreeDocument = graphql(`
  query EditorTree($code: String!, $locale: Locale!) {
    frameworkVersion(code: $code) {
      id
      code
      status
      name(locale: $locale)
      baseVersion {
        id
        code
        name(locale: $locale)
        kpis {
          id
          code
          name(locale: $locale)
          outcome {
            id
            code
          }
        }
      }
      dimensions {
        id
        code
        version
        weight
        name(locale: $locale)
        outcomes {
          id
          code
          version
          weight
          name(locale: $locale)
          kpis {
            id
            code
            version
            isScored
            name(locale: $locale)
            relation
            ancestors {
              changedFields
            }
            ancestor {
              id
            }
          }
        }
        ...FrameworkTree_dimensions
      }
      dataElements {
        id
        code
        version
        label(locale: $locale)
        frenchLabel: labelLocale(locale: FR)
        unit
        ...ElementList_elements
      }
      instruments {
        id
        code
        version
        name(locale: $locale)
      }
      scales {
        code
      }
      undoableChange {
        id
        nodeCode
        action
      }
      viewerCan {
        edit {
          allowed
          code
          reason
        }
      }
    }
  }
`)
