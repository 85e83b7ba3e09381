// The org chart as a picture: laid out by d3-hierarchy, drawn as plain SVG that any browser and any printer shows.

import { hierarchy, tree } from 'd3-hierarchy';
import { visible } from '../core/text.js';

export interface PictureNode {
  readonly title: string;
  readonly leader: string;
  /** How strong it is. */
  readonly strength: string;
  /** What is missing: said in words and in red. */
  readonly missing: string;
  readonly children: readonly PictureNode[];
}

const ROW = 34;
const COLUMN = 330;
const BOX = 286;
const MARGIN = 24;
const HEAD = 44;

function escapeXml(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Roughly how many columns of the font a text takes: an ideograph is as wide as two letters. */
function shortened(text: string, most: number): string {
  let width = 0;
  let kept = '';
  for (const point of text) {
    width += /[\u2E80-\uFFEF]/u.test(point) ? 2 : 1;
    if (width > most) return `${kept}…`;
    kept += point;
  }
  return kept;
}

/** One root above all, so that several roots are one picture; it is not drawn itself. */
export function renderOrgSvg(title: string, roots: readonly PictureNode[]): string {
  const single = roots.length === 1;
  const top: PictureNode =
    single && roots[0] !== undefined ? roots[0] : { title: '', leader: '', strength: '', missing: '', children: roots };
  const root = tree<PictureNode>()
    .nodeSize([ROW, COLUMN])
    .separation((a, b) => (a.parent === b.parent ? 1.15 : 1.5))(hierarchy(top, ({ children }) => children));
  const nodes = root.descendants().filter(({ depth }) => single || depth > 0);
  const shift = single ? 0 : COLUMN;
  const least = Math.min(...nodes.map(({ x }) => x), 0);
  const most = Math.max(...nodes.map(({ x }) => x), 0);
  const deepest = Math.max(...nodes.map(({ y }) => y), 0);
  const width = Math.ceil(deepest - shift + BOX + 2 * MARGIN);
  const height = Math.ceil(most - least + ROW + 2 * MARGIN + HEAD);
  const px = (y: number) => round(y - shift + MARGIN);
  const py = (x: number) => round(x - least + MARGIN + HEAD + ROW / 2);
  const lines = root
    .links()
    .filter(({ source }) => single || source.depth > 0)
    .map(({ source, target }) => {
      const from = px(source.y) + BOX;
      const to = px(target.y);
      const middle = round((from + to) / 2);
      return `<path d="M${from} ${py(source.x)}C${middle} ${py(source.x)} ${middle} ${py(target.x)} ${to} ${py(target.x)}"/>`;
    });
  const boxes = nodes.map(({ x, y, data }) => box(px(y), py(x), data));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 14}" font-size="18" font-weight="600" fill="#1f2328">${escapeXml(title)}</text>`,
    `<g fill="none" stroke="#9aa4b2">${lines.join('')}</g>`,
    ...boxes,
    '</svg>\n',
  ].join('\n');
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

function box(x: number, y: number, { title, leader, strength, missing }: PictureNode): string {
  const bad = missing !== '';
  const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' · ');
  const under = shortened(joined(leader, bad ? missing : strength), 48);
  return (
    `<g><title>${escapeXml([title, joined(leader, strength), missing].filter((part) => part !== '').join(' / '))}</title>` +
    `<rect x="${x}" y="${round(y - 15)}" width="${BOX}" height="30" rx="4" fill="${bad ? '#fff4f3' : '#f6f8fa'}" stroke="${bad ? '#c62828' : '#6b7a90'}"/>` +
    `<text x="${x + 8}" y="${round(y - 3)}" font-size="11" font-weight="600" fill="#1f2328">${escapeXml(shortened(title, 46))}</text>` +
    `<text x="${x + 8}" y="${round(y + 10)}" font-size="10" fill="${bad ? '#c62828' : '#57606a'}">${escapeXml(under)}</text></g>`
  );
}
