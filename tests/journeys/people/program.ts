import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { tokenOfClient } from '../../../server/src/accounts/client-token.ts'
import catalogue from '../../../server/data/pmm-v1.json' with { type: 'json' }
import register from '../../../server/data/demo-members.json' with { type: 'json' }
import { demoWorld } from '../../../server/seeds/demo-world.ts'
import { sequenceIds } from '../../../server/seeds/ids.ts'

/** A program that reads over HTTP, with the token of the demonstration's partner or with none. */
export class Program {
  private constructor(
    private readonly origin: string,
    private readonly headers: Record<string, string>,
  ) {}

  static withoutToken(origin: string): Program {
    return new Program(origin, {})
  }

  static withDemonstrationToken(origin: string): Program {
    return new Program(origin, { authorization: `Bearer ${demonstrationToken()}` })
  }

  static withToken(origin: string, token: string): Program {
    return new Program(origin, { authorization: `Bearer ${token}` })
  }

  /** Code and status with which the request as a whole is answered. */
  async isAnswered(query: string): Promise<string> {
    const response = await fetch(`${this.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers },
      body: JSON.stringify({ query }),
    })
    const { errors } = (await response.json()) as {
      errors?: readonly { extensions: { code: string } }[]
    }
    return `${response.status} ${errors?.[0]?.extensions.code ?? 'ok'}`
  }

  async asks<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const response = await fetch(`${this.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers },
      body: JSON.stringify({ query, variables }),
    })
    const answer = (await response.json()) as { data: T; errors?: unknown }
    expect(answer.errors).toBeUndefined()
    return answer.data
  }
}

// The seed takes its keys in a fixed order: people, their roles, then the partner's program.
function demonstrationToken(): string {
  const { people } = demoWorld({ catalogue, members: register.members, openedAt: new Date() })
  const ids = sequenceIds('demonstration')
  const before = people.length + people.flatMap(({ roles }) => roles).length
  for (let taken = 0; taken < before; taken += 1) ids.next()
  const secret = createHash('sha256').update('pmm demonstration partner').digest()
  return tokenOfClient(ids.next(), secret)
}
