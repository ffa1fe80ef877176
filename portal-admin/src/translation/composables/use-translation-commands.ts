import { computed } from 'vue'
import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const SaveDocument = graphql(`
  mutation TranslationSave($input: TranslationSaveInput!) {
    translationSave(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)
const ReviewDocument = graphql(`
  mutation TranslationsReview($input: TranslationsInput!) {
    translationsReview(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)
const ConfirmDocument = graphql(`
  mutation TranslationsConfirm($input: TranslationsInput!) {
    translationsConfirm(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

/** What is done to translations of a draft: written, reviewed by a second person, confirmed as still right. */
export function useTranslationCommands() {
  const save = useCommand(SaveDocument, { problems: (data) => data.translationSave.problems })
  const review = useCommand(ReviewDocument, {
    problems: (data) => data.translationsReview.problems,
  })
  const confirm = useCommand(ConfirmDocument, {
    problems: (data) => data.translationsConfirm.problems,
  })
  const all = [save, review, confirm]
  return {
    save: save.run,
    review: review.run,
    confirm: confirm.run,
    busy: computed(() => all.some(({ busy }) => busy.value)),
    problems: computed(() => all.flatMap(({ problems }) => problems.value)),
    failure: computed(() => all.map(({ failure }) => failure.value).find(Boolean) ?? null),
    clear: () => all.forEach((command) => command.clear()),
  }
}
