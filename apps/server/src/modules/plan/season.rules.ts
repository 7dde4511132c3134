/** Is the month inside the season? Seasons may run over the year's end (11 → 3). Pure. */
export function isInSeason(season: { fromMonth: number; toMonth: number }, month: number): boolean {
  const { fromMonth, toMonth } = season
  return fromMonth <= toMonth ? month >= fromMonth && month <= toMonth : month >= fromMonth || month <= toMonth
}
