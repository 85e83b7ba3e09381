// The settings of a book: taizhang.yaml, every key of it optional, every wrong one a finding and its default.

import type { Place, Staged } from '../core/finding.js';
import type { Lang, Words } from '../core/lang.js';
import { yamlTellings } from '../core/messages/yaml.js';
import { nearest } from '../core/nearest.js';
import { ONE, parseQuantity, type Quantity, ZERO } from '../core/quantity.js';
import {
  defaultSeverity,
  isSlug,
  quarantines,
  type Severity,
  type SeveritySetting,
  type Slug,
  slugs,
} from '../core/slugs.js';
import { matchable } from '../core/text.js';
import { SETTINGS_FILE, type Workspace } from '../source/workspace.js';
import { foundIn } from '../source/yaml/fields.js';
import { type Fields, isNull, readYaml, type YamlNode, YamlReader } from '../source/yaml.js';
import { flags, type Priority, wordsOf } from './choices.js';

/** How far a count may be off: so much in base units, or so many percent of what the book says. */
export type CountTolerance =
  | { readonly kind: 'absolute'; readonly value: Quantity }
  | { readonly kind: 'share'; readonly percent: Quantity };

export interface Category extends Words {
  readonly code: string;
}

export interface Policy {
  readonly countTolerance: CountTolerance;
  readonly countEveryDays: number;
  readonly deliveryHours: number;
  readonly expiringDays: number;
  readonly coverDays: number;
  readonly needHours: Readonly<Record<Priority, number>>;
  readonly restHours: number;
}

export interface Settings {
  readonly title: string | null;
  /** Null: the terminal decides. */
  readonly language: Lang | null;
  /** An IANA name; null: the machine decides. */
  readonly timezone: string | null;
  /** Whether new files of a Chinese book get the BOM that Excel and WPS need. */
  readonly excel: boolean;
  /** By code, in the order of the file, which is the order of every report. */
  readonly categories: ReadonlyMap<string, Category>;
  readonly policy: Policy;
  /** Only the checks that the book has set. */
  readonly checks: ReadonlyMap<Slug, SeveritySetting>;
  /** Where the book sets something, by its path: `policy.count-tolerance`, `checks.count/stale`. */
  readonly places: ReadonlyMap<string, Place>;
}

export const defaultSettings: Settings = {
  title: null,
  language: null,
  timezone: null,
  excel: true,
  categories: categoriesOf([
    { code: 'protective', zh: '防护物资', en: 'protective items' },
    { code: 'testing', zh: '核酸检测物资', en: 'nucleic-acid testing items' },
    { code: 'living', zh: '生活保障物资', en: 'living supplies' },
    { code: 'meals', zh: '餐食', en: 'meals' },
  ]),
  policy: {
    countTolerance: { kind: 'absolute', value: ZERO },
    countEveryDays: 7,
    deliveryHours: 24,
    expiringDays: 30,
    coverDays: 3,
    needHours: { critical: 4, urgent: 12, routine: 24 },
    restHours: 8,
  },
  checks: new Map(),
  places: new Map(),
};

/** The keys of taizhang.yaml, in the order of the manual. */
export const settingsKeys = ['title', 'language', 'timezone', 'excel', 'categories', 'policy', 'checks'] as const;
export const policyKeys = [
  'count-tolerance',
  'count-every-days',
  'delivery-hours',
  'expiring-days',
  'cover-days',
  'need-hours',
  'rest-hours',
] as const;
export const needHoursKeys = ['critical', 'urgent', 'routine'] as const satisfies readonly Priority[];

export const languages: Readonly<Record<string, Lang>> = { 'zh-CN': 'zh', en: 'en' };
export const severitySettings = ['error', 'warning', 'note', 'off'] as const satisfies readonly SeveritySetting[];

/** A hundred years, so that no date computed with them leaves the calendar. */
export const MOST_DAYS = 36_500;
export const MOST_HOURS = MOST_DAYS * 24;

const yesNoWords = wordsOf(flags);

/** Reads taizhang.yaml; a book without one, or with an empty one, has the defaults. */
export function readSettings(workspace: Workspace): Staged<Settings> {
  if (!workspace.has(SETTINGS_FILE)) return { value: defaultSettings, findings: [] };
  const { value: root, findings } = readYaml(workspace, SETTINGS_FILE);
  if (root === null) return { value: defaultSettings, findings };
  const reader = new SettingsReader();
  const value = reader.settings(root);
  return { value, findings: [...findings, ...reader.findings] };
}

/** A check's severity in this book; null where it is switched off. */
export function severityIn(settings: Settings, slug: Slug): Severity | null {
  const setting = settings.checks.get(slug) ?? defaultSeverity(slug);
  return setting === 'off' ? null : setting;
}

class SettingsReader extends YamlReader {
  private readonly places = new Map<string, Place>();

  settings(root: YamlNode): Settings {
    const { places } = this;
    const fields = isNull(root) ? null : this.fields(root, settingsKeys);
    if (fields === null) return defaultSettings;
    const value = this.from(fields, '');
    const language = value('language', (node) => this.choice(node, Object.keys(languages)));
    return {
      title: value('title', (node) => this.text(node)),
      language: language === null ? null : (languages[language] ?? null),
      timezone: value('timezone', (node) => this.timezone(node)),
      excel: value('excel', (node) => this.yesNo(node)) ?? defaultSettings.excel,
      categories: value('categories', (node) => this.categories(node)) ?? defaultSettings.categories,
      policy: value('policy', (node) => this.policy(node)) ?? defaultSettings.policy,
      checks: value('checks', (node) => this.checks(node)) ?? defaultSettings.checks,
      places,
    };
  }

  /** Reads a key's value where there is one, and remembers where it stands. */
  private from(fields: Fields, path: string) {
    return <T>(key: string, read: (node: YamlNode) => T | null): T | null => {
      const node = fields.get(key);
      if (node === null) return null;
      this.places.set(path + key, node.at);
      return read(node);
    };
  }

  private timezone(node: YamlNode): string | null {
    const name = this.text(node);
    if (name === null || isTimezone(name)) return name;
    const near = nearest(name, Intl.supportedValuesOf('timeZone'));
    this.wrong(node.at, yamlTellings.notTimezone({ found: foundIn(node), nearest: near }));
    return null;
  }

  private yesNo(node: YamlNode): boolean | null {
    const word = node.kind === 'scalar' ? yesNoWords.get(matchable(node.text).toLowerCase()) : undefined;
    if (word !== undefined) return word === 'yes';
    this.wrong(node.at, yamlTellings.notChoice({ found: foundIn(node), words: ['yes', 'no'], nearest: null }));
    return null;
  }

  private categories(node: YamlNode): ReadonlyMap<string, Category> | null {
    const map = this.map(node);
    if (map === null) return null;
    const categories: Category[] = [];
    for (const { key, value } of map.entries) {
      const code = this.text(key);
      if (code === null) continue;
      this.places.set(`categories.${code}`, key.at);
      const names = this.fields(value, ['zh', 'en']);
      const name = (lang: Lang) => {
        const words = names?.get(lang) ?? null;
        return words === null ? null : this.text(words);
      };
      const zh = name('zh');
      const en = name('en');
      if (names !== null && names.get('zh') === null && names.get('en') === null) {
        this.wrong(key.at, yamlTellings.unnamedCategory({ category: code }));
      }
      // Items may name it whatever is wrong with its names.
      categories.push({ code, zh: zh ?? en ?? code, en: en ?? zh ?? code });
    }
    if (categories.length > 0) return categoriesOf(categories);
    this.wrong(node.at, yamlTellings.noCategory());
    return null;
  }

  private policy(node: YamlNode): Policy | null {
    const fields = this.fields(node, policyKeys);
    if (fields === null) return null;
    const value = this.from(fields, 'policy.');
    const base = defaultSettings.policy;
    const days = (child: YamlNode) => this.whole(child, 0, MOST_DAYS);
    const hours = (child: YamlNode) => this.whole(child, 0, MOST_HOURS);
    return {
      countTolerance: value('count-tolerance', (child) => this.tolerance(child)) ?? base.countTolerance,
      countEveryDays: value('count-every-days', days) ?? base.countEveryDays,
      deliveryHours: value('delivery-hours', hours) ?? base.deliveryHours,
      expiringDays: value('expiring-days', days) ?? base.expiringDays,
      coverDays: value('cover-days', days) ?? base.coverDays,
      needHours: value('need-hours', (child) => this.needHours(child)) ?? base.needHours,
      restHours: value('rest-hours', hours) ?? base.restHours,
    };
  }

  private needHours(node: YamlNode): Policy['needHours'] | null {
    const fields = this.fields(node, needHoursKeys);
    if (fields === null) return null;
    const value = this.from(fields, 'policy.need-hours.');
    const hours = (priority: Priority) =>
      value(priority, (child) => this.whole(child, 0, MOST_HOURS)) ?? defaultSettings.policy.needHours[priority];
    return { critical: hours('critical'), urgent: hours('urgent'), routine: hours('routine') };
  }

  private tolerance(node: YamlNode): CountTolerance | null {
    const parsed = parseQuantity(node.kind === 'scalar' ? matchable(node.text) : '');
    if (parsed.ok && parsed.value >= 0) {
      const { value, suffix } = parsed;
      if (suffix === '') return { kind: 'absolute', value };
      if (suffix === '%' && value <= 100 * ONE) return { kind: 'share', percent: value };
    }
    this.wrong(node.at, yamlTellings.notTolerance({ found: foundIn(node) }));
    return null;
  }

  private checks(node: YamlNode): ReadonlyMap<Slug, SeveritySetting> | null {
    const map = this.map(node);
    if (map === null) return null;
    const checks = new Map<Slug, SeveritySetting>();
    for (const entry of map.entries) {
      const slug = entry.key.text;
      if (!isSlug(slug)) {
        this.unknownKey(entry, slugs);
        continue;
      }
      if (isNull(entry.value)) continue;
      this.places.set(`checks.${slug}`, entry.value.at);
      const wanted = this.choice(entry.value, severitySettings);
      if (wanted === null) continue;
      const allowed = settingsOf(slug);
      if (allowed.includes(wanted)) checks.set(slug, wanted);
      else this.wrong(entry.value.at, yamlTellings.lockedCheck({ slug, wanted, least: defaultSeverity(slug) }));
    }
    return checks;
  }
}

/** What a check may be set to: one that quarantines rows can be made stricter, but neither lowered nor silenced. */
export function settingsOf(slug: Slug): readonly SeveritySetting[] {
  if (!quarantines(slug)) return severitySettings;
  return severitySettings.slice(0, severitySettings.indexOf(defaultSeverity(slug)) + 1);
}

function categoriesOf(categories: readonly Category[]): ReadonlyMap<string, Category> {
  return new Map(categories.map((category) => [category.code, category]));
}

/** Where most books are kept: loading the machine's list of zones to find these takes longer than reading a small book. */
const usualZones = new Set(['Asia/Shanghai', 'UTC']);

function isTimezone(name: string): boolean {
  if (usualZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
