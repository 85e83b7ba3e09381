// taizhang explain SLUG: what a check means, with an example that is wrong and the same made right.

import type { Check } from '../../checks/check.js';
import { checkNamed, registry } from '../../checks/registry.js';
import type { Lang } from '../../core/lang.js';
import { severityWords } from '../../core/messages/report.js';
import { nearest } from '../../core/nearest.js';
import { isSlug, slugs } from '../../core/slugs.js';
import { wrap } from '../../render/terminal/wrap.js';
import type { CommandModule } from '../command.js';
import { Exit, UsageError } from '../exit.js';
import { emit } from '../output.js';
import { Speaker } from '../session.js';

function page(check: Check, lang: Lang, width: number): string {
  const zh = lang === 'zh';
  const indent = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n');
  return [
    `${check.slug} – ${check.title[lang]}`,
    `${zh ? '级别：' : 'Severity: '}${severityWords[check.severity][lang]}`,
    '',
    ...wrap(check.explanation[lang], width),
    '',
    zh ? '错误示例：' : 'Wrong:',
    indent(check.wrong),
    '',
    zh ? '正确示例：' : 'Right:',
    indent(check.right),
    '',
  ].join('\n');
}

function pageData({ slug, severity, title, explanation, wrong, right }: Check, lang: Lang) {
  return { slug, severity, title: title[lang], explanation: explanation[lang], wrong, right };
}

const command: CommandModule = {
  configure(self, say) {
    self.argument(
      '[slug]',
      say({
        zh: '检查的代号，如 stock/negative；不写则列出全部',
        en: 'the slug of a check, such as stock/negative; without one all are listed',
      }),
    );
  },
  run([slug], options) {
    const speaker = new Speaker(options);
    const { lang, terminal } = speaker;
    const format = speaker.format(['text', 'json']);
    if (slug === undefined) {
      const width = Math.max(...slugs.map((one) => one.length));
      const lines = registry.map((check) => `${check.slug.padEnd(width)}  ${check.title[lang]}\n`);
      const json = () => [
        `${JSON.stringify(
          registry.map((check) => pageData(check, lang)),
          null,
          2,
        )}\n`,
      ];
      emit(format === 'json' ? json() : lines, speaker.common.output);
      return Exit.good;
    }
    if (!isSlug(slug)) {
      const near = nearest(slug, slugs);
      throw new UsageError(
        { zh: `没有叫“${slug}”的检查`, en: `there is no check "${slug}"` },
        near.length > 0
          ? { zh: `是否为：${near.join('、')}`, en: `did you mean ${near.join(', ')}?` }
          : { zh: 'taizhang explain 列出全部', en: '"taizhang explain" lists them all' },
      );
    }
    const check = checkNamed(slug);
    const text =
      format === 'json' ? `${JSON.stringify(pageData(check, lang), null, 2)}\n` : page(check, lang, terminal.width);
    emit([text], speaker.common.output);
    return Exit.good;
  },
};

export const { configure, run } = command;
