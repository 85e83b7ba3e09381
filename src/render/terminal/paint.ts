// Colours, only where they are asked for; what a colour says is always written as well.

import { Chalk } from 'chalk';
import type { Severity } from '../../core/slugs.js';
import type { Tone } from '../../report/document.js';

export type Paint = (text: string) => string;

export interface Painter {
  readonly title: Paint;
  readonly heading: Paint;
  readonly muted: Paint;
  tone(tone: Tone): Paint;
  severity(severity: Severity): Paint;
}

const asItIs: Paint = (text) => text;

export function painter(color: boolean): Painter {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const tones: Readonly<Record<Tone, Paint>> = {
    plain: asItIs,
    good: chalk.green,
    warning: chalk.yellow,
    bad: chalk.red,
    muted: chalk.dim,
  };
  const severities: Readonly<Record<Severity, Paint>> = {
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    note: chalk.cyan,
  };
  return {
    title: chalk.bold,
    heading: chalk.bold,
    muted: chalk.dim,
    tone: (tone) => tones[tone],
    severity: (severity) => severities[severity],
  };
}
