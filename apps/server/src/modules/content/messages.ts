import type { MessageTable } from '../../platform/messages.ts'

const needed = (zh: string, en: string) => ({ status: 400, zh, en })
const conflict = (zh: string, en: string) => ({ status: 409, zh, en })

export const contentMessages: MessageTable = {
  'content.article_incomplete': needed(
    '稿件还不能送审，请按提示补充。',
    'Not ready for review yet: complete the marked fields.',
  ),
  'content.title_needed': needed('请填写标题。', 'Give a title.'),
  'content.body_needed': needed('请填写正文。', 'Write the text.'),
  'content.source_needed': needed('请填写来源，如“本中心”或原发布单位。', 'Name the source.'),
  'content.cover_alt_needed': needed(
    '请为封面图写一句说明，供看不到图片的读者了解。',
    'Describe the cover image for readers who cannot see it.',
  ),
  'content.image_alt_needed': needed(
    '正文中有图片没有写说明，请逐张补充。',
    'An image in the text has no description; add one to each.',
  ),
  'content.file_not_public': needed(
    '稿件用到的文件“{name}”不存在或没有设为公开，请重新上传或在文件库中设为公开。',
    'The file “{name}” is missing or not public; upload it again or make it public.',
  ),
  'content.column_unknown': needed('没有这个栏目，请重新选择。', 'There is no such column; choose again.'),
  'content.in_review': conflict(
    '稿件正在审核，不能修改。需要修改请先撤回送审。',
    'The article is under review; take it back first to change it.',
  ),
  'content.not_submittable': conflict(
    '这份稿件已送审或已发布，不用再次送审；修改后可再次送审。',
    'It is under review or published already; change it to submit again.',
  ),
  'content.not_published': conflict('这份稿件没有发布，不用撤下。', 'It is not published; nothing to take down.'),
  'content.published_stays': conflict(
    '发布过或送审过的稿件不能删除，请改为撤下。',
    'An article that was published or reviewed stays on record; take it down instead.',
  ),
  'content.reason_needed': needed('请写明撤下的原因。', 'Say why it is taken down.'),
  'content.column_in_use': conflict(
    '这个栏目下还有已发布的稿件，不能隐藏，请先移到别的栏目。',
    'There are published articles in this column; move them first.',
  ),
  'content.time_wrong': needed('请填写存在的时间。', 'Give a time that exists.'),
  'content.page_wrong': needed('请填写本站的网页地址。', 'Give the address of a page of this site.'),
  'content.words_needed': needed('请写明哪里有错。', 'Say what is wrong.'),
  'content.answer_needed': needed('请写明处理结果。', 'Say what was done.'),
  'content.reveal_reason_needed': needed('请写明查看联系方式的理由。', 'Give a reason for seeing the contact.'),
}
