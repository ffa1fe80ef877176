/** Puts the texts of each noun under the name of its folder: `../assessment/locales/en.json` under `assessment`. */
export function textsByNoun(
  files: Record<string, Record<string, unknown>>,
): Record<string, Record<string, unknown>> {
  return Object.fromEntries(Object.entries(files).map(([path, texts]) => [nounOf(path), texts]))
}

/** Texts of this folder itself arrive as `./locales/en.json`. */
function nounOf(path: string): string {
  const folder = path.split('/').at(-3) ?? ''
  return folder === '.' ? 'app' : folder
}
