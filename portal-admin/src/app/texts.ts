/** Puts the texts of each noun under the name of its folder: `src/assessment/locales/en.json` under `assessment`. */
export function textsByNoun(
  files: Record<string, Record<string, unknown>>,
): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [path.split('/')[1] ?? path, texts]),
  )
}
