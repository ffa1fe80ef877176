/** Files in and out: tickets to hand one in, where it waits, where it stays, and what is handed out. */
export * from './blob-store'
export * from './byte-range'
export * from './download'
export * from './file-scanner'
export * from './file-store'
export * from './s3-store'
export * from './ticket'
