// The day's entries of the item at hand: kept only where lots hide which row took from which balance.

import { ask, column, figure, flag, int, num, setFigure, setInt, setNum } from './context';
import {
  ASK_LOG_ROOM, ASK_NEGATIVE, CLOSING, LOG_BALANCE, LOG_QTY, LOG_ROOM, LOG_ROW, LOGGED, LOTTED,
} from '../../postinglayout';

export function log(balance: i32, item: i32, qty: f64, row: i32): void {
  if (!flag(LOTTED, item)) return;
  const at = figure(LOGGED);
  if (at == figure(LOG_ROOM)) ask(ASK_LOG_ROOM, 0, 0, 0);
  setInt(LOG_BALANCE, at, balance);
  setNum(LOG_QTY, at, qty);
  setInt(LOG_ROW, at, row);
  setFigure(LOGGED, at + 1);
}

/** After the item's last event of the day: a balance below zero wants the row that took it there. */
export function lookForNegatives(item: i32): void {
  const logged = figure(LOGGED);
  for (let at = 0; at < logged; at++) {
    if (num(CLOSING, int(LOG_BALANCE, at)) >= 0) continue;
    ask(ASK_NEGATIVE, item, 0, 0);
    return;
  }
}
