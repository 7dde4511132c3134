/** The text that `tokens.css` must hold: the kit's tokens as custom properties. A test compares the two. */
import {
  elder,
  fontStack,
  light,
  lineHeight,
  measure,
  motionMs,
  radius,
  shadow,
  space,
  typeScale,
} from '@xianghui/kit/tokens'

/** Renders `:root` with every token the site uses; sizes of type in rem so that elder mode scales them. */
export function renderTokensCss(): string {
  const properties: [string, string][] = [
    ...Object.entries(light).map(([name, hex]): [string, string] => [kebab(name), hex.toLowerCase()]),
    ...Object.entries(typeScale).map(([name, px]): [string, string] => [`text-${name}`, `${px / 16}rem`]),
    ...Object.entries(lineHeight).map(([name, value]): [string, string] => [`line-${name}`, String(value)]),
    ...space.map((px, index): [string, string] => [`space-${index + 1}`, `${px}px`]),
    ['radius', `${radius.base}px`],
    ['radius-card', `${radius.card}px`],
    ['shadow', shadow],
    ['motion', `${motionMs}ms`],
    ['measure', `${measure}em`],
    ['elder-base', `${elder.base}px`],
    ['elder-target', `${elder.target}px`],
    ['sans', fontStack.sans],
    ['serif', fontStack.serif],
  ]
  const lines = properties.map(([name, value]) => `  --${name}: ${value};`)
  return `/* Same values as packages/kit/src/tokens.ts; style.test.ts holds the two equal. */\n:root {\n${lines.join('\n')}\n}\n`
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/(\D)(\d)/g, '$1-$2')
}
