import { generate } from 'otplib'

/** What an authenticator app with this key shows at a moment. */
export const codeAt = (secret: string, at: Date): Promise<string> =>
  generate({ secret, epoch: Math.floor(at.getTime() / 1000) })
