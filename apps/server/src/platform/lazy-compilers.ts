import AjvCompiler from '@fastify/ajv-compiler'
import SerializerSelector from '@fastify/fast-json-stringify-compiler'
import type { FastifyInstance, FastifySchema, FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'

const options = { removeAdditional: false, useDefaults: true, allErrors: true } as const

/**
 * Checks and writers of the contracts, each compiled at its route's first call: compiling all of them took 0.9 s of
 * every start (P7). Addresses are text, so their numbers and lists are read from it; JSON says itself what it holds.
 */
export function compileAtFirstUse(app: FastifyInstance): void {
  const compile = AjvCompiler()
  const fromText = compile({}, { customOptions: { ...options, coerceTypes: 'array' } })
  const fromJson = compile({}, { customOptions: { ...options, coerceTypes: false } })
  const validator: FastifySchemaCompiler<FastifySchema> = (route) => {
    let check: ReturnType<typeof fromJson> | undefined
    const lazy = (data: unknown) => {
      check ??= (route.httpPart === 'body' ? fromJson : fromText)(route)
      const result = check(data)
      lazy.errors = check.errors
      return result
    }
    lazy.errors = undefined as unknown
    return lazy as ReturnType<FastifySchemaCompiler<FastifySchema>>
  }
  app.setValidatorCompiler(validator)
  const writers = SerializerSelector()({}, {})
  const serializer: FastifySerializerCompiler<FastifySchema> = (route) => {
    let write: ReturnType<typeof writers> | undefined
    return (data) => {
      write ??= writers({ ...route, httpStatus: route.httpStatus ?? '' })
      return write(data)
    }
  }
  app.setSerializerCompiler(serializer)
}
