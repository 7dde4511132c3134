import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeViolation {
  id: string
  impact: string | null
  nodes: { target: unknown[]; failureSummary?: string }[]
}

/** U3: serious and critical findings of axe on the page as it stands, one line each; empty is what we want. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // evaluate, not addScriptTag: the page's CSP allows no inline script, and must not be loosened for a test.
  await page.evaluate(source)
  const violations = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run(options: object): Promise<{ violations: AxeViolation[] }> } }).axe
    return (await axe.run({ resultTypes: ['violations'] })).violations
  })
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) =>
      violation.nodes.map((node) =>
        `${violation.id} ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`.slice(0, 300),
      ),
    )
}
