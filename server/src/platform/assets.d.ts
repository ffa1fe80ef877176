/// <reference types="vite/types/importMeta.d.ts" />

declare module '*.typ?raw' {
  const source: string
  export default source
}
