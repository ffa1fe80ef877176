;(function () {
  var root = document.documentElement
  function stored(key) {
    try {
      return localStorage.getItem(key)
    } catch (refused) {
      return null
    }
  }
  var theme = stored('pmm.theme')
  var systemDark = matchMedia('(prefers-color-scheme: dark)').matches
  root.classList.toggle('dark', theme === 'dark' || (theme !== 'light' && systemDark))
  var locale = stored('pmm.locale')
  if (locale) root.lang = locale
})()
