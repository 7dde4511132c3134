import { transferContract } from '@xianghui/server/contract/transfer'
import { useApi } from './use-api.ts'

/** A table that can be imported or exported, and what this person may do with it; undefined = nothing, or not read yet. */
export function useSheet(kind: string) {
  const sheets = useApi(transferContract.listSheets, {}, { staleMs: 600_000 })
  return sheets.data?.items.find((sheet) => sheet.key === kind)
}
