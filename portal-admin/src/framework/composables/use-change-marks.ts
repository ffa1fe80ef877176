import { useQuery } from '@pmm/portal-kit'
import { computed } from 'vue'
import { graphql, readFragment } from '../../generated'
import { changeMarks } from '../change-marks'

const ChangeMarksDocument = graphql(`
  query ChangeMarks($code: String!) {
    frameworkVersion(code: $code) {
      id
      ...ChangeMarks_version
      baseVersion {
        id
        ...ChangeMarks_version
      }
    }
  }
`)
const ChangeMarksVersion = graphql(`
  fragment ChangeMarks_version on FrameworkVersion {
    dimensions {
      id
      code
      weight
      nameEn: name(locale: EN)
      nameFr: name(locale: FR)
      descriptionEn: description(locale: EN)
      descriptionFr: description(locale: FR)
      outcomes {
        id
        code
        weight
        nameEn: name(locale: EN)
        nameFr: name(locale: FR)
        descriptionEn: description(locale: EN)
        descriptionFr: description(locale: FR)
      }
    }
    dataElements {
      id
      code
      unit
      valueType
      nature
      origin
      min
      max
      isInteger
      nameEn: label(locale: EN)
      nameFr: label(locale: FR)
      descriptionEn: description(locale: EN)
      descriptionFr: description(locale: FR)
    }
  }
`)

/** Marks of what differs from the version a draft was copied from, KPIs apart: these know their relation. */
export function useChangeMarks(code: () => string) {
  const query = useQuery(ChangeMarksDocument, {
    variables: () => ({ code: code() }),
    fetchPolicy: 'cache-and-network',
  })
  const marks = computed(() => {
    const version = query.retained.value?.frameworkVersion
    if (!version?.baseVersion) return new Map<string, never>()
    return changeMarks(
      readFragment(ChangeMarksVersion, version),
      readFragment(ChangeMarksVersion, version.baseVersion),
    )
  })
  return { marks, refetch: query.refetch }
}
