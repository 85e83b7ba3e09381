// The closed sets of words that cells may hold, with their Chinese names.

export type ChoiceSet<W extends string> = Readonly<Record<W, readonly string[]>>;

export const movementKinds = {
  opening: ['期初'],
  receipt: ['入库'],
  issue: ['出库'],
  transfer: ['调拨'],
  return: ['退库'],
  disposal: ['报损'],
  gain: ['盘盈'],
  loss: ['盘亏'],
  reversal: ['冲销'],
} as const;
export type MovementKind = keyof typeof movementKinds;

/** The letters that number a kind's documents: CK20220112-001. */
export const documentPrefixes: Readonly<Record<MovementKind, string>> = {
  opening: 'QC',
  receipt: 'RK',
  issue: 'CK',
  transfer: 'DB',
  return: 'TK',
  disposal: 'BS',
  gain: 'PY',
  loss: 'PK',
  reversal: 'CX',
};

export const siteKinds = {
  depot: ['仓库'],
  isolation: ['隔离点'],
  testing: ['采样点'],
  service: ['服务点'],
  zone: ['片区'],
  other: ['其他'],
} as const;
export type SiteKind = keyof typeof siteKinds;

export const partyKinds = {
  supplier: ['供应商'],
  donor: ['捐赠方'],
  recipient: ['接收单位'],
  other: ['其他'],
} as const;
export type PartyKind = keyof typeof partyKinds;

export const lotModes = { no: ['否'], auto: ['自动'], required: ['必填', '必须'] } as const;
export type LotMode = keyof typeof lotModes;

export const countPoints = { close: ['日终'], open: ['日初'] } as const;
export type CountPoint = keyof typeof countPoints;

export const priorities = { routine: ['常规'], urgent: ['紧急'], critical: ['特急'] } as const;
export type Priority = keyof typeof priorities;

export const needEvents = {
  raise: ['提出'],
  assign: ['交办'],
  escalate: ['上报'],
  resolve: ['办结'],
  reopen: ['重开'],
  cancel: ['撤销'],
} as const;
export type NeedEvent = keyof typeof needEvents;

export const rollcallStates = { reached: ['已联系'], unreachable: ['未联系上'], moved: ['已转出'] } as const;
export type RollcallState = keyof typeof rollcallStates;

export const flags = { yes: ['y', 'true', '是', '1'], no: ['n', 'false', '否', '0'] } as const;

/** The place that goods on the way are returned from or lost from. */
export const TRANSIT_WORDS: readonly string[] = ['transit', '在途'];

/** Every word of a set with the choice it stands for, in the order of the set. */
export function wordsOf<W extends string>(set: ChoiceSet<W>): ReadonlyMap<string, W> {
  const words = new Map<string, W>();
  for (const choice of choicesOf(set)) {
    words.set(choice, choice);
    for (const word of set[choice]) words.set(word, choice);
  }
  return words;
}

export function choicesOf<W extends string>(set: ChoiceSet<W>): W[] {
  const choices: W[] = [];
  for (const choice in set) choices.push(choice);
  return choices;
}
