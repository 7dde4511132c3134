import type { MessageTable } from '../../platform/messages.ts'

export const transferMessages: MessageTable = {
  'transfer.unknown_sheet': { status: 404, zh: '没有这张表，请从页面上的按钮进入。', en: 'There is no such table.' },
  'transfer.not_allowed': {
    status: 403,
    zh: '您没有导入或导出“{sheet}”的权限，请联系中心管理员开通。',
    en: 'You may not import or export “{sheet}”; ask the administrator.',
  },
  'transfer.import_type': {
    status: 415,
    zh: '请上传 xlsx 或 csv 文件（旧版 xls 请先另存为 xlsx）。',
    en: 'Send an xlsx or csv file (save an old xls as xlsx first).',
  },
  'transfer.too_many_rows': {
    status: 413,
    zh: '一次最多导入 {most} 行，请分成几个文件。',
    en: 'At most {most} rows at a time; split the file.',
  },
  'transfer.no_rows': {
    status: 400,
    zh: '表中没有数据行，请填写后再上传。',
    en: 'The sheet has no rows; fill it in and send again.',
  },
  'transfer.not_in_preview': {
    status: 409,
    zh: '这次导入已经确认或取消，请刷新查看。',
    en: 'This import was confirmed or cancelled already; reload.',
  },
  'transfer.has_bad': {
    status: 409,
    zh: '还有 {bad} 行有错误。请改正后重新上传，或选择“跳过有误的行”。',
    en: '{bad} rows are faulty. Mend and send again, or choose to skip them.',
  },
  'transfer.nothing_to_do': {
    status: 409,
    zh: '没有需要新增或修改的行，不用导入。',
    en: 'No row is new or changed; there is nothing to import.',
  },
  'transfer.finished': {
    status: 409,
    zh: '任务已经结束，不能再取消。',
    en: 'The task has ended already.',
  },
  'transfer.undo_closed': {
    status: 409,
    zh: '只能撤回 24 小时内完成的导入，这次导入已经不能撤回。',
    en: 'An import can be undone within 24 hours only.',
  },
  'transfer.incomplete': {
    status: 500,
    zh: '导出不完整（应有 {expected} 行，只写出 {written} 行），文件已丢弃，请重新导出。',
    en: 'The export was incomplete ({written} of {expected} rows) and was discarded; export again.',
  },
  'transfer.fault': {
    status: 500,
    zh: '系统出了差错，任务没有完成，已记录。请稍后重试。',
    en: 'Something went wrong on our side; the task did not finish. Try again later.',
  },
  'sheet.no_heading': {
    status: 400,
    zh: '没有找到表头，请使用下载的模板，第一行保留列名。',
    en: 'No heading found; use the template and keep its first row.',
  },
  'sheet.missing_columns': {
    status: 400,
    zh: '缺少必填的列：{columns}。请使用下载的模板。',
    en: 'These columns are missing: {columns}. Use the template.',
  },
  'sheet.unreadable': {
    status: 400,
    zh: '文件打不开，可能已损坏或加了密码。请另存为 xlsx 或 csv 后重试。',
    en: 'The file cannot be opened (damaged, or with a password). Save it as xlsx or csv and try again.',
  },
  'sheet.open_quote': {
    status: 400,
    zh: 'CSV 中有一个引号没有成对，请用 Excel 打开后另存为 xlsx 再上传。',
    en: 'A quotation mark in the CSV is not closed; save it as xlsx from Excel and send that.',
  },
}
