import type { HtmlTagDescriptor, Plugin } from 'vite'

const devPath = '/@pmm/theme-boot.js'

/**
 * Adds the small classic script that sets theme and language before the first paint.
 * It is a file of its own, because the content security policy admits no inline script.
 */
export function themeScript(source: string): Plugin {
  let base = '/'
  let isBuild = false
  return {
    name: 'pmm:theme-script',
    configResolved(config) {
      base = config.base
      isBuild = config.command === 'build'
    },
    buildStart() {
      if (isBuild) this.emitFile({ type: 'asset', name: 'theme.js', source })
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.endsWith(devPath)) return next()
        response.setHeader('content-type', 'text/javascript')
        response.end(source)
      })
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }): HtmlTagDescriptor[] {
        const built = Object.values(bundle ?? {}).find(
          (file) => file.type === 'asset' && file.names.includes('theme.js'),
        )
        const src = built ? base + built.fileName : devPath
        return [{ tag: 'script', attrs: { src }, injectTo: 'head-prepend' }]
      },
    },
  }
}
