// Reads org.yaml into a chart. Whether the people are there, and enough of them, is for the checks to say.

import type { Staged } from '../../core/finding.js';
import type { Workspace } from '../../source/workspace.js';
import { type Fields, isNull, readYaml, type YamlNode } from '../../source/yaml.js';
import { type SiteKind, siteKinds, wordsOf } from '../choices.js';
import type { Grid, GridStaffing, Level, Located, OrgChart, Team } from './chart.js';
import { ChartReader, Ids } from './reader.js';
import { UnitTree } from './units.js';

export const ORG_FILE = 'org.yaml';

export const chartKeys = ['levels', 'units', 'grids', 'grid_staffing', 'teams'] as const;
export const levelKeys = ['level', 'name', 'expect', 'site_kind', 'staffing'] as const;
export const gridKeys = ['id', 'name', 'unit', 'site', 'head', 'members', 'volunteers'] as const;
export const gridStaffingKeys = ['members', 'volunteers'] as const;
export const teamKeys = ['id', 'name', 'unit', 'leader', 'expect', 'members'] as const;

/** Null where the book has no chart, or where nothing of it can be read: what asks for it is silent then. */
export function readOrgChart(workspace: Workspace): Staged<OrgChart | null> {
  if (!workspace.has(ORG_FILE)) return { value: null, findings: [] };
  const { value: root, findings } = readYaml(workspace, ORG_FILE);
  if (root === null || isNull(root)) return { value: null, findings };
  const reader = new ChartReader();
  const fields = reader.fields(root, chartKeys);
  const value = fields === null ? null : chart(workspace, reader, fields);
  return { value, findings: [...findings, ...reader.findings] };
}

function chart(workspace: Workspace, reader: ChartReader, fields: Fields): OrgChart {
  const levelIds = new Ids<Level>(reader);
  const levels = each(reader, fields, 'levels', (node, rank) => level(reader, node, rank));
  for (const one of levels) levelIds.declare(one.id, one);

  const tree = new UnitTree(workspace, reader, ORG_FILE);
  tree.read(reader.items(fields, 'units'), null, [ORG_FILE]);

  const grids = each(reader, fields, 'grids', (node) => grid(reader, node));
  const teams = each(reader, fields, 'teams', (node) => team(reader, node));
  declareAll(reader, grids);
  declareAll(reader, teams);
  return {
    levels,
    units: tree.units,
    unitById: tree.ids.byId,
    levelById: levelIds.byId,
    grids,
    gridStaffing: gridStaffing(reader, fields),
    teams,
    files: tree.files,
  };
}

function each<T>(reader: ChartReader, fields: Fields, key: string, read: (node: YamlNode, index: number) => T | null) {
  return reader.items(fields, key).flatMap((node, index) => read(node, index) ?? []);
}

function declareAll(reader: ChartReader, things: readonly { readonly id: Located<string> }[]): void {
  const ids = new Ids<unknown>(reader);
  for (const thing of things) ids.declare(thing.id, thing);
}

function level(reader: ChartReader, node: YamlNode, rank: number): Level | null {
  const fields = reader.fields(node, levelKeys);
  if (fields === null) return null;
  const kind = fields.get('site_kind');
  return {
    ...reader.identity(fields, 'level', levelKeys),
    rank,
    expect: reader.number(fields, 'expect'),
    siteKind: kind === null ? null : siteKind(reader, kind),
    staffing: reader.rules(fields, 'staffing'),
  };
}

/** The words of sites.csv, English or Chinese. */
function siteKind(reader: ChartReader, node: YamlNode): Located<SiteKind> | null {
  const words = wordsOf(siteKinds);
  const word = reader.choice(node, [...words.keys()]);
  const value = word === null ? undefined : words.get(word);
  return value === undefined ? null : { value, at: node.at };
}

function grid(reader: ChartReader, node: YamlNode): Grid | null {
  const fields = reader.fields(node, gridKeys);
  if (fields === null) return null;
  return {
    ...reader.identity(fields, 'id', gridKeys),
    unit: reader.word(fields, 'unit'),
    site: reader.word(fields, 'site'),
    head: reader.word(fields, 'head'),
    members: reader.words(fields, 'members'),
    volunteers: reader.words(fields, 'volunteers'),
  };
}

function gridStaffing(reader: ChartReader, fields: Fields): GridStaffing {
  const node = fields.get('grid_staffing');
  const rules = node === null ? null : reader.fields(node, gridStaffingKeys);
  const rule = (key: (typeof gridStaffingKeys)[number]) => {
    const entry = rules?.entry(key) ?? null;
    return entry === null ? null : reader.rule({ value: key, at: entry.key.at }, entry.value);
  };
  return { members: rule('members'), volunteers: rule('volunteers') };
}

function team(reader: ChartReader, node: YamlNode): Team | null {
  const fields = reader.fields(node, teamKeys);
  if (fields === null) return null;
  return {
    ...reader.identity(fields, 'id', teamKeys),
    unit: reader.word(fields, 'unit'),
    leader: reader.word(fields, 'leader'),
    expect: reader.number(fields, 'expect'),
    members: reader.words(fields, 'members'),
  };
}
