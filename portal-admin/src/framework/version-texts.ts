/** The texts of a version itself, as the editor holds them. */
export interface VersionTexts {
  nameEn: string
  nameFr: string
  changeNotesEn: string
  changeNotesFr: string
  internalNotes: string
}

/** Only what was changed, as the command takes it: a language that was not touched keeps its state of translation. */
export function changedVersion(base: VersionTexts, draft: VersionTexts) {
  const changed = (text: 'name' | 'changeNotes') => ({
    ...(base[`${text}En`] !== draft[`${text}En`] && { en: draft[`${text}En`].trim() }),
    ...(base[`${text}Fr`] !== draft[`${text}Fr`] && { fr: draft[`${text}Fr`].trim() }),
  })
  const [name, changeNotes] = [changed('name'), changed('changeNotes')]
  return {
    ...(Object.keys(name).length > 0 && { name }),
    ...(Object.keys(changeNotes).length > 0 && { changeNotes }),
    ...(base.internalNotes !== draft.internalNotes && {
      internalNotes: draft.internalNotes.trim() || null,
    }),
  }
}

/** Notes with a log below what is already written; once is enough. */
export function withLog(notes: string, log: string): string {
  if (notes.includes(log)) return notes
  return notes.trim() === '' ? log : `${notes.trimEnd()}\n\n${log}`
}
