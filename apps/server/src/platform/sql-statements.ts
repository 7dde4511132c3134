/**
 * Splits a migration into its statements: a semicolon at the end of a line ends one, except inside a dollar-quoted body.
 * Comments stay with the statement they stand before. Pure.
 */
export function splitStatements(text: string): string[] {
  const statements: string[] = []
  let current: string[] = []
  let insideBody = false
  for (const line of text.split('\n')) {
    current.push(line)
    if ((line.split('$$').length - 1) % 2 === 1) insideBody = !insideBody
    if (!insideBody && line.trimEnd().endsWith(';') && !line.trimStart().startsWith('--')) {
      statements.push(current.join('\n').trim().replace(/;$/, ''))
      current = []
    }
  }
  const rest = current.filter((line) => line.trim() !== '' && !line.trimStart().startsWith('--'))
  if (rest.length > 0) throw new Error(`statement without a closing semicolon: ${rest[0]}`)
  return statements
}
