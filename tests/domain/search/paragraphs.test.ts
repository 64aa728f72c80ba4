// A rendered lesson read as paragraphs with their places.
import { expect, test } from 'vitest';
import { paragraphsOf } from '~/domain/search/index.server';

const read = (html: string) =>
  paragraphsOf([{ kind: 'html', html }]).map(
    ({ anchor, heading, text }) => `${anchor}${heading ? '#' : ''} ${text}`,
  );

test('blocks, headings, lists, tables and callouts', () => {
  expect(
    read(`<p data-block="1" id="b1">One &amp; <em>two</em><br/>three &#x27;&quot;&lt;.</p>
<h2 id="s1" data-block="2"><span id="b2" class="block-mark"></span>A heading</h2>
<ul data-block="3" id="b3">
<li>first</li>
<li><p>second</p><p>third</p></li>
</ul>
<div class="scroll" data-block="4" id="b4"><table><thead><tr><th scope="col">Need</th><th>Service</th></tr></thead><tbody><tr><td>Money</td><td>A <a href="/x">clinic</a></td></tr></tbody></table></div>
<div class="callout" data-block="5"><p class="callout-title"><span class="callout-kind">Tip</span> Compare</p><p>With care.</p></div>
<figure data-block="6"><img src="a.svg" alt="not read"/><figcaption>Caption</figcaption></figure>`),
  ).toEqual([
    `b1 One & two three '"<.`,
    'b2# A heading',
    'b3 first',
    'b3 second',
    'b3 third',
    'b4 Need · Service',
    'b4 Money · A clinic',
    'b5 Compare',
    'b5 With care.',
    'b6 Caption',
  ]);
});

test('what is no part of the sentence is left out: cards of terms, marks of footnotes, formulas that stand alone', () => {
  expect(
    read(`<p data-block="1">Their <span class="keep"><button type="button" class="term" popovertarget="term-1">runway</button><span class="term-card" id="term-1" popover=""><span class="term-entry" lang="ms"><strong>tempoh</strong> <span>Bilangan</span></span></span>,</span> long.<sup><a href="#note-fn-a" id="note-fnref-a" data-footnote-ref="true" aria-describedby="footnote-label">1</a></sup> With <span class="katex"><math xmlns="x"><semantics><mrow><mi>C</mi></mrow><annotation encoding="application/x-tex">C</annotation></semantics></math></span> so.</p>
<div data-block="2"><span><math display="block"><semantics><mi>c</mi><annotation>c = d</annotation></semantics></math></span></div>
<p class="download" data-block="3"><a href="/m" download="a.csv"><span class="card-title">The sheet</span><span class="card-meta">Download · a.csv · 1 kB</span></a></p>
<section data-footnotes="true" class="footnotes"><h2 class="footnotes-title" id="footnote-label">Notes</h2>
<ol>
<li id="note-fn-a">
<p>A book. <a href="#note-fnref-a" data-footnote-backref="" class="data-footnote-backref">↩</a></p>
</li>
</ol>
</section>`),
  ).toEqual(['b1 Their runway, long. With C so.', 'b3 The sheet', 'note-fn-a A book.']);
});

test('a Reflect stands at its own block; a quiz says nothing', () => {
  expect(
    paragraphsOf([
      { kind: 'reflect', id: 'x', html: '<p>What of yours?</p>', block: 7 },
      { kind: 'quiz', id: 'q', block: 8 },
    ]),
  ).toEqual([{ anchor: 'b7', heading: false, text: 'What of yours?' }]);
});
