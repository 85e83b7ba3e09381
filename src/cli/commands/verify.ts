// taizhang verify: a full check of the seals: chain, bytes, late rows, every closed night replayed, signatures.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkBook } from '../../checks/run.js';
import { formatDay } from '../../core/day.js';
import type { Diagnostic } from '../../core/finding.js';
import { sealTellings } from '../../core/messages/seal.js';
import { verifyWords } from '../../core/messages/seal-commands.js';
import { visible } from '../../core/text.js';
import { jsonPieces } from '../../render/json/envelope.js';
import { renderDiagnostics } from '../../render/terminal/diagnostics.js';
import { summarize } from '../../report/summary.js';
import type { ChainLink } from '../../seal/chain.js';
import { canonicalFile } from '../../seal/chain.js';
import { pinsOf } from '../../seal/pins.js';
import { signaturePath } from '../../seal/seal.js';
import { verifySignature } from '../../seal/sign.js';
import { locate } from '../../source/locate.js';
import type { CommandModule } from '../command.js';
import { Exit, UsageError } from '../exit.js';
import { textOption } from '../options.js';
import { emit, note } from '../output.js';
import { Session } from '../session.js';

interface Signatures {
  readonly findings: readonly Diagnostic[];
  readonly signers: ReadonlyMap<string, string>;
}

/** A signature vouches for its seal and, by the chain, for all before it; what comes after it is nobody's word. */
function signatures(session: Session, links: readonly ChainLink[], allowed: string): Signatures {
  const signers = new Map<string, string>();
  const findings: Parameters<typeof locate>[1][number][] = [];
  let vouchedFor = -1;
  for (const [index, { file, seal }] of links.entries()) {
    const place = path.join(session.root, signaturePath(seal.date));
    if (!existsSync(place)) continue;
    const checked = verifySignature(allowed, canonicalFile(session.workspace, file), readFileSync(place));
    if (checked.ok) {
      signers.set(file, checked.signer);
      vouchedFor = index;
      continue;
    }
    const tell = sealTellings.badSignature({ file, reason: checked.reason });
    findings.push({ code: 'seal/chain', at: { kind: 'file', file }, tell, related: [] });
    vouchedFor = Math.max(vouchedFor, index);
  }
  for (const { file } of links.slice(vouchedFor + 1)) {
    const tell = sealTellings.unsigned({ file });
    findings.push({ code: 'seal/chain', at: { kind: 'file', file }, tell, related: [] });
  }
  return { signers, findings: locate(session.workspace, findings, () => 'error') };
}

const command: CommandModule = {
  configure(self, say) {
    self.option(
      '--allowed-signers <file>',
      say({
        zh: '签名人名单，格式同 git 的 allowedSignersFile',
        en: "who may sign, in the form of git's allowedSignersFile",
      }),
    );
  },
  run(_args, options) {
    const session = new Session(options);
    const { lang, terminal, common, workspace, book } = session;
    const format = session.format(['text', 'json']);
    const allowed = textOption(options, 'allowedSigners');
    if (allowed !== null && !existsSync(allowed)) {
      throw new UsageError(
        { zh: `没有文件 ${allowed}`, en: `there is no file ${allowed}` },
        { zh: '名单每行一个签名人：名字 公钥', en: 'one signer a line: name, then the public key' },
      );
    }
    const all = checkBook(workspace, book, null, null, true);
    const links = all.seals?.chain.links ?? [];
    const signed =
      allowed === null ? { findings: [], signers: new Map<string, string>() } : signatures(session, links, allowed);
    const own = all.diagnostics.filter(({ code }) => code.startsWith('seal/'));
    const checked = { ...all, diagnostics: [...own, ...signed.findings], quarantined: 0 };
    const { errors } = summarize(checked.diagnostics, 0);
    const last = links[links.length - 1];

    function* pieces(): Iterable<string> {
      if (format === 'json') {
        const seals = links.map(({ file, seal, digest }) => ({
          date: formatDay(seal.date),
          file,
          sha256: digest,
          closedBy: seal.closedBy,
          closedAt: seal.closedAt,
          signer: signed.signers.get(file) ?? null,
        }));
        yield* jsonPieces(session.outcome('verify', checked), [['seals', seals]]);
        return;
      }
      if (checked.diagnostics.length > 0) yield renderDiagnostics(checked.diagnostics, { lang, ...terminal });
      for (const [file, signer] of signed.signers)
        yield `${visible(verifyWords.signed({ seal: file, signer })[lang])}\n`;
      if (errors > 0) yield `${verifyWords.bad({ errors })[lang]}\n`;
      else if (last === undefined) yield `${verifyWords.none[lang]}\n`;
      else {
        const through = formatDay(last.seal.date);
        yield `${verifyWords.good({ seals: links.length, through, files: pinsOf(links).size })[lang]}\n`;
      }
    }
    emit(pieces(), common.output);
    if (errors === 0 && last !== undefined && signed.signers.size === 0 && format === 'text' && !common.quiet) {
      note(verifyWords.unsignedNote[lang]);
    }
    return errors > 0 ? Exit.findings : Exit.good;
  },
};

export const { configure, run } = command;
