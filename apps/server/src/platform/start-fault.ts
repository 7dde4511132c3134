/** One reason why the program cannot start, said in both languages, each with the mend (issue 2, item 1). */
export interface Fault {
  code: string
  zh: string
  en: string
  mendZh: string
  mendEn: string
}

/** Thrown by everything that can stop a start; main.ts prints `describeFaults` and leaves with `exitCode`. */
export class StartFault extends Error {
  override name = 'StartFault'
  readonly faults: readonly Fault[]
  readonly exitCode: number

  constructor(faults: Fault | readonly Fault[], options: { cause?: unknown; exitCode?: number } = {}) {
    const list = Array.isArray(faults) ? (faults as readonly Fault[]) : [faults as Fault]
    super(list.map((fault) => `${fault.code}: ${fault.en}`).join('; '), { cause: options.cause })
    this.faults = list
    this.exitCode = options.exitCode ?? 1
  }
}

/** The lines a person reads on the terminal: what is wrong, then how to mend it, Chinese first. */
export function describeFaults(faults: readonly Fault[]): string {
  const blocks = faults.map((fault) =>
    [`✗ ${fault.zh}`, `  处理办法：${fault.mendZh}`, `✗ ${fault.en}`, `  To mend it: ${fault.mendEn}`].join('\n'),
  )
  return blocks.join('\n')
}

/** Any error thrown during the start as the lines to print: a StartFault says its own, anything else its message. */
export function describeStartError(error: unknown): { text: string; exitCode: number } {
  if (error instanceof StartFault) return { text: describeFaults(error.faults), exitCode: error.exitCode }
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    text: `✗ 启动失败，属程序错误，请把以下内容发给维护人员。\n✗ Start failed, a program error:\n${said}`,
    exitCode: 1,
  }
}
