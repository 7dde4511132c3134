type Child = Node | string | null | undefined | false
type Attributes = Record<string, string | number | undefined>

/** An element with its children; `class` and other attributes by name. Text is always text. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  put(element, attributes, children)
  return element
}

/** The same for SVG. */
export function s(tag: string, attributes: Attributes, ...children: readonly (Child | readonly Child[])[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  put(element, attributes, children)
  return element
}

function put(element: Element, attributes: Attributes, children: readonly (Child | readonly Child[])[]): void {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, String(value))
  for (const child of children.flat()) if (child) element.append(child)
}

/** A drawing of our own (pure strings of the art folder) as an element. */
export function drawn(svg: string): Element {
  return document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true)
}
