/** One plain line in each language; what people read while they wait. */
export function say(zh, en) {
  process.stdout.write(`${zh}\n${en}\n`)
}

/** What is wrong and how to mend it, in both languages, then the end. */
export function fail(zh, mendZh, en, mendEn) {
  process.stderr.write(`✗ ${zh}\n  处理办法：${mendZh}\n✗ ${en}\n  To mend it: ${mendEn}\n`)
  process.exit(1)
}
