import { runDrill } from '../platform/backup/drill.ts'
import { loadConfig } from '../platform/config.ts'
import { describeFaults, describeStartError } from '../platform/start-fault.ts'

// Restore drill by hand: the newest backup is restored beside the running server and every row is compared.
const loaded = loadConfig(process.env)
if (!loaded.ok) {
  console.error(describeFaults(loaded.faults))
  process.exitCode = 1
} else {
  try {
    const done = await runDrill(loaded.config)
    if (!done) {
      console.error('✗ 还没有备份，先执行 npm run backup。\n✗ There is no backup yet: run npm run backup first.')
      process.exitCode = 1
    } else if (!done.ok) {
      console.error(`✗ 备份 ${done.stamp} 恢复演练不通过 / The drill failed: ${done.faults.join(', ')}`)
      process.exitCode = 1
    } else {
      console.log(
        `✓ 备份 ${done.stamp} 演练通过 / The drill passed: ${done.tables} tables, ${done.rows} rows, ${done.uploads} files (${done.depth})`,
      )
    }
  } catch (error) {
    console.error(describeStartError(error).text)
    process.exitCode = 1
  }
}
