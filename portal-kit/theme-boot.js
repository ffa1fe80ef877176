{
  const stored = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const root = document.documentElement
  const theme = stored('pmm.theme')
  const isSystemDark = matchMedia('(prefers-color-scheme: dark)').matches
  root.classList.toggle('dark', theme === 'dark' || (theme !== 'light' && isSystemDark))
  root.lang = stored('pmm.locale') ?? root.lang
}
