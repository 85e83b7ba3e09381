// staff.csv: who works here, with which duties, from when until when.

import type { Day } from '../../core/day.js';
import type { Finding, Place } from '../../core/finding.js';
import { namingTellings } from '../../core/messages/naming.js';
import { quoted } from '../../core/text.js';
import type { Workspace } from '../../source/workspace.js';
import { Directory } from './directory.js';
import { declaredHere } from './places.js';
import { registerRows } from './rows.js';

export interface Member {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly string[];
  readonly phone: string;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly at: Place;
  readonly unitAt: Place;
  readonly sound: boolean;
}

export interface Staff {
  readonly all: readonly Member[];
  readonly directory: Directory;
  readonly present: boolean;
  readonly readable: boolean;
}

export function readStaff(workspace: Workspace): { readonly value: Staff; readonly findings: Finding[] } {
  const { rows, findings, present, readable } = registerRows(workspace, 'staff');
  const all: Member[] = [];
  const directory = new Directory();
  for (const row of rows) {
    const code = row.required('staff');
    const member: Member = {
      code,
      name: row.required('name'),
      unit: row.text('unit'),
      roles: row.words('roles'),
      phone: row.text('phone'),
      from: row.day('from'),
      until: row.day('until'),
      at: row.place('staff'),
      unitAt: row.place('unit'),
      sound: row.sound,
    };
    const twin = directory.code(code);
    if (twin !== undefined) {
      const related = [{ at: all[twin]!.at, tell: declaredHere }];
      row.report('id/duplicate', 'staff', namingTellings.duplicateCode({ code: quoted(code) }), related);
    } else if (code !== '') {
      const index = all.push(member) - 1;
      directory.addCode(code, index);
      directory.addName(member.name, index);
    }
    findings.push(...row.findings);
  }
  return { value: { all, directory, present, readable }, findings };
}
