import { useCommand } from '../../wording/use-command'
import { MappingsRemoveDocument, MappingsSetDocument } from '../documents'

/** Setting and removing mappings: one, a row or a column. */
export const useMappingCommands = () => ({
  set: useCommand(MappingsSetDocument, { problems: (data) => data.outcomeMappingsSet.problems }),
  remove: useCommand(MappingsRemoveDocument, {
    problems: (data) => data.outcomeMappingsRemove.problems,
  }),
})
