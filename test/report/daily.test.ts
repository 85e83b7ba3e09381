// The daily report: the headline in words, the figures for programs, and the sections for people.

import { describe, expect, test } from 'vitest';
import { amountInWan, type HeadlineFigure, headlineWords, needWords } from '../../src/core/messages/report-daily.js';
import { verdictWords } from '../../src/core/messages/report-titles.js';
import { ONE } from '../../src/core/quantity.js';
import { renderMarkdown } from '../../src/render/markdown.js';
import { renderTerminal } from '../../src/render/terminal/document.js';
import { dailyData, dailyDocument, headline } from '../../src/report/daily.js';
import { csv, day, night, STOCK, small } from './books.js';

function delivered(zh: string, en: string, units: number, unit = '件', incomplete = false): HeadlineFigure {
  return { name: { zh, en }, unit, total: units * ONE, incomplete };
}

const first = [
  delivered('防护物资', 'protective items', 36_000),
  delivered('核酸检测物资', 'nucleic-acid testing items', 32_000),
  delivered('生活保障物资', 'living supplies', 20_000),
];

describe('the verdict', () => {
  const said = {
    day: day('2022-01-12'),
    counted: true,
    errors: 3,
    incomplete: false,
    negative: 0,
    variances: 0,
    outstanding: 0,
  };

  test('tells balances below zero from counts that differ', () => {
    expect(verdictWords({ ...said, negative: 2, variances: 1 })).toEqual({
      zh: '2022年1月12日：不平，3 个错误，2 项结存为负，1 项账实不符',
      en: '12 January 2022: the day does not balance: 3 errors, 2 balances are negative, 1 count differs from the book',
    });
    expect(verdictWords({ ...said, errors: 0, outstanding: 1 })).toEqual({
      zh: '2022年1月12日：除 1 项配送与签收不符（已附理由接受，或设置允许）外，账账相符，账实相符',
      en: '12 January 2022: the day balances, except that 1 delivery does not agree (accepted with a reason, or allowed by the settings)',
    });
    expect(verdictWords({ ...said, counted: false, errors: 0, outstanding: 1 })).toEqual({
      zh: '2022年1月12日：除 1 项配送与签收不符（已附理由接受，或设置允许）外，账账相符；当日没有盘点，账实未核对',
      en: '12 January 2022: the day balances, except that 1 delivery does not agree (accepted with a reason, or allowed by the settings); nothing was counted that day',
    });
    expect(verdictWords({ ...said, negative: 3 }).zh).toBe('2022年1月12日：不平，3 个错误，3 项结存为负');
  });
});

describe('needs on a page of the day after', () => {
  const counts = { raised: 46, resolved: 44, open: 2, raisedTotal: 46, resolvedTotal: 44, overdue: 0 };

  test('have their date', () => {
    const period = { from: day('2022-01-12'), to: day('2022-01-12') };
    expect(needWords(counts, period).zh).toMatch(/^1月12日新增需求46条/u);
    expect(needWords(counts, { ...period, from: day('2022-01-10') }).zh).toMatch(/^1月10日至1月12日新增需求46条/u);
    expect(needWords(counts, period).en).toMatch(/^46 needs raised on 12 January 2022, /u);
  });
});

describe('the headline', () => {
  test('names the first three categories, with 万 beside the exact figure', () => {
    expect(headlineWords(day('2022-01-12'), first)).toEqual({
      zh:
        '截至1月12日24时，累计配送防护物资3.6万件（36,000件）、核酸检测物资3.2万件（32,000件）、' +
        '生活保障物资2万件（20,000件）。',
      en:
        'As of 12 January 2022: 36,000 protective items, 32,000 nucleic-acid testing items and ' +
        '20,000 living supplies delivered.',
    });
  });

  test('states what comes after them apart, in its own unit, and leaves it out where there is none', () => {
    const words = headlineWords(day('2022-01-12'), [...first, delivered('餐食', 'meals', 1_200, '份')]);
    expect(words.zh).toMatch(/（20,000件）；另供应餐食1,200份。$/);
    expect(words.en).toMatch(/ delivered\. Also supplied: 1,200 meals\.$/);
    expect(headlineWords(day('2022-01-12'), [...first, delivered('餐食', 'meals', 0, '份')])).toEqual(
      headlineWords(day('2022-01-12'), first),
    );
  });

  test.each([
    [0, '0件'],
    [9_999, '9,999件'],
    [9_999.5, '9,999.5件'],
    [10_000, '1万件（10,000件）'],
    [10_000.5, '约1万件（10,000.5件）'],
    [35_950, '约3.6万件（35,950件）'],
    [36_000, '3.6万件（36,000件）'],
    [99_960, '约10万件（99,960件）'],
    [1_234_567, '约123.5万件（1,234,567件）'],
    [12_345_000, '1,234.5万件（12,345,000件）'],
    [-36_000, '-3.6万件（-36,000件）'],
  ])('%d reads %s', (units, text) => {
    expect(amountInWan(Math.round(units * ONE), '件')).toBe(text);
  });

  test('says which figure is incomplete', () => {
    const words = headlineWords(day('2022-01-12'), [
      delivered('防护物资', 'protective items', 36_000, '件', true),
      delivered('核酸检测物资', 'nucleic-acid testing items', 50, '件', true),
    ]);
    expect(words.zh).toBe('截至1月12日24时，累计配送防护物资3.6万件（36,000件，不完整）、核酸检测物资50件（不完整）。');
    expect(words.en).toBe(
      'As of 12 January 2022: 36,000 protective items (incomplete) and 50 nucleic-acid testing items (incomplete) delivered.',
    );
  });
});

describe('residents’ needs', () => {
  const figures = { raised: 46, resolved: 44, open: 2, raisedTotal: 2987, resolvedTotal: 2985, overdue: 0 };

  test('in one sentence', () => {
    expect(needWords(figures, null).zh).toBe('今日新增需求46条，办结44条，未办结2条；累计2,987条，办结率99.9%。');
    expect(needWords(figures, null).en).toBe(
      '46 needs raised today, 44 resolved, 2 open; 2,987 in all, 99.9% resolved.',
    );
  });

  test('a rate is 100% only where all are resolved, and there is none without needs', () => {
    expect(needWords({ ...figures, raisedTotal: 10_000, resolvedTotal: 9_999 }, null).zh).toContain('办结率99.9%');
    expect(needWords({ ...figures, raisedTotal: 0, resolvedTotal: 0 }, null).zh).not.toContain('办结率');
  });
});

describe('for programs', () => {
  const { book, figures } = small(night, '2022-01-12');

  test('every category is there, zeros included, in the order of the settings', () => {
    expect(dailyData(book, figures).delivered).toEqual([
      { category: 'protective', today: '800', total: '800', signedTotal: '798', incomplete: false },
      { category: 'testing', today: '0', total: '0', signedTotal: '0', incomplete: false },
      { category: 'living', today: '0', total: '0', signedTotal: '0', incomplete: false },
      { category: 'meals', today: '0', total: '0', signedTotal: '0', incomplete: false },
    ]);
  });

  test('stock balances, with the average of issues', () => {
    expect(dailyData(book, figures).stock).toEqual([
      {
        item: 'PPE-N95',
        opening: '1200',
        in: '0',
        out: '500',
        adjusted: '0',
        closing: '700',
        averageDailyIssue: '250',
        daysOfCover: '2.8',
      },
      {
        item: 'PPE-SUIT',
        opening: '1200',
        in: '100',
        out: '300',
        adjusted: '-3',
        closing: '997',
        averageDailyIssue: '150',
        daysOfCover: '6.646667',
      },
    ]);
  });

  test('needs and staff are null until somebody knows them', () => {
    expect(dailyData(book, figures)).toMatchObject({ needs: null, staff: null });
    const staff = { onDuty: 13, sites: 61, uncovered: 0 };
    expect(dailyData(book, figures, { staff })).toMatchObject({ needs: null, staff });
  });
});

describe('for people', () => {
  const { book, figures, diagnostics } = small(night, '2022-01-12');
  const page = (lang: 'zh' | 'en') => renderMarkdown(dailyDocument(book, figures, diagnostics), lang);

  test('says what was delivered, what is on hand, what is missing and what to look at', () => {
    const zh = page('zh');
    expect(zh).toContain('截至1月12日24时，累计配送防护物资800件、核酸检测物资0件、生活保障物资0件。');
    expect(zh).toContain('| 防护物资 | 防护服 | 175 | 套 | 1,200 | 100 | 300 | -3 | 997 | 150.0 | 6.6 |');
    expect(zh).toContain(
      '| CK20220112-001 | 2022-01-12 | 石柱中学隔离点 | 防护服（175） | 套 | 300 | 298 | 2 | 少收 |',
    );
    expect(zh).toContain('count/variance');
    expect(zh).toMatch(/填报：＿+　　审核：＿+\n$/);
  });

  test('sections without their ledgers are left out, and the others are numbered without a gap', () => {
    const headings = [...page('zh').matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(headings).toEqual(['一、总体', '二、收发存', '三、在途与签收差异', '四、账实差异', '五、需要处理的问题']);
  });

  test('further sections come before the signatures', () => {
    const plan = { title: { zh: '明日安排', en: 'Tomorrow' }, blocks: [{ kind: 'paragraph', text: '…' }] } as const;
    const zh = renderMarkdown(dailyDocument(book, figures, diagnostics, { sections: [plan] }), 'zh');
    expect(zh.indexOf('六、明日安排')).toBeLessThan(zh.indexOf('填报'));
  });

  test('a complete book has no word about figures being incomplete', () => {
    expect(dailyDocument(book, figures, diagnostics).incomplete).toBe(false);
    expect(page('en')).not.toContain('ncomplete');
  });
});

describe('with a row that could not be read', () => {
  const broken = csv(STOCK, '2022-01-12,CK20220112-009,issue,PPE-SUIT,,,三十,D1,S001,');
  const { book, figures, diagnostics } = small({ ...night, 'stock/2022-01-12-2.csv': broken }, '2022-01-12');
  const document = dailyDocument(book, figures, diagnostics);

  test('the page says so first, and marks every figure that may be wrong', () => {
    expect(document.incomplete).toBe(true);
    const lines = renderTerminal(document, { lang: 'zh', width: 80, color: false }).split('\n');
    expect(lines[3]).toMatch(/^! 数字不完整：有 1 行无法计入/);
    expect(lines.find((line) => line.startsWith('防护服'))).toContain('997*');
    expect(lines.find((line) => line.startsWith('医用防护口罩'))).not.toContain('*');
    expect(headline(book, figures).zh).toContain('防护物资800件（不完整）');
  });
});
