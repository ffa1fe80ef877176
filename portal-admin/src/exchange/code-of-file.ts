/** Code of the version in an export as JSON; null of any other file. */
export async function codeOfFile(file: Blob & { readonly name: string }): Promise<string | null> {
  if (!file.name.toLowerCase().endsWith('.json')) return null
  try {
    const { version } = JSON.parse(await file.text()) as { version?: { code?: unknown } }
    return typeof version?.code === 'string' ? version.code : null
  } catch {
    // What is wrong with the file is told when it is compared.
    return null
  }
}
