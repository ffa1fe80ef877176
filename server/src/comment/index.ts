/**
 * What people say at a KPI or a data element: inside one administration, or between an administration and the
 * secretariat. Two circles, two tables, and no way from one to the other.
 */
import { CommentAdd } from './add'
import { InternalCommentAdd } from './add-internal'
import {
  AssessmentComments,
  CommentFields,
  CommentPayloadFields,
  InternalCommentFields,
} from './comment.query'
import { CommentEdit } from './edit'
import { CommentRemove } from './remove'
import { CommentReopen } from './reopen'
import { CommentResolve } from './resolve'

/** What this noun adds to the schema. */
export const commentResolvers = [
  AssessmentComments,
  InternalCommentFields,
  CommentFields,
  CommentPayloadFields,
  InternalCommentAdd,
  CommentAdd,
  CommentEdit,
  CommentRemove,
  CommentResolve,
  CommentReopen,
]
