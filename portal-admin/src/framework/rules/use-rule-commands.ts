import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const CreateDocument = graphql(`
  mutation ValidationRuleCreate($input: ValidationRuleCreateInput!) {
    validationRuleCreate(input: $input) {
      validationRule {
        id
        version
        code
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
const UpdateDocument = graphql(`
  mutation ValidationRuleUpdate($input: ValidationRuleUpdateInput!) {
    validationRuleUpdate(input: $input) {
      validationRule {
        id
        version
        code
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
const RemoveDocument = graphql(`
  mutation ValidationRuleRemove($input: ValidationRuleRemoveInput!) {
    validationRuleRemove(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

/** Adds, changes and removes validation rules of a draft. */
export function useRuleCommands() {
  return {
    create: useCommand(CreateDocument, { problems: (data) => data.validationRuleCreate.problems }),
    update: useCommand(UpdateDocument, { problems: (data) => data.validationRuleUpdate.problems }),
    remove: useCommand(RemoveDocument, { problems: (data) => data.validationRuleRemove.problems }),
  }
}
