// Text as GB18030: the platform decodes it and does not encode it, so its table of two-byte codes is turned round once.

let codes: ReadonlyMap<string, number> | null = null;

function tableOf(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030');
  const made = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && text !== '\ufffd' && !made.has(text)) made.set(text, (lead << 8) | trail);
    }
  }
  return made;
}

/** Characters without a two-byte code become a question mark, as many programs write them. */
export function gb18030(text: string): Uint8Array {
  codes ??= tableOf();
  const out: number[] = [];
  for (const c of text) {
    if (c <= '\u007f') out.push(c.charCodeAt(0));
    else {
      const code = codes.get(c);
      if (code === undefined) out.push(0x3f);
      else out.push(code >> 8, code & 0xff);
    }
  }
  return Uint8Array.from(out);
}
