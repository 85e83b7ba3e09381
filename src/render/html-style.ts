// How a page looks on paper: black on white, lines to write on, the head of a table again on every page.

export const htmlStyle = `@page { size: A4; margin: 15mm; }
body { font: 11pt/1.5 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #000; max-width: 60em; margin: 1em auto; padding: 0 1em; }
h1 { font-size: 18pt; text-align: center; margin: 0; letter-spacing: .1em; }
h2 { font-size: 13pt; margin: 1.2em 0 .3em; }
.subtitle { text-align: center; margin: 0 0 1em; }
table { border-collapse: collapse; width: 100%; margin: .5em 0 1em; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 1px solid #444; padding: .25em .5em; text-align: left; min-width: 1.5em; height: 1.6em; }
th { background: #eee; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.bad, .notice.bad { font-weight: bold; }
.muted { color: #555; }
.notice { border-left: 4px solid #444; padding-left: .6em; }
.signatures { display: flex; flex-wrap: wrap; gap: 1.5em 2em; margin-top: 2em; break-inside: avoid; }
.signatures span { flex: 1 1 12em; border-bottom: 1px solid #444; padding-bottom: .2em; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
`;
