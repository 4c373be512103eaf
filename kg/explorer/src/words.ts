/** What the page says, in Chinese and English. */

export type Language = "zh" | "en";

const WORDS = {
  title: ["知识图谱浏览器", "Knowledge graph explorer"],
  counts: ["{0} 份文件 · {1} 个实体 · {2} 条关系", "{0} {0|document|documents} · {1} {1|entity|entities} · {2} {2|relation|relations}"],
  shown: ["显示 {0} / {1} 个实体,{2} 条关系", "Showing {0} of {1} {1|entity|entities}, {2} {2|relation|relations}"],
  search: ["搜索名称、别名或拼音首字母  ( / )", "Search names, aliases, pinyin initials  ( / )"],
  results: ["{0} 个结果", "{0} {0|result|results}"],
  nothing: ["没有找到", "Nothing found"],
  graph: ["图谱", "Graph"],
  table: ["表格", "Table"],
  reading: ["原文", "Texts"],
  views: ["视图", "Views"],
  types: ["类别图例", "Types"],
  relations: ["关系", "Relations"],
  all: ["全选", "All"],
  none: ["全不选", "None"],
  display: ["显示", "Display"],
  size: ["圆的大小", "Size by"],
  degree: ["联系数", "Connections"],
  evidence: ["出处数", "Weighted by evidence"],
  pagerank: ["PageRank", "PageRank"],
  betweenness: ["中介度", "Betweenness"],
  colour: ["颜色", "Colour by"],
  type: ["类别", "Type"],
  community: ["社群", "Community"],
  communities: ["社群", "Communities"],
  least: ["最低可信度", "Least confidence"],
  confidence: ["可信度", "Confidence"],
  isolates: ["含无关系的实体", "Entities without relations too"],
  limit: ["最多显示", "Show at most"],
  everything: ["全部", "all"],
  ego: ["只看近邻", "Neighbourhood only"],
  expand: ["展开近邻", "Add neighbours"],
  collapse: ["收起近邻", "Remove neighbours"],
  whole: ["返回全图", "Whole graph"],
  hops: ["{0} 步之内", "≤ {0} {0|step|steps}"],
  neighbourhood: ["「{0}」的近邻", "Neighbourhood of “{0}”"],
  capped: ["显示 {0} / {1} 个近邻", "Showing {0} of {1} {1|neighbour|neighbours}"],
  more: ["显示更多", "Show more"],
  back: ["后退", "Back"],
  forward: ["前进", "Forward"],
  fit: ["适合窗口", "Fit"],
  share: ["复制链接", "Copy link"],
  copied: ["链接已复制", "Link copied"],
  save: ["导出", "Export"],
  theme: ["深色 / 浅色", "Dark / light"],
  language: ["English", "中文"],
  close: ["关闭", "Close"],
  aliases: ["又作", "Also"],
  mentions: ["提及 {0} 次", "{0} {0|mention|mentions}"],
  connections: ["{0} 个联系", "{0} {0|connection|connections}"],
  facts: ["关系与原文", "Relations and their sentences"],
  passages: ["文中提及", "Mentions in the texts"],
  read: ["阅读原文", "Read"],
  others: ["另 {0} 处", "{0} more {0|source|sources}"],
  context: ["上文:", "Named before: "],
  nosource: ["没有原文", "no source"],
  sure: ["可信度 {0}%", "confidence {0}%"],
  rule: ["依据:{0}", "basis: {0}"],
  path: ["查找路径", "Find paths"],
  from: ["起点", "From"],
  to: ["终点", "To"],
  directed: ["只沿关系方向", "Along the direction only"],
  paths: ["{0} 条最短路径,各 {1} 步", "{0} shortest {0|path|paths} of {1} {1|step|steps}"],
  nopath: ["没有路径", "No path"],
  nopathleft: ["按目前的筛选没有路径", "No path with the present filters"],
  timeline: ["时间", "Time"],
  dated: ["{0}:{1} 处", "{0}: {1} {1|source|sources}"],
  play: ["播放", "Play"],
  pause: ["停止", "Stop"],
  undated: ["含无日期的", "Undated too"],
  since: ["从", "From"],
  until: ["到", "Until"],
  documents: ["文件", "Documents"],
  filter: ["筛选文件", "Filter documents"],
  entities: ["实体", "Entities"],
  name: ["名称", "Name"],
  head: ["主体", "Subject"],
  tail: ["客体", "Object"],
  relation: ["关系", "Relation"],
  sources: ["出处", "Sources"],
  document: ["文件", "Document"],
  sentence: ["原文", "Sentence"],
  groupsize: ["{0} 个", "{0}"],
  hint: [
    "单击看说明,双击展开近邻;滚轮缩放,拖动平移;方向键、+、- 与 0 亦可。",
    "Click for details, double click for neighbours; wheel to zoom, drag to pan; arrow keys, +, - and 0 work too.",
  ],
  nowebgl: ["此浏览器不支持 WebGL,改用表格。", "This browser has no WebGL; here is the table."],
  old: ["此浏览器过旧,无法打开本页。", "This browser is too old for this page."],
  topfirst: ["图大,先显示最重要的 {0} 个", "A large graph: the {0} most important first"],
} as const;

// What read a relation, by the name that it has in all files.
const RULES: Readonly<Record<string, readonly [string, string]>> = {
  "pair-model": ["关系模型", "trained relation model"],
  "post-before-name": ["姓名前的职务", "title before the name"],
  "post-after-name": ["姓名后所述的职务", "post stated after the name"],
  "post-around-name": ["单位、姓名、职务相连", "body, name and title in a row"],
  "post-shared": ["并列姓名共用的职务", "title shared by names in a row"],
  "post-inherited": ["单位与前一人相同", "same body as the person before"],
  "post-bare": ["职务前未写单位,取自上文", "title without its body, which stands earlier"],
  "post-of-area": ["由职务推出的单位", "body that follows from the title"],
  "division-table": ["行政区划表", "table of administrative divisions"],
  "name-part": ["名称中的地名或上级单位", "place or parent body within the name"],
  judgement: ["人工判定", "a person's decision"],
};

export type Word = keyof typeof WORDS;
export type Say = (word: Word, ...values: (string | number)[]) => string;

/** The word in a language: {0}, {1} … are filled in, numbers as the language writes them; {0|one|many} chooses by a number. */
export const speaker = (language: Language): Say => (word, ...values) =>
  WORDS[word][language === "zh" ? 0 : 1].replace(/\{(\d)(?:\|(\w+)\|(\w+))?\}/g, (_, at: string, one?: string, many?: string) => {
    const value = values[Number(at)];
    if (one && many) return value === 1 ? one : many;
    return typeof value === "number" ? value.toLocaleString(language === "zh" ? "zh-CN" : "en-GB") : String(value);
  });

/** The language of the browser: Chinese of any kind, else English. */
export const preferred = (): Language => (/^zh\b/i.test(navigator.language) ? "zh" : "en");

/** What read a relation, in words; rules of others, as extensions bring them, by their name. */
export const ruleNamed = (rule: string, language: Language): string => RULES[rule]?.[language === "zh" ? 0 : 1] ?? rule;

export const named = (thing: { zh: string; en: string }, language: Language): string => thing[language];
