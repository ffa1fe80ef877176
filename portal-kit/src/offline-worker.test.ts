import type { Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { shellFiles } from '../build/offline-worker'

const chunk = (fileName: string, imports: string[] = [], css: string[] = [], from = '') => ({
  type: 'chunk', fileName, imports, facadeModuleId: from, viteMetadata: { importedCss: new Set(css), importedAssets: new Set() },
}) // prettier-ignore
const style = (fileName: string, source: string) => ({ type: 'asset', fileName, source })
const bundle = Object.fromEntries(
  [
    chunk('assets/index-1.js', ['assets/kit-1.js']),
    chunk('assets/kit-1.js', [], ['assets/kit-1.css']),
    chunk('assets/AwayView-1.js', ['assets/panel-1.js'], [], '/src/views/AwayView.vue'),
    chunk('assets/panel-1.js'),
    chunk('assets/FiguresView-1.js', [], [], '/src/views/FiguresView.vue'),
    style('assets/kit-1.css', 'url(/p/assets/latin-1.woff2) url("/p/assets/greek-1.woff2")'),
    style('assets/latin-1.woff2', ''),
    style('assets/greek-1.woff2', ''),
    style('assets/theme-1.js', ''),
  ].map((file) => [file.fileName, file]),
) as unknown as Rolldown.OutputBundle
const html =
  '<script src="/p/assets/theme-1.js"></script><script src="/p/assets/index-1.js"></script>'

test('the shell is what the page loads at once, what is needed beside it, and no other page', () => {
  expect(shellFiles(bundle, html, '/p/', ['views/AwayView.vue'], /latin/)).toEqual([
    '/p/assets/AwayView-1.js',
    '/p/assets/index-1.js',
    '/p/assets/kit-1.css',
    '/p/assets/kit-1.js',
    '/p/assets/latin-1.woff2',
    '/p/assets/panel-1.js',
    '/p/assets/theme-1.js',
  ])
})

test('a page that is needed and not a chunk of its own stops the build', () => {
  expect(() => shellFiles(bundle, html, '/p/', ['views/Gone.vue'], /latin/)).toThrow('Gone.vue')
})
