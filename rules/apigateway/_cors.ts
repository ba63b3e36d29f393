import { bodiesOf, type Properties, type Resource } from '#rule'

const NAMES = { origins: 'AllowOrigins', methods: 'AllowMethods', credentials: 'AllowCredentials', age: 'MaxAge' } as const

/** A CORS configuration of an HTTP API, and what its settings are called where it stands. */
export interface HttpCors {
  readonly cors: Properties
  readonly name: (setting: keyof typeof NAMES) => string
}

/** Every CORS configuration of an HTTP API: its property, and the extension in its definition. */
export function httpCorsOf(api: Resource): HttpCors[] {
  const inBody = bodiesOf(api).flatMap((body) => body.items('x-amazon-apigateway-cors'))
  return [
    ...api.items('CorsConfiguration').map((cors) => ({ cors, name: (setting: keyof typeof NAMES) => NAMES[setting] })),
    ...inBody.map((cors) => ({
      cors,
      name: (setting: keyof typeof NAMES) => NAMES[setting].charAt(0).toLowerCase() + NAMES[setting].slice(1),
    })),
  ]
}
