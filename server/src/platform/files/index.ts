/** Files in and out: tickets to hand one in, the place where it waits, and what is handed out. */
export * from './byte-range'
export * from './download'
export * from './file-store'
export * from './ticket'
