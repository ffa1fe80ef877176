type Texts = Record<string, Record<string, unknown>>

/**
 * Texts of a portal: those of each noun under the name of its folder (`../assessment/locales/en.json` under
 * `assessment`), beside those the kit brings. What a noun adds to one of the kit stands beside the kit's texts.
 */
export function textsOf(kit: Texts, files: Texts): Texts {
  const texts = { ...kit }
  for (const [path, own] of Object.entries(files)) {
    const noun = nounOf(path)
    texts[noun] = { ...texts[noun], ...own }
  }
  return texts
}

/** Texts of the folder itself arrive as `./locales/en.json`. */
function nounOf(path: string): string {
  const folder = path.split('/').at(-3) ?? ''
  return folder === '.' ? 'app' : folder
}
