/**
 * Words that advertising law forbids or that call for proof, found in a draft. A hint to editors, not a verdict: it
 * knows words, not meaning, and the office that publishes decides. Sources: 广告法 Art. 9(3) (absolute words), 17
 * (medical claims outside medicine), 24 (promised results of training) and 25 (promised returns).
 */
export type AdWordGroup = 'absolute' | 'medical' | 'promise'
/** `index` and `length` count UTF-16 units of the text as given, for marking the place. */
export type AdWordHit = { word: string; group: AdWordGroup; index: number; length: number }

const WORDS: Record<AdWordGroup, string> = {
  absolute: `最 最好 最佳 最优 最美 最强 最大 第一 唯一 独一无二 国家级 世界级 全球级 宇宙级 顶级 顶尖 顶峰 顶流 极致 极品 极佳 绝佳 绝对 绝版 至尊 巅峰 之王 王牌
    冠军 销冠 首选 首家 首个 独家 领袖品牌 领导品牌 遥遥领先 史无前例 前无古人 空前绝后 万能 永久 完美 无敌 无与伦比 百分之百 100%
    纯天然 零添加 特供 专供 驰名商标 国家免检 NO.1 TOP1`,
  medical: '治疗 治愈 根治 疗效 药效 包治 抗癌 防癌 降血糖 降血压 降血脂 延年益寿 增强免疫力 提高免疫力 排毒 无副作用',
  promise: '保过 包过 包就业 保就业 稳赚 保本 保收益 无风险 零风险 高回报 包赚 躺赚 必赚 一夜暴富',
}

/** Phrases in which such a word is plain speech: a name, an order, a point in time or a designation granted by the state. */
const EXCEPTIONS = `最高人民法院 最高人民检察院 最高法院 最高检 最近 最后 最少 最多 最低 最终 最初 最新 最早 最晚 最迟 最小 最惠国 最大限度 最大程度
  最后一公里 最初一公里 最先一公里 第一书记 第一产业 第一季度 第一期 第一批 第一次 第一条 第一章 第一节 第一步 第一天 第一届 第一项 第一款 第一阶段
  第一部分 第一责任人 第一时间 第一课 第一线 第一周 第一轮 第一站 第一年 第一学期 第一中学 第一小学 第一人民医院 第一议题 第一种 第一个 第一位 第一组 第一名
  唯一标识 唯一编码 唯一编号 唯一码 国家级贫困县 国家级自然保护区 国家级非物质文化遗产 国家级非遗 国家级电子商务进农村综合示范 国家级示范
  国家级代表性传承人 国家级风景名胜区  绝对值 绝对贫困 永久基本农田 永久居留 永久性 首个交易日 独家经营权 冠军赛 保本微利 永久保存`

const WORD_LIST = (Object.keys(WORDS) as AdWordGroup[]).flatMap((group) =>
  splitList(WORDS[group]).map((word) => ({ group, word })),
)
const EXCEPTION_LIST = splitList(EXCEPTIONS)

/** Every place of such a word that no exception covers, in order; of two words at one place the longer one. */
export function findForbiddenWords(text: string): AdWordHit[] {
  const upper = text.toUpperCase()
  // A few letters grow in upper case ('ß'); then the places would be wrong, so such a text is searched as it is.
  const searched = upper.length === text.length ? upper : text
  const allowed = EXCEPTION_LIST.flatMap((phrase) => placesOf(searched, phrase))
  const hits = WORD_LIST.flatMap(({ group, word }) =>
    placesOf(searched, word).map(({ index, length }): AdWordHit => ({ word, group, index, length })),
  )
  const open = hits.filter((hit) => !allowed.some((phrase) => covers(phrase, hit)))
  const sorted = open.sort((a, b) => a.index - b.index || b.length - a.length)
  return sorted.filter((hit, at) => !sorted.slice(0, at).some((longer) => covers(longer, hit)))
}

type Place = { index: number; length: number }

function covers(outer: Place, inner: Place): boolean {
  return outer.index <= inner.index && outer.index + outer.length >= inner.index + inner.length
}

function placesOf(text: string, phrase: string): Place[] {
  const places: Place[] = []
  for (let index = text.indexOf(phrase); index !== -1; index = text.indexOf(phrase, index + phrase.length)) {
    places.push({ index, length: phrase.length })
  }
  return places
}

function splitList(list: string): string[] {
  return list.split(/\s+/u).filter(Boolean)
}
