// The registers of a small book, and what looks words up in them.

import { Resolver } from '../../src/book/ledger/resolver.js';
import { readItems } from '../../src/book/register/items.js';
import { readParties, readSites } from '../../src/book/register/places.js';
import { readStaff } from '../../src/book/register/staff.js';
import { memoryWorkspace } from '../../src/source/workspace.js';

export const REGISTERS: Readonly<Record<string, string>> = {
  'items.csv': [
    'item,name,category,unit,packs,lots,spec',
    'SUIT,防护服,living,套,箱=20;半箱=0.5,no,',
    'MASK,口罩,living,只,盒=10,auto,',
    'KIT,试剂,living,人份,,required,',
    'G-S,手套,living,双,,no,S',
    'G-M,手套,living,双,,no,M',
    'G-B,手套,living,箱,,no,M',
    'TEA,茶,living,包,,no,绿',
    'TEA2,茶,living,包,,no,',
    'BIG,集装箱,living,件,船=9000000000,no,',
    '',
  ].join('\n'),
  'sites.csv': [
    'site,name,kind',
    'D1,总仓,depot',
    'D2,分仓,depot',
    'S1,隔离点,isolation',
    'S2,隔离点,isolation',
    'S3,红十字会,service',
    '',
  ].join('\n'),
  'parties.csv': [
    'party,name,kind',
    'SUP,供应商,supplier',
    'RC,红十字会,donor',
    'H1,医院,recipient',
    'H2,医院,recipient',
    '',
  ].join('\n'),
  'staff.csv': 'staff,name\nP1,张三\nP2,李四\nP3,王五\nP4,王五\n',
};

/** The registers without some of them. */
export function registersBut(...left: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(REGISTERS).filter(([file]) => !left.includes(file)));
}

export function resolverOf(files: Readonly<Record<string, string>> = REGISTERS): Resolver {
  const workspace = memoryWorkspace(files);
  return new Resolver({
    items: readItems(workspace, new Map([['living', ['生活物资']]])).value,
    sites: readSites(workspace).value,
    parties: readParties(workspace).value,
    staff: readStaff(workspace).value,
  });
}
