import { SESSION_COOKIE, type RunningServer } from '../server'
import type { World } from '../../../tests/setup/world'

export interface DeviceAnswer {
  readonly status: number
  // The tests say what they expect of it.
  readonly data: any // oxlint-disable-line no-explicit-any
  readonly errors?: readonly {
    readonly message: string
    readonly extensions: Record<string, unknown>
  }[]
}

/** Where a device sends its documents, and in which words: unless told, the text to the server of the world. */
export interface Line {
  readonly server: RunningServer
  bodyOf(query: string, variables: Record<string, unknown>): Record<string, unknown>
}

/** A browser of somebody: keeps the session cookie as the server sets it. */
export class Device {
  token: string | null = null
  readonly #address: string
  readonly #line: Line

  constructor(world: World, address = '192.0.2.10', line?: Line) {
    this.#address = address
    this.#line = line ?? {
      server: world.server,
      bodyOf: (query, variables) => ({ query, variables }),
    }
  }

  async send(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<DeviceAnswer> {
    const response = await this.#line.server.http.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: this.#address,
      headers: {
        'content-type': 'application/json',
        ...(this.token ? { cookie: `${SESSION_COOKIE}=${this.token}` } : {}),
        ...headers,
      },
      payload: this.#line.bodyOf(query, variables),
    })
    const cookie = response.cookies.find(({ name }) => name === SESSION_COOKIE)
    if (cookie) this.token = cookie.value || null
    return { status: response.statusCode, ...response.json() }
  }

  signIn(email: string, password: string): Promise<DeviceAnswer> {
    return this.send(
      `mutation ($input: SessionOpenInput!) { sessionOpen(input: $input) {
        viewer { hat email } retryAfterSeconds problems { code reason message path } } }`,
      { input: { email, password } },
    )
  }

  async enterAs(role: string, administration?: string): Promise<DeviceAnswer> {
    const { data } = await this.send(
      '{ demonstrationPeople { roleId name role administration { code } } }',
    )
    const person = data.demonstrationPeople.find(
      (each: { role: string; administration: { code: string } | null }) =>
        each.role === role && (!administration || each.administration?.code === administration),
    )
    return this.enter(person.roleId)
  }

  enter(roleId: string): Promise<DeviceAnswer> {
    return this.send(
      `mutation ($input: DemonstrationSignInInput!) { demonstrationSignIn(input: $input) {
        viewer { hat } problems { code reason path } } }`,
      { input: { roleId } },
    )
  }

  /** Hat of the session, or null when nobody is signed in. */
  async hat(): Promise<string | null> {
    const { data } = await this.send('{ viewer { hat } }')
    return data.viewer?.hat ?? null
  }
}
