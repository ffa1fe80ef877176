/** What a release keeps on the device: its page without content, and the files that page loads. */
export interface Shell {
  /** Changes with any of them. */
  readonly release: string
  /** Path of the page, which is the base of the portal too. */
  readonly page: string
  readonly files: readonly string[]
}

/**
 * How a request is answered: a page from the network and, where that fails, by the kept one; a kept file from the device;
 * everything else not here at all. Whatever is not named is none of the worker's: data, files of people, signing in.
 */
export function wayOf(
  { method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>,
  { page, files }: Shell,
  origin: string,
): 'page' | 'file' | null {
  const { origin: asked, pathname, search } = new URL(url)
  if (method !== 'GET' || asked !== origin) return null
  if (mode === 'navigate') return pathname.startsWith(page) ? 'page' : null
  return search === '' && files.includes(pathname) ? 'file' : null
}
