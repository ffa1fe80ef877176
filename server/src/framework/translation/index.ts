import { TranslationPackageCheck } from './package/check'
import { TranslationPackageImport } from './package/import'
import { FrameworkTermApprove } from './term-approve'
import { FrameworkTermPayloadFields, FrameworkTermQuery } from './term.query'
import { FrameworkTermRemove } from './term-remove'
import { FrameworkTermSave } from './term-save'
import { TranslationReview } from './review'
import { TranslationSave } from './save'
import { TranslationFields, VersionTranslations } from './translation.query'

export { translationPackages } from './package/source'

/** Translations of the texts of a version, and the glossary they follow. */
export const translationResolvers = [
  VersionTranslations,
  TranslationFields,
  TranslationSave,
  TranslationReview,
  TranslationPackageCheck,
  TranslationPackageImport,
  FrameworkTermQuery,
  FrameworkTermPayloadFields,
  FrameworkTermSave,
  FrameworkTermApprove,
  FrameworkTermRemove,
]
