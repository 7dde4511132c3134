import { formatYuan } from '@xianghui/kit/money'

/** Fen as yuan: small sign, grouped figures. */
export function YuanText({ fen }: { fen: number | null | undefined }) {
  if (fen === null || fen === undefined) return <span className="quiet">—</span>
  return (
    <span className="figures yuan">
      <small>¥</small>
      {formatYuan(fen, { grouped: true })}
    </span>
  )
}
