import { raw, html as tagged } from 'hono/html'

/** Text that is already safe HTML; everything else that goes into a template is escaped. */
export type Html = ReturnType<typeof raw>

export { raw }

/** Tagged template of a view: escapes every value but Html, joins lists, leaves out false, null and undefined. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Html {
  const made = tagged(strings, ...values)
  if (made instanceof Promise) throw new Error('a view waits for nothing: give it values, not promises')
  return made
}

export const none: Html = raw('')

/** A drawing of portal/art, which is safe by its making. */
export const art = (drawing: string): Html => raw(drawing)
