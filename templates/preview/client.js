// Runs in the preview: shows the findings next to the page and marks the figures in the prose.
const page = document.getElementById('page');
const list = document.getElementById('findings');
const MARKS = { agrees: '#c8f0cf', contradicts: '#ffc9c9', open: '#e8e8e8' };
const FOUND = 'outline: 3px solid #d00; outline-offset: 2px';
let state = { findings: [], figures: [] };
let version = -1;
let at = 0;

const inside = () => page.contentDocument;

/** The cell or section of the page that a finding is about. */
const targetOf = ({ path, section }) =>
  inside()?.querySelector(`[data-path="${CSS.escape(path)}"]`) ?? inside()?.getElementById(section);

function show() {
  document.getElementById('summary').textContent = state.summary;
  document.getElementById('stale').hidden = !state.stale;
  list.replaceChildren(
    ...state.findings.map((finding) => {
      const item = document.createElement('li');
      item.className = finding.severity;
      const button = document.createElement('button');
      const place = document.createElement('small');
      place.textContent = `${finding.place} ${finding.rule}`;
      button.append(place, finding.message);
      if (finding.hint) {
        const hint = document.createElement('small');
        hint.textContent = finding.hint;
        button.append(hint);
      }
      button.addEventListener('click', () => point(targetOf(finding)));
      item.append(button);
      return item;
    }),
  );
}

let pointed;
function point(target) {
  if (!target) return;
  pointed?.removeAttribute('style');
  pointed = target;
  target.setAttribute('style', FOUND);
  target.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

/** The text nodes of a section in order, each with its start in the joined text. */
function textsOf(root) {
  const walker = inside().createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = '';
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  return { nodes, text };
}

/** Marks figures from last to first, so that the positions of the others do not change. */
function mark() {
  const bySection = Map.groupBy ? Map.groupBy(state.figures, ({ section }) => section) : grouped(state.figures);
  for (const [section, figures] of bySection) {
    const root = inside()?.getElementById(section);
    if (!root) continue;
    const { nodes, text } = textsOf(root);
    let from = 0;
    const places = figures.flatMap((figure) => {
      const start = placeOf(text, figure, from);
      if (start < 0) return [];
      from = start;
      return [{ ...figure, start }];
    });
    for (const place of places.reverse()) wrap(nodes, place);
  }
}

function grouped(figures) {
  const groups = new Map();
  for (const one of figures) groups.set(one.section, [...(groups.get(one.section) ?? []), one]);
  return groups;
}

function placeOf(text, { before, figure, after }, from) {
  for (const length of [12, 4, 0]) {
    const lead = length === 0 ? '' : before.slice(-length);
    const found = text.indexOf(lead + figure + (length === 12 ? after.slice(0, 4) : ''), from);
    if (found >= 0) return found + lead.length;
  }
  return -1;
}

function wrap(nodes, { start, figure, verdict, said }) {
  const own = nodes.findLast((one) => one.start <= start);
  if (!own || start + figure.length > own.start + own.node.data.length) return;
  const range = inside().createRange();
  range.setStart(own.node, start - own.start);
  range.setEnd(own.node, start - own.start + figure.length);
  const element = inside().createElement('mark');
  element.setAttribute('style', `background: ${MARKS[verdict]}; color: #000`);
  element.title = said;
  element.className = `figure-${verdict}`;
  range.surroundContents(element);
}

page.addEventListener('load', () => {
  page.contentWindow.scrollTo(0, at);
  mark();
  document.body.dataset.version = String(version);
});

async function refresh() {
  const response = await fetch('state');
  state = await response.json();
  show();
  if (version === state.version) return;
  at = page.contentWindow?.scrollY ?? 0;
  version = state.version;
  page.contentWindow.location.reload();
}

const events = new EventSource('events');
events.addEventListener('message', refresh);
// The command has ended, so the page is no longer updated.
events.addEventListener('error', () => {
  document.getElementById('stale').hidden = false;
});
