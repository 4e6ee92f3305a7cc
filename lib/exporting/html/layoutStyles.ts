/** Colours, type, the page and its margin, and paper. Contrast is at least 4.5:1 in both schemes. */
export const layout = `
:root{color-scheme:light dark;--paper:#fffdf8;--ink:#1f1c18;--soft:#5f584d;--rule:#d9d2c4;--target:#f3ecdc;--amber:#8f5a00;--amber-wash:rgba(240,170,40,.2);--teal:#00665f;--teal-wash:rgba(0,150,136,.13);--violet:#5a3bb0;--violet-wash:rgba(120,90,220,.12);--red:#b02318;--green:#24662d;--measure:38rem;--margin:20rem;--serif:"Source Serif 4 Variable","Source Serif 4","Source Serif Pro",Charter,"Iowan Old Style",Georgia,"Noto Naskh Arabic","Times New Roman",serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif;--mono:ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace}
@media (prefers-color-scheme:dark){:root{--paper:#181613;--ink:#ebe5da;--soft:#b5ab9b;--rule:#433e36;--target:#2c2820;--amber:#f2bd57;--amber-wash:rgba(242,189,87,.15);--teal:#56d2c4;--teal-wash:rgba(86,210,196,.14);--violet:#bda8ff;--violet-wash:rgba(189,168,255,.16);--red:#ff8f84;--green:#8fd19a}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1.09rem/1.7 var(--serif);-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:clamp(1rem,4vw,4rem) clamp(1rem,4vw,3rem);max-inline-size:calc(var(--measure) + var(--margin) + 9.5rem);overflow-wrap:anywhere}
h1,h2,h3,h4,h5,h6{line-height:1.25;font-weight:600;text-wrap:balance;break-after:avoid}
h1{font-size:2.3rem;margin-block:.2rem .8rem;max-inline-size:26ch}
h2{font-size:1.6rem;margin-block:0 .6rem}
h3{font-size:1.2rem;margin-block:1.6rem .5rem}
h4,h5,h6{font-size:1.05rem;margin-block:1.4rem .4rem}
p{margin-block:0 1rem}
a{color:inherit;text-decoration-color:var(--soft);text-underline-offset:.15em}
a:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
code{font-family:var(--mono);font-size:.85em}
pre{white-space:pre-wrap;border:1px solid var(--rule);padding:.75rem;line-height:1.45}
hr{border:0;border-block-start:1px solid var(--rule);margin-block:2rem}
table{border-collapse:collapse;font-size:.9rem;margin-block:1rem}
th,td{border-block-end:1px solid var(--rule);padding:.35rem .8rem .35rem 0;text-align:start;vertical-align:top}
.prose>:last-child{margin-block-end:0}
.prose blockquote,.signature blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:2px solid var(--rule)}
.sr{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
section{margin-block-start:3.5rem;padding-block-start:2rem;border-block-start:1px solid var(--rule)}
.memo>*,section>h2,section>p,section>ul,.card,.sign-off>*{max-inline-size:var(--measure)}
.card{max-inline-size:calc(var(--measure) + 4rem)}
.masthead,.dossier,.source,.counts,nav{font-family:var(--sans)}
.masthead h1{font-family:var(--serif)}
.dossier{font-size:.85rem;letter-spacing:.02em;color:var(--soft);margin:0}
.standing,.counts,nav{font-size:.85rem;line-height:1.6;color:var(--soft);margin-block:.2rem}
.standing{color:var(--green)}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;padding:0;margin:.8rem 0 0}
.source{font-size:.8rem;color:var(--soft)}
.text{margin-block-start:1.5rem}
.block{display:grid;grid-template-columns:minmax(0,var(--measure)) minmax(0,var(--margin));gap:0 3.5rem;align-items:start}
.block>*{grid-column:1}
.block>.notes{grid-column:2;grid-row:1/span 99;padding-block-start:.3rem}
.draft-note{font:.9rem/1.5 var(--sans);border:2px dashed var(--red);padding:.6rem 1rem;max-inline-size:var(--measure)}
.draft-note strong,.draft-tag{color:var(--red)}
.draft-tag{font:600 .8rem/1.5 var(--sans);margin:0}
.watermark{position:fixed;inset-block-start:0;inset-inline-end:0;z-index:1;pointer-events:none;font:700 .75rem/1 var(--sans);letter-spacing:.12em;text-transform:uppercase;color:#fff;background:#9c1f15;padding:.5rem 1rem;border-end-start-radius:.4rem;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.sign-off dl{font:.8rem/1.5 var(--sans)}
.sign-off dl div{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:.8rem;padding-block:.2rem;border-block-end:1px solid var(--rule)}
.sign-off dt{color:var(--soft)}
.sign-off dd{margin:0}
.signature{break-inside:avoid;margin-block-end:2rem}
.signature blockquote{font-size:1.15rem}
.signature blockquote p{margin:0;white-space:pre-line}
.signed-by{font-family:var(--sans);font-size:.9rem;font-weight:600;margin-block:.6rem}
@media (max-width:64rem){.block{display:block}.block>.notes{margin-block:0 1.6rem;margin-inline-start:1rem}}
@media (max-width:40rem){h1{font-size:1.8rem}.sign-off dl div{grid-template-columns:1fr;gap:0}}
@media print{
:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#4a453d;--rule:#bbb;--amber:#8f5a00;--amber-wash:rgba(240,170,40,.2);--teal:#00665f;--teal-wash:rgba(0,150,136,.13);--violet:#5a3bb0;--violet-wash:rgba(120,90,220,.12);--red:#b02318;--green:#24662d}
@page{size:A4;margin:20mm 22mm 22mm}
html{font-size:10.5pt;line-height:1.55}
body{padding:0;max-inline-size:none}
nav{display:none}
.block{display:block}
.block>.notes{margin-block:0 1.1rem;margin-inline-start:1.2rem}
.note{break-inside:avoid}
p{orphans:3;widows:3}
section{margin-block-start:2rem;padding-block-start:1.2rem}
.watermark{inset-block:auto 0;border-radius:0}
}
`;
