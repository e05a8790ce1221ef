// Runs before the first paint, so that a chosen theme doesn't flash and the
// language of the page is right from the start. A file of its own because the
// content security policy allows no inline script. Change the number in the
// name when the content changes: files under /assets/ are cached for good.
;(function () {
  var root = document.documentElement
  try {
    var theme = localStorage.getItem('loftet.theme')
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-color-scheme', theme)
  } catch {
    // Storage may be closed; the system's own choice then stands.
  }
  var language = /^\/(nb|nn|en)(\/|$)/.exec(location.pathname)
  if (language) root.lang = language[1]
})()
