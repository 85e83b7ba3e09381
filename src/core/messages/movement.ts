// What is said about a movement that cannot be booked as it stands: its ends, its lot.

import { telling } from './telling.js';

export const movementTellings = {
  fromMissing: (a: { kind: string; kindZh: string }) =>
    telling({
      zh: () => [`${a.kindZh}没有写“来源”（from）`, '写上货物从哪里来：入库写来往单位，其余写点位'],
      en: () => [
        `a movement of kind ${a.kind} needs a from`,
        'say where the goods come from: a party for a receipt, a site for the rest',
      ],
    }),
  toMissing: (a: { kind: string; kindZh: string }) =>
    telling({
      zh: () => [`${a.kindZh}没有写“去向”（to）`, '写上货物到哪个点位'],
      en: () => [`a movement of kind ${a.kind} needs a to`, 'say which site the goods go to'],
    }),
  fromUnexpected: (a: { kind: string; kindZh: string; text: string }) =>
    telling({
      zh: () => [
        `${a.kindZh}的“来源”不能是“${a.text}”`,
        '核对类别与来源：期初、盘盈没有来源，入库来自单位，在途只用于退库和盘亏',
      ],
      en: () => [
        `"${a.text}" cannot be the from of a movement of kind ${a.kind}`,
        'check kind and from: opening and gain have none, a receipt comes from a party, transit is for returns and losses',
      ],
    }),
  toUnexpected: (a: { kind: string; kindZh: string; text: string }) =>
    telling({
      zh: () => [
        `${a.kindZh}的“去向”不能是“${a.text}”`,
        '核对类别与去向：报损、盘亏没有去向，只有出库可以发给外部单位',
      ],
      en: () => [
        `"${a.text}" cannot be the to of a movement of kind ${a.kind}`,
        'check kind and to: disposal and loss have none, only an issue may go to a party',
      ],
    }),
  sameEnds: (a: { text: string }) =>
    telling({
      zh: () => [`来源和去向都是“${a.text}”`, '货物没有移动就不用记；否则改正其中一处'],
      en: () => [
        `from and to are both "${a.text}"`,
        'goods that did not move need no row; else correct one of the two',
      ],
    }),
  lotRequired: (a: { item: string; received: boolean }) =>
    telling({
      zh: () => [
        `${a.item}按批次管理，缺少批号`,
        a.received ? '照外包装抄上批号和效期' : '写明动用的是哪一批；taizhang report stock 可查各批结存',
      ],
      en: () => [
        `${a.item} is kept in lots and the row names none`,
        a.received
          ? 'copy the lot number and expiry from the carton'
          : 'say which lot it was; "taizhang report stock" lists what is left of each',
      ],
    }),
  lotUnexpected: (a: { item: string; lot: string }) =>
    telling({
      zh: () => [
        `${a.item}不按批次管理，却写了批号“${a.lot}”`,
        '删去批号；若要管批次，把 items.csv 的“批次管理”改为 auto',
      ],
      en: () => [
        `${a.item} is not kept in lots, but the row names lot "${a.lot}"`,
        'remove the lot, or set lots to auto in items.csv if its lots matter',
      ],
    }),
} as const;
