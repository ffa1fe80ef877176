import { allow, deny, firstDenial, type Permission, type Viewer } from '#access'
import type { TranslationState } from '../enums'
import { canEdit, type VersionFacts } from '../policies'
import type { TermState } from './enums'

/** What the policies need to know of a translation. */
export interface TranslationFacts {
  readonly state: TranslationState
  readonly translatedBy: string | null
  /** Whether nobody else holds the role of methodology editor. */
  readonly isAlone: boolean
}

/** French is written by those who change the version. */
export const canTranslate = (viewer: Viewer, version: VersionFacts): Permission =>
  canEdit(viewer, version)

/** A translation is reviewed by another person than the translator, unless there is no other editor. */
export const canReview = (
  viewer: Viewer,
  version: VersionFacts,
  { state, translatedBy, isAlone }: TranslationFacts,
): Permission =>
  firstDenial(
    () => canEdit(viewer, version),
    () =>
      state === 'DRAFT'
        ? allow
        : deny('WRONG_STATE', 'Only a translation in draft is marked as reviewed.'),
    () =>
      translatedBy !== null && translatedBy === viewer.personId && !isAlone
        ? deny('SECOND_PERSON', 'Another person than the translator reviews a translation.')
        : allow,
  )

/** A French text that still fits its changed English may be confirmed as it is. */
export const canConfirm = (
  viewer: Viewer,
  version: VersionFacts,
  { state }: Pick<TranslationFacts, 'state'>,
): Permission =>
  firstDenial(
    () => canEdit(viewer, version),
    () =>
      state === 'OUTDATED'
        ? allow
        : deny('WRONG_STATE', 'Only an outdated translation is confirmed.'),
  )

/** What the policies need to know of a term. */
export interface TermFacts {
  readonly state: TermState
  readonly proposedBy: string | null
  readonly isAlone: boolean
}

/** The glossary is kept by the methodology editors. */
export function canKeepTerms(viewer: Viewer): Permission {
  if (viewer.hat === null) return deny('SIGN_IN_REQUIRED', 'Sign in first.')
  return viewer.hat === 'METHODOLOGY_EDITOR'
    ? allow
    : deny('WRONG_HAT', 'Only a methodology editor keeps the glossary.')
}

/** A term is approved by another person than the one who proposed it, unless there is no other editor. */
export const canApproveTerm = (
  viewer: Viewer,
  { state, proposedBy, isAlone }: TermFacts,
): Permission =>
  firstDenial(
    () => canKeepTerms(viewer),
    () => (state === 'PROPOSED' ? allow : deny('WRONG_STATE', 'Only a proposed term is approved.')),
    () =>
      proposedBy !== null && proposedBy === viewer.personId && !isAlone
        ? deny('SECOND_PERSON', 'Another person than the one who proposed the term approves it.')
        : allow,
  )
