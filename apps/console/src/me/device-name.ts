const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/i, 'HarmonyOS'],
  [/Android/i, 'Android'],
  [/iPhone|iPod/i, 'iPhone'],
  [/iPad/i, 'iPad'],
  [/Windows/i, 'Windows'],
  [/Mac OS X|Macintosh/i, 'Mac'],
  [/Linux/i, 'Linux'],
]
const browsers: [RegExp, string][] = [
  [/MicroMessenger/i, '微信'],
  [/EdgA?\//, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

/** 'Windows · Chrome' from a User-Agent; undefined where nothing is known. */
export function deviceName(userAgent: string | null): string | undefined {
  const find = (table: [RegExp, string][]) => table.find(([pattern]) => userAgent && pattern.test(userAgent))?.[1]
  const parts = [find(systems), find(browsers)].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(' · ') : undefined
}
