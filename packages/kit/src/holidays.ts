/**
 * Holidays and make-up working days as announced by the General Office of the State Council (国务院办公厅), year by
 * year; the dates were checked against NateScarlet/holiday-cn (MIT), which reads the same notices.
 * Start data only: the platform keeps the table as editable data. A year is added when its notice is out; the notice
 * for 2027 was not found when this was written (2026-11-23), so 2027 is absent and is refused, not guessed.
 */
import { addDays, type BusinessDate } from './business-date.ts'
import type { HolidayDay, HolidayYear } from './working-days.ts'

export type { HolidayDay, HolidayTable, HolidayYear } from './working-days.ts'

export const HOLIDAYS: readonly HolidayYear[] = [
  {
    year: 2019,
    // The second notice lengthened Labour Day to four days and added its two make-up Sundays.
    source: '国办发明电〔2018〕15号；劳动节依国办发明电〔2019〕3号调整',
    days: [
      ...holiday('元旦', '2018-12-30', '2019-01-01', ['2018-12-29']),
      ...holiday('春节', '2019-02-04', '2019-02-10', ['2019-02-02', '2019-02-03']),
      ...holiday('清明节', '2019-04-05', '2019-04-05'),
      ...holiday('劳动节', '2019-05-01', '2019-05-04', ['2019-04-28', '2019-05-05']),
      ...holiday('端午节', '2019-06-07', '2019-06-07'),
      ...holiday('中秋节', '2019-09-13', '2019-09-13'),
      ...holiday('国庆节', '2019-10-01', '2019-10-07', ['2019-09-29', '2019-10-12']),
    ],
  },
  {
    year: 2020,
    // The second notice lengthened the Spring Festival to 2 February, so Saturday 1 February is no longer worked.
    source: '国办发明电〔2019〕16号；春节依国办发明电〔2020〕1号延长',
    days: [
      ...holiday('元旦', '2020-01-01', '2020-01-01'),
      ...holiday('春节', '2020-01-24', '2020-02-02', ['2020-01-19']),
      ...holiday('清明节', '2020-04-04', '2020-04-06'),
      ...holiday('劳动节', '2020-05-01', '2020-05-05', ['2020-04-26', '2020-05-09']),
      ...holiday('端午节', '2020-06-25', '2020-06-27', ['2020-06-28']),
      ...holiday('国庆节、中秋节', '2020-10-01', '2020-10-08', ['2020-09-27', '2020-10-10']),
    ],
  },
  {
    year: 2021,
    source: '国办发明电〔2020〕27号',
    days: [
      ...holiday('元旦', '2021-01-01', '2021-01-03'),
      ...holiday('春节', '2021-02-11', '2021-02-17', ['2021-02-07', '2021-02-20']),
      ...holiday('清明节', '2021-04-03', '2021-04-05'),
      ...holiday('劳动节', '2021-05-01', '2021-05-05', ['2021-04-25', '2021-05-08']),
      ...holiday('端午节', '2021-06-12', '2021-06-14'),
      ...holiday('中秋节', '2021-09-19', '2021-09-21', ['2021-09-18']),
      ...holiday('国庆节', '2021-10-01', '2021-10-07', ['2021-09-26', '2021-10-09']),
    ],
  },
  {
    year: 2022,
    source: '国办发明电〔2021〕11号',
    days: [
      ...holiday('元旦', '2022-01-01', '2022-01-03'),
      ...holiday('春节', '2022-01-31', '2022-02-06', ['2022-01-29', '2022-01-30']),
      ...holiday('清明节', '2022-04-03', '2022-04-05', ['2022-04-02']),
      ...holiday('劳动节', '2022-04-30', '2022-05-04', ['2022-04-24', '2022-05-07']),
      ...holiday('端午节', '2022-06-03', '2022-06-05'),
      ...holiday('中秋节', '2022-09-10', '2022-09-12'),
      ...holiday('国庆节', '2022-10-01', '2022-10-07', ['2022-10-08', '2022-10-09']),
    ],
  },
  {
    year: 2023,
    source: '国办发明电〔2022〕16号',
    days: [
      ...holiday('元旦', '2022-12-31', '2023-01-02'),
      ...holiday('春节', '2023-01-21', '2023-01-27', ['2023-01-28', '2023-01-29']),
      ...holiday('清明节', '2023-04-05', '2023-04-05'),
      ...holiday('劳动节', '2023-04-29', '2023-05-03', ['2023-04-23', '2023-05-06']),
      ...holiday('端午节', '2023-06-22', '2023-06-24', ['2023-06-25']),
      ...holiday('中秋节、国庆节', '2023-09-29', '2023-10-06', ['2023-10-07', '2023-10-08']),
    ],
  },
  {
    year: 2024,
    source: '国办发明电〔2023〕7号',
    days: [
      ...holiday('元旦', '2024-01-01', '2024-01-01'),
      ...holiday('春节', '2024-02-10', '2024-02-17', ['2024-02-04', '2024-02-18']),
      ...holiday('清明节', '2024-04-04', '2024-04-06', ['2024-04-07']),
      ...holiday('劳动节', '2024-05-01', '2024-05-05', ['2024-04-28', '2024-05-11']),
      ...holiday('端午节', '2024-06-10', '2024-06-10'),
      ...holiday('中秋节', '2024-09-15', '2024-09-17', ['2024-09-14']),
      ...holiday('国庆节', '2024-10-01', '2024-10-07', ['2024-09-29', '2024-10-12']),
    ],
  },
  {
    year: 2025,
    source: '国办发明电〔2024〕12号',
    days: [
      ...holiday('元旦', '2025-01-01', '2025-01-01'),
      ...holiday('春节', '2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']),
      ...holiday('清明节', '2025-04-04', '2025-04-06'),
      ...holiday('劳动节', '2025-05-01', '2025-05-05', ['2025-04-27']),
      ...holiday('端午节', '2025-05-31', '2025-06-02'),
      ...holiday('国庆节、中秋节', '2025-10-01', '2025-10-08', ['2025-09-28', '2025-10-11']),
    ],
  },
  {
    year: 2026,
    source: '国办发明电〔2025〕7号',
    days: [
      ...holiday('元旦', '2026-01-01', '2026-01-03', ['2026-01-04']),
      ...holiday('春节', '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']),
      ...holiday('清明节', '2026-04-04', '2026-04-06'),
      ...holiday('劳动节', '2026-05-01', '2026-05-05', ['2026-05-09']),
      ...holiday('端午节', '2026-06-19', '2026-06-21'),
      ...holiday('中秋节', '2026-09-25', '2026-09-27'),
      ...holiday('国庆节', '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']),
    ],
  },
]

/** One holiday as a notice words it: off from `first` to `last`, and the weekend days worked instead. */
function holiday(
  name: string,
  first: BusinessDate,
  last: BusinessDate,
  makeUpDays: readonly BusinessDate[] = [],
): HolidayDay[] {
  const days: HolidayDay[] = []
  for (let date = first; date <= last; date = addDays(date, 1)) days.push({ date, name, isOff: true })
  for (const date of makeUpDays) days.push({ date, name, isOff: false })
  return days.sort((a, b) => (a.date < b.date ? -1 : 1))
}
