import { useQuery } from '@pmm/portal-kit'
import { computed } from 'vue'
import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'
import type { VersionTexts } from '../version-texts'

const VersionTextsDocument = graphql(`
  query VersionTexts($code: String!) {
    frameworkVersion(code: $code) {
      id
      version
      status
      nameEn: name(locale: EN)
      nameFr: name(locale: FR)
      nameFrServed: nameLocale(locale: FR)
      changeNotesEn: changeNotes(locale: EN)
      changeNotesFr: changeNotes(locale: FR)
      changeNotesFrServed: changeNotesLocale(locale: FR)
      internalNotes
      dryRun {
        isCurrent
        createdAt
        logEn: changeLog(locale: EN)
        logFr: changeLog(locale: FR)
      }
    }
  }
`)
const UpdateDocument = graphql(`
  mutation FrameworkVersionUpdate($input: FrameworkVersionUpdateInput!) {
    frameworkVersionUpdate(input: $input) {
      frameworkVersion {
        id
        version
      }
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

/** The texts of a version itself: read as they are saved, and saved as they are typed. */
export function useVersionTexts(code: () => string) {
  const query = useQuery(VersionTextsDocument, {
    variables: () => ({ code: code() }),
    fetchPolicy: 'network-only',
  })
  const version = computed(() => query.retained.value?.frameworkVersion)
  const saved = computed<VersionTexts | null>(() => {
    const shown = version.value
    if (!shown) return null
    // A missing French text is an empty field, not the English one that is served in its place.
    return {
      nameEn: shown.nameEn,
      nameFr: shown.nameFrServed === 'FR' ? shown.nameFr : '',
      changeNotesEn: shown.changeNotesEn ?? '',
      changeNotesFr: shown.changeNotesFrServed === 'FR' ? (shown.changeNotesFr ?? '') : '',
      internalNotes: shown.internalNotes ?? '',
    }
  })
  const update = useCommand(UpdateDocument, {
    problems: (data) => data.frameworkVersionUpdate.problems,
    refetch: ['EditorTree'],
  })
  return { query, version, saved, update }
}
