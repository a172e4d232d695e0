import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { CONTENT_SECURITY_POLICY } from './src/faces/http/headers.ts';

const web = join(import.meta.dirname, 'src/faces/web');
const build = join(import.meta.dirname, 'dist/web');
const sentence = (language: 'en' | 'zh', code: string): string =>
  JSON.parse(readFileSync(join(import.meta.dirname, `src/locale/${language}/web.json`), 'utf8'))[code] ?? '';

const inBoth = (code: string): string => `<p>${sentence('en', code)}</p><p lang="zh-Hans">${sentence('zh', code)}</p>`;

export default defineConfig({
  root: web,
  base: './',
  publicDir: join(import.meta.dirname, '.tmp/web-public'),
  build: {
    outDir: build,
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  plugins: [
    react(),
    shell(),
    VitePWA({
      injectRegister: false,
      manifestFilename: 'manifest.webmanifest',
      includeAssets: [],
      manifest: {
        id: './',
        name: 'simoff',
        short_name: 'simoff',
        description: sentence('en', 'web.about'),
        lang: 'en',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#f2f5f3',
        theme_color: '#f2f5f3',
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,svg,png,wasm,json,webmanifest}'],
        // For other programs; no page of ours reads them.
        globIgnores: ['catalog/simoff-catalog*.json', 'catalog/digests.json'],
        inlineWorkboxRuntime: true,
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        navigateFallback: 'index.html',
        // The local server swaps a token for a cookie at its first address, and answers under /api: both have to reach it.
        navigateFallbackDenylist: [/[?&]token=/, /\/api\//],
      },
    }),
  ],
});

/** What the page needs before any script runs: policy, title, the sentence for browsers without JavaScript, icons. */
function shell(): Plugin {
  return {
    name: 'simoff-shell',
    apply: 'build',
    generateBundle() {
      for (const fileName of ['icon.svg', 'icon-512.png']) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(join(web, 'icons', fileName)) });
      }
    },
    transformIndexHtml() {
      // A meta element cannot carry frame-ancestors; the local server sends the whole policy as a header.
      const policy = CONTENT_SECURITY_POLICY.replace(/; frame-ancestors [^;]+/, '');
      return [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
          injectTo: 'head-prepend' as const,
        },
        { tag: 'title', children: sentence('en', 'web.title'), injectTo: 'head' as const },
        {
          tag: 'meta',
          attrs: { name: 'description', content: sentence('en', 'web.about') },
          injectTo: 'head' as const,
        },
        { tag: 'link', attrs: { rel: 'icon', href: './icon.svg', type: 'image/svg+xml' }, injectTo: 'head' as const },
        { tag: 'link', attrs: { rel: 'apple-touch-icon', href: './icon-512.png' }, injectTo: 'head' as const },
        {
          tag: 'noscript',
          children: inBoth('web.noscript'),
          injectTo: 'body' as const,
        },
        {
          // Before the scripts: it has to stand there also where none of them arrives.
          tag: 'div',
          attrs: { id: 'not-loaded' },
          children: `${inBoth('web.notLoaded')}<p><a href="">${sentence('en', 'web.reload')} · <span lang="zh-Hans">${sentence('zh', 'web.reload')}</span></a></p>`,
          injectTo: 'body' as const,
        },
      ];
    },
  };
}
