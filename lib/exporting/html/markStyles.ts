/**
 * Passages and notes. Kinds differ in line style and colour (solid amber, dotted teal, double violet; contradicted:
 * wavy red), so that they can be told apart in grey, too. Lines of overlapping passages stand below each other.
 */
export const marks = `
mark{color:inherit;background:var(--wash);border-radius:.1em;text-decoration:underline;text-decoration-color:var(--line);text-decoration-thickness:.1em;text-underline-offset:.16em;text-decoration-skip-ink:none;-webkit-print-color-adjust:exact;print-color-adjust:exact;-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark span{background:var(--wash);text-decoration:underline;text-decoration-color:var(--line);text-decoration-thickness:.1em;text-decoration-skip-ink:none}
.claim{--line:var(--amber);--wash:var(--amber-wash);text-decoration-style:solid}
.figure{--line:var(--teal);--wash:var(--teal-wash);text-decoration-style:dotted}
.official{--line:var(--violet);--wash:var(--violet-wash);text-decoration-style:double}
.contradicted{--line:var(--red);--wash:transparent;text-decoration-style:wavy}
mark.claim,mark .claim{text-decoration-style:solid}
mark.figure,mark .figure{text-decoration-style:dotted;text-decoration-thickness:.13em}
mark.official,mark .official{text-decoration-style:double;text-decoration-thickness:.07em}
mark.contradicted,mark .contradicted{text-decoration-style:wavy;text-decoration-thickness:.07em}
mark .line-2{text-underline-offset:.32em}
mark .line-3{text-underline-offset:.48em}
mark .line-4{text-underline-offset:.62em}
mark.again{box-shadow:inset 0 0 0 99em var(--wash)}
.ref{font:600 .66em/1 var(--sans);vertical-align:super;text-decoration:none;color:var(--line);padding-inline:.18em;unicode-bidi:isolate}
.legend{font:.8rem/2 var(--sans);color:var(--soft);margin-block:3rem 0;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;max-inline-size:var(--measure)}
.notes{list-style:none;margin:0;padding:0;font:.8rem/1.45 var(--sans);color:var(--ink)}
.note{border-inline-start:3px solid var(--line);padding-inline-start:.75rem;margin-block-end:1.1rem;scroll-margin-block:2rem}
.note.figure{border-inline-start-style:dotted}
.note.official{border-inline-start:5px double var(--line)}
.note:target,.card:target,.other-links li:target{background:var(--target);outline:.4rem solid var(--target)}
.sr:target+mark,.sr:target+.sr+mark{outline:2px solid var(--line);outline-offset:2px}
.note p,.note ul,.note dl{margin-block:.25rem}
.note-head{display:flex;flex-wrap:wrap;gap:.1rem .5rem;align-items:baseline}
.number{font-weight:700;color:var(--line);text-decoration:none}
.status{color:var(--soft)}
.status.confirmed{color:var(--green)}
.status.disputed,.status.corrected,.status.cut{color:var(--red)}
.note dl div,.note dt,.note dd{display:inline;margin:0}
.note dl div+div::before{content:" · ";color:var(--soft)}
.note dt{color:var(--soft)}
.note dt::after{content:": "}
.evidence,.links{list-style:none;padding:0}
.evidence li,.links li{margin-block:.3rem}
.links li.dismissed{text-decoration:line-through}
.at{font-weight:700}
.at::before{content:"→ "}
.by{color:var(--soft);font-family:var(--sans);font-size:.75rem}
.badge{display:inline-block;font:600 .68rem/1.5 var(--sans);border:1px solid var(--rule);border-radius:.3em;padding-inline:.45em;color:var(--soft);white-space:nowrap}
.badge.direct{border-color:var(--red);color:var(--red)}
.badge.apparent{border-style:dashed;border-color:var(--soft)}
.badge.event-no{border-style:dashed;border-color:var(--soft)}
.card{border:1px solid var(--rule);border-inline-start:4px solid var(--red);border-radius:.4rem;padding:1rem 1.25rem;margin-block:1.25rem;break-inside:avoid}
.card.apparent{border-inline-start-style:dashed;border-inline-start-color:var(--soft)}
.card h3{margin-block:0 .3rem}
.badges{margin:0 0 .75rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(16rem,100%),1fr));gap:1rem 2rem}
.pair figure{margin:0}
.pair blockquote{margin:0;padding-inline-start:.9rem;border-inline-start:2px solid var(--rule)}
.pair blockquote p{margin:0}
figcaption{font:.78rem/1.5 var(--sans);color:var(--soft);margin-block-start:.4rem}
.caution{font:.85rem/1.5 var(--sans);border-block-start:1px dashed var(--rule);padding-block-start:.6rem;margin-block:.9rem 0}
.card .prose,.other-links .prose{font-size:.92rem;margin-block-start:.6rem}
.other-links{padding-inline-start:1.2rem}
.other-links li{margin-block:.8rem}
`;
