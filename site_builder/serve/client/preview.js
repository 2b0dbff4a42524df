// The browser's side of the live preview: it shows the page as the server has it now, patched in place, and what is wrong on the site.
(() => {
  "use strict";

  const host = document.querySelector("dossier-preview");
  if (!host) return;
  const ROOT = host.dataset.root; // the address of the site's first page: "/" or "/repo/"
  const CALM = matchMedia("(prefers-reduced-motion: reduce)");
  const NARROW = matchMedia("(max-width: 40rem)");
  const AGAIN = [250, 500, 1000, 2000]; // ms before the next try to connect
  const SHOWN = 1500; // ms for which a changed passage is marked
  const MOST_MARKED = 40; // passages marked at once: more changed than an eye can follow

  // ── the page: patched in place ─────────────────────────────────────────────────────────────────────────────────────────────────────
  // The page's own scripts and its reader change the page: buttons appear, foldings open, words are typed. So the server's new page is
  // not compared with what is on the screen but with the server's last page, kept beside it; only what differs between these two is done
  // on the screen. Idiomorph turns the last page into the new one, and what it did there is repeated here.

  const OBSERVED = { subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true };
  const RUNS = 'script:not([type$="json"])';
  const onScreen = new WeakMap(); // node of the server's last page → the node on the screen

  const beside = document.implementation.createHTMLDocument("");
  const last = beside.importNode(document.documentElement, true);
  beside.documentElement.replaceWith(last);
  pair(last, document.documentElement);
  last.querySelector("dossier-preview").remove();
  last.querySelector("body").normalize(); // the text before our own element and the text behind it are one in the text of the page
  const retired = new Set(); // style sheets that go when their successors have come
  const watch = new MutationObserver(() => {});
  watch.observe(last, OBSERVED);

  /** Asks for the text of this page, which a script can't read from the page itself. */
  async function know() {
    const text = await fetch(location.href).then((answer) => answer.text(), () => "");
    if (!source && text.includes(`data-digest="${host.dataset.digest}"`)) source = plain(text);
  }

  function pair(kept, shown) {
    onScreen.set(kept, shown);
    for (let a = kept.firstChild, b = shown.firstChild; a && b; a = a.nextSibling, b = b.nextSibling) pair(a, b);
  }

  const OWN = /<dossier-preview[^]*?<\/dossier-preview>/; // tells the digest and so always differs
  const SETTLED = 300; // ms of rest after which the whole page is compared, to be sure
  let source = ""; // the text of the server's last page, if it is known
  let settling = 0;

  function patch({ path, digest, html }) {
    if (path !== host.dataset.path) return location.reload();
    const now = plain(html);
    clearTimeout(settling);
    if (source && mergeParts(source, now)) settling = setTimeout(() => (mergeAll(now), finish()), SETTLED);
    else mergeAll(now);
    source = now;
    host.dataset.digest = digest;
    finish();
  }

  function finish() {
    const records = watch.takeRecords();
    if (!records.length) return;
    const done = repeat(records);
    document.dispatchEvent(new CustomEvent("dossier:patched", { detail: { added: done.added } }));
    light(done.changed);
  }

  function mergeAll(html) {
    const next = whole(html).documentElement;
    if (last.isEqualNode(next)) return;
    if (scripts(last) !== scripts(next)) return location.reload();
    merge(last, next);
  }

  // A browser in which scripts run takes what stands in <noscript> for text; apart from the page it would take it for elements, a style
  // sheet among them. So it is parsed as an attribute. In comments, scripts and attributes the word means nothing.

  const SCANNED = new RegExp(
    [
      /<!--[^]*?-->/,
      /<(script|style|textarea|title|iframe|xmp)(?=[\s/>])[^]*?<\/\1(?=[\s/>])/,
      /(<noscript(?=[\s/>])[^>]*)>([^]*?)(?=<\/noscript[\s/>]|$)/,
      /<[a-z](?:[^>=]|=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)*>/,
    ]
      .map((one) => one.source)
      .join("|"),
    "gi",
  );
  const SILENT = "data-dossier-text";

  /** The text of a page without our own element, and with what stands in <noscript> as an attribute. */
  function plain(html) {
    const page = html.replace(OWN, "");
    if (page.search(/<noscript/i) < 0) return page;
    const kept = (text) => encodeURIComponent(text.replace(/\r\n?/g, "\n"));
    return page.replace(SCANNED, (all, _, tag, text) => (tag ? `${tag} ${SILENT}="${kept(text)}">` : all));
  }

  function whole(html) {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    silence(parsed);
    return parsed;
  }

  /** Puts the text back into <noscript>. */
  function silence(page) {
    for (const one of page.querySelectorAll(`noscript[${SILENT}]`)) {
      one.textContent = decodeURIComponent(one.getAttribute(SILENT));
      one.removeAttribute(SILENT);
    }
    for (const template of page.querySelectorAll("template")) silence(template.content);
  }

  // To parse a page of 300 kB takes a browser 20 to 40 ms, most of what an edit may take. So only those elements are parsed round which the
  // text differs. They are found by their tags: the fifth <h2> in the text is the fifth on the page. That this came to the same as parsing
  // the whole is looked at when there is rest.

  const WINDOW = 80; // lines among which equal ones are looked for after a difference
  const MOST_PARTS = 20;
  const LARGEST = 0.25; // of the page, in all parts: above this, to parse the whole is as quick
  const TAG = /<(\/?)([a-z][\w-]*)[^<>]*?(\/?)>/iy;
  const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

  /** Whether the differences between two texts of the page could be merged element by element. */
  function mergeParts(old, now) {
    const found = differences(old, now);
    if (found.length > MOST_PARTS) return false;
    const elements = found.map((one) => around(old, one.start, one.end));
    if (!elements.every(Boolean)) return false;
    const outer = elements.filter((part) => !elements.some((other) => other.start < part.start && part.end <= other.end));
    const parts = [...new Map(outer.map((part) => [part.start, part])).values()];
    if (parts.reduce((sum, part) => sum + part.end - part.start, 0) > LARGEST * old.length) return false;
    for (const part of parts) {
      const within = found.filter((one) => part.start <= one.start && one.end <= part.end);
      part.from = part.start + within[0].shift;
      part.grown = within.reduce((sum, one) => sum + one.grown, 0);
    }
    const pairs = parts.map((part) => parsed(old, now, part));
    if (!pairs.every(Boolean)) return false;
    for (const [ours, theirs] of pairs) merge(ours, theirs);
    return true;
  }

  /** The smallest element round a part of the text. */
  function around(text, from, to) {
    let inside = 0; // of how many elements that end before
    for (let start = text.lastIndexOf("<", from - 1); start > 0; start = text.lastIndexOf("<", start - 1)) {
      TAG.lastIndex = start;
      const [all, isEnd, name, isEmpty] = TAG.exec(text) ?? [];
      if (!all || isEmpty || VOID.test(name) || TAG.lastIndex > from) continue;
      if (isEnd) inside += 1;
      else if (inside) inside -= 1;
      else {
        const end = endOf(text, name, start);
        if (end >= to) return { name: name.toLowerCase(), start, end };
      }
    }
    return null;
  }

  function endOf(text, name, start) {
    const tags = new RegExp(`<(/?)${name}(?=[\\s>/])[^>]*>`, "gi");
    tags.lastIndex = start;
    for (let depth = 0, tag; (tag = tags.exec(text)); ) {
      depth += tag[1] ? -1 : 1;
      if (!depth) return tags.lastIndex;
    }
    return -1;
  }

  /** The last page's element and the new one. Undefined if the element's text means something else apart than in the page. */
  function parsed(old, now, { name, start, end, from, grown }) {
    const before = old.slice(0, start).match(new RegExp(`<${name}(?=[\\s>/])`, "gi")) ?? [];
    const ours = last.getElementsByTagName(name)[before.length];
    const [same, next] = [old.slice(start, end), now.slice(from, end + from - start + grown)].map((text) => element(name, text));
    return same && next && ours?.isEqualNode(same) && alike(ours, next) && scripts(same) === scripts(next) ? [ours, next] : undefined;
  }

  function element(name, text) {
    if (name === "head") return whole(text).head;
    const template = beside.createElement("template");
    template.innerHTML = text;
    silence(template.content);
    return template.content.childNodes.length === 1 ? template.content.firstElementChild : null;
  }

  /** Where two texts differ, as offsets in the old one; `shift`: by how much the new one is longer before that, `grown`: within. */
  function differences(old, now) {
    const found = [];
    const [a, b] = [old.split("\n"), now.split("\n")];
    const length = (lines, from, to) => lines.slice(from, to).reduce((sum, line) => sum + line.length + 1, 0);
    let [i, j, x, y] = [0, 0, 0, 0];
    while (i < a.length || j < b.length) {
      if (a[i] === b[j]) {
        x += a[i].length + 1;
        y += a[i].length + 1;
        (i += 1), (j += 1);
        continue;
      }
      const [k, m] = meeting(a, b, i, j);
      const [was, is] = [old.slice(x, x + length(a, i, k)), now.slice(y, y + length(b, j, m))];
      const [start, end] = edges(was, is);
      found.push({ start: x + start, end: x + was.length - end, shift: y - x, grown: is.length - was.length });
      [i, j, x, y] = [k, m, x + was.length, y + is.length];
    }
    return found;
  }

  function meeting(a, b, i, j) {
    for (let far = 1; far < WINDOW; far += 1)
      for (let k = 0; k <= far; k += 1) if (i + k < a.length && a[i + k] === b[j + far - k]) return [i + k, j + far - k];
    return [a.length, b.length];
  }

  /** How many characters two texts have in common at the start, and at the end. */
  function edges(a, b) {
    const most = Math.min(a.length, b.length);
    let [start, end] = [0, 0];
    while (start < most && a[start] === b[start]) start += 1;
    while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
    return [start, end];
  }

  const scripts = (page) => [...page.querySelectorAll(RUNS)].map((one) => one.outerHTML).join();
  const alike = (a, b) => a.nodeName === b.nodeName && a.id === b.id && (a.localName !== "link" || a.isEqualNode(b));

  /** Makes `old` equal to `next`; Idiomorph sees only the smallest parts that differ. */
  function merge(old, next) {
    if (old.nodeType !== Node.ELEMENT_NODE) return void Idiomorph.morph(old, next);
    for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
    for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    const [ours, theirs] = [[...old.childNodes], [...next.childNodes]];
    let after = null;
    while (ours.length && theirs.length && ours[0].isEqualNode(theirs[0])) ours.shift(), theirs.shift();
    while (ours.length && theirs.length && ours.at(-1).isEqualNode(theirs.at(-1))) (after = ours.pop()), theirs.pop();
    if (ours.length === theirs.length && ours.every((one, n) => alike(one, theirs[n]))) {
      return ours.forEach((one, n) => one.isEqualNode(theirs[n]) || merge(one, theirs[n]));
    }
    if (old.localName === "head") return mergeHead(old, ours, theirs, after);
    const part = old.cloneNode(false);
    part.removeAttribute("id");
    part.append(...ours);
    beside.createDocumentFragment().append(part); // Idiomorph would put what has no parent into the document on the screen
    next.replaceChildren(...theirs);
    Idiomorph.morph(part, next, { callbacks: { beforeNodeMorphed: (a, b) => !a.isEqualNode(b) } });
    while (part.firstChild) old.insertBefore(part.firstChild, after);
  }

  /** What is equal in the head stays, the rest is replaced: to change a style sheet's address in place would leave the page bare. */
  function mergeHead(head, ours, theirs, after) {
    for (const one of theirs) {
      const n = ours.findIndex((other) => other.isEqualNode(one));
      head.insertBefore(n < 0 ? one : ours.splice(n, 1)[0], after);
    }
    for (const one of ours) one.remove();
  }

  /** Does on the screen what was done to the server's last page. */
  function repeat(records) {
    const done = { changed: new Set(), added: [], placed: new Set(), sheets: [] };
    const parents = new Set();
    for (const record of records) {
      for (const node of record.addedNodes) done.placed.add(node);
      for (const node of record.removedNodes) if (!last.contains(node)) retire(onScreen.get(node));
      const shown = onScreen.get(record.target);
      if (!shown || !last.contains(record.target)) continue; // new: comes whole, with its parent
      if (record.type === "attributes") setAttribute(shown, record);
      if (record.type === "characterData") setText(shown, record.target.data, done);
      if (record.type === "childList") parents.add(record.target);
    }
    for (const parent of parents) setChildren(parent, done, false);
    exchange([...retired], done.sheets);
    return done;
  }

  const isSheet = (one) => one.localName === "link" && one.relList.contains("stylesheet");
  const NOWHERE = "not all"; // the media for which a style sheet is loaded and not applied

  /** A style sheet that takes another's place is not applied before the other goes: the page would be styled twice. */
  function hold(sheet, done) {
    if (!isSheet(sheet) || !retired.size || sheet.disabled || sheet.relList.contains("alternate")) return;
    done.sheets.push({ sheet, media: sheet.getAttribute("media"), come: new Promise((come) => (sheet.onload = sheet.onerror = come)) });
    sheet.media = NOWHERE;
  }

  /** Puts style sheets in the place of others when they have come, and does nothing if others have taken theirs by then. */
  async function exchange(replaced, held) {
    await Promise.all(held.map((one) => one.come));
    if (held.length && held.every(({ sheet }) => retired.has(sheet))) return;
    for (const { sheet, media } of held) media === null ? sheet.removeAttribute("media") : (sheet.media = media);
    for (const one of replaced) one.remove(), retired.delete(one);
  }

  function retire(shown) {
    if (shown && isSheet(shown)) retired.add(shown); // goes when the new one has come
    else shown?.remove();
  }

  function setAttribute(shown, { target, attributeNamespace: space, attributeName: name, oldValue: before }) {
    const [own, now] = [shown, target].map((one) => one.getAttributeNS(space, name));
    if (name === "open" && (now === null || own !== before)) return; // a folding is its reader's to close
    if (name === "class" && own !== before) {
      const [was, is] = [before, now].map((names) => (names ?? "").split(/\s+/).filter(Boolean));
      shown.classList.remove(...was.filter((one) => !is.includes(one)));
      shown.classList.add(...is.filter((one) => !was.includes(one)));
    } else if (now === null) shown.removeAttributeNS(space, name);
    else shown.setAttributeNS(space, name, now);
  }

  /** Only the characters that differ are replaced, so that a selection round them stays. */
  function setText(shown, now, done) {
    const own = shown.data;
    if (own === now) return;
    const [start, end] = edges(own, now);
    shown.replaceData(start, own.length - start - end, now.slice(start, now.length - end));
    if (shown.parentElement && (own.trim() || now.trim())) done.changed.add(shown.parentElement);
  }

  /** The children in their order. What scripts put between them stays, and what they took away stays away. */
  function setChildren(kept, done, isNew) {
    const parent = onScreen.get(kept);
    const ours = new Set([...kept.childNodes].map((child) => onScreen.get(child)));
    let at = null;
    for (const child of kept.childNodes) {
      let shown = onScreen.get(child);
      const fresh = !shown;
      if (fresh) {
        shown = document.importNode(child, child.localName === "template");
        if (!isNew) hold(shown, done);
        onScreen.set(child, shown);
      } else if (shown.parentNode !== parent && !isNew && !done.placed.has(child)) continue;
      let next = at ? at.nextSibling : parent.firstChild;
      while (next && next !== shown && !ours.has(next)) next = next.nextSibling;
      if (next !== shown) {
        const before = at ? at.nextSibling : parent.firstChild;
        if (!fresh && shown.isConnected && parent.isConnected && parent.moveBefore) parent.moveBefore(shown, before);
        else parent.insertBefore(shown, before);
      }
      if (fresh) {
        if (child.firstChild) setChildren(child, done, true);
        if (!isNew) added(shown, done);
      }
      at = shown;
    }
  }

  function added(shown, done) {
    if (shown.nodeType === Node.ELEMENT_NODE) done.added.push(shown);
    const changed = shown.nodeType === Node.ELEMENT_NODE ? shown : shown.data?.trim() && shown.parentElement;
    if (changed && document.body.contains(changed)) done.changed.add(changed);
  }

  const LIT = [
    { outline: "2px solid #d99a00", outlineOffset: "2px", backgroundColor: "rgb(255 196 0 / .35)" },
    { outline: "2px solid transparent", outlineOffset: "2px" },
  ];
  let newest = null; // what has changed last

  /** Whether it has words of the page: what is counted anew everywhere, and our own boxes, would only draw the eye away from these. */
  const tells = (one) => one !== document.body && !one.closest("dossier-trouble, dossier-mark") && /\p{L}/u.test(one.textContent);

  /** Marks what has changed for a moment: the smallest elements. An animation leaves no trace in the page. */
  function light(changed) {
    const all = [...changed];
    const smallest = all.filter((one) => tells(one) && !all.some((other) => other !== one && one.contains(other)));
    newest = smallest[0] ?? newest;
    if (CALM.matches) return;
    for (const one of smallest.slice(0, MOST_MARKED)) one.animate(LIT, { duration: SHOWN, easing: "ease-in", id: "dossier-changed" });
  }

  /** Brings a passage into sight, and marks it. */
  function show(passage) {
    if (!passage?.isConnected) return;
    for (let one = passage; one; one = one.parentElement) if (one.localName === "details") one.open = true;
    const { top, bottom } = passage.getBoundingClientRect();
    const block = bottom - top > innerHeight ? "start" : "center";
    if (top < 0 || bottom > innerHeight) passage.scrollIntoView({ block, behavior: "instant" });
    light([passage]);
  }

  // ── the badge and the panel ────────────────────────────────────────────────────────────────────────────────────────────────────────

  const shadow = host.attachShadow({ mode: "open" });
  const style = make("link", { rel: "stylesheet", href: "/_dossier/preview.css" });
  const panel = make("section", { className: "panel", id: "panel", hidden: true, ariaLabel: "Preview: problems of the site" });
  const badge = make("button", { type: "button", className: "badge waiting" }, "Preview");
  badge.setAttribute("aria-expanded", "false");
  badge.setAttribute("aria-controls", "panel");
  const said = make("span", { className: "unseen", role: "status" });
  const dock = make("div", { className: "dock", hidden: true }, panel, badge, said);
  style.onload = () => (dock.hidden = false);
  shadow.append(style, dock);

  const state = { troubles: { list: [] }, told: false, gone: false, lost: false, building: false };

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  const counted = (n, what) => (n ? `${n} ${what}${n === 1 ? "" : "s"}` : "");
  const tally = ({ errors, warnings }) => [counted(errors, "error"), counted(warnings, "warning")].filter(Boolean).join(", ");

  function say() {
    const { errors, warnings } = state.troubles;
    const waiting = state.lost ? "server is gone, waiting" : state.building ? "at work…" : state.gone ? "this page is gone" : "";
    const now = waiting || tally(state.troubles) || (state.told ? "all is well" : "");
    badge.className = `badge ${waiting || !state.told ? "waiting" : errors ? "error" : warnings ? "warning" : "well"}`;
    const words = now && `Preview · ${now}`;
    if (words && badge.textContent !== words) badge.textContent = words;
    if (words && !state.building && said.textContent !== words) said.textContent = words;
  }

  function toggle(opened) {
    panel.hidden = !opened;
    badge.setAttribute("aria-expanded", String(opened));
    if (opened) list();
  }

  function chosen(opened) {
    sessionStorage.setItem("dossier-panel", opened ? "open" : "closed");
    toggle(opened);
    if (!opened) badge.focus();
  }

  /** All problems, errors first, under the names of their files. */
  function list() {
    const { list: troubles, more } = state.troubles;
    const scrolled = panel.scrollTop;
    const close = make("button", { type: "button", className: "close", ariaLabel: "Close", onclick: () => chosen(false) }, "×");
    const parts = [make("header", {}, make("h2", {}, tally(state.troubles) || "All is well"), close)];
    if (state.gone) parts.push(make("p", { className: "note" }, "This page is no longer made. It is shown as it last was, and comes back by itself."));
    const groups = new Map();
    for (const one of troubles) {
      const key = `${one.severity} ${one.file}`;
      if (!groups.has(key)) groups.set(key, [make("h3", {}, one.file), make("ul", { role: "list" })]);
      groups.get(key)[1].append(item(one));
    }
    parts.push(...[...groups.values()].flat());
    if (more) parts.push(make("p", { className: "note" }, `and ${more} more`));
    if (!troubles.length && !state.gone) parts.push(make("p", { className: "note" }, "Nothing is wrong on the site."));
    const hadFocus = panel.contains(shadow.activeElement);
    panel.replaceChildren(...parts);
    panel.scrollTop = scrolled;
    if (hadFocus) close.focus({ preventScroll: true });
  }

  function item(one) {
    const place = `${one.file}:${one.line}:${one.column}`;
    const where = `line ${one.line}, column ${one.column}`;
    const opens = () => make("a", { href: one.open, ariaLabel: `Open ${where}` }, where);
    const copies = () => make("button", { type: "button", title: `Copy ${place}` }, where);
    const ways = [one.open ? opens() : copies()];
    if (!one.open) ways[0].dataset.place = place;
    if (one.page) ways.push(make("a", { href: address(one.page, one.anchor) }, "where it shows"));
    const sign = make("span", { className: "sign" }, one.severity === "error" ? "✗ Error" : "! Warning");
    const parts = [sign, " ", make("span", { className: "code" }, one.code), make("p", {}, ...apart(one.message))];
    if (one.hint) parts.push(make("p", { className: "hint" }, ...apart(one.hint)));
    return make("li", { className: one.severity }, ...parts, make("div", { className: "ways" }, ...ways));
  }

  const FROM_THE_RIGHT = /((?<![\p{L}\p{N}])'[^'\n]*[\u0590-\u08ff][^'\n]*'(?![\p{L}\p{N}]))/u;

  /** What we say; words that it quotes from right to left change no order but their own. */
  const apart = (text) => text.split(FROM_THE_RIGHT).map((piece, n) => (n % 2 ? make("bdi", {}, piece) : piece));

  const address = (page, anchor) => ROOT + page.split("/").map(encodeURIComponent).join("/") + (anchor ? `#${encodeURIComponent(anchor)}` : "");

  function troubles(message) {
    Object.assign(state, { troubles: message, told: true });
    const choice = sessionStorage.getItem("dossier-panel");
    const opened = choice ? choice === "open" : message.errors > 0 && !NARROW.matches;
    if (panel.hidden === opened) toggle(opened);
    else if (opened) list();
  }

  async function copy(event) {
    const button = event.composedPath().find((one) => one.matches?.("dossier-trouble [data-place], .panel [data-place]"));
    if (!button) return;
    if (!navigator.clipboard) return getSelection().selectAllChildren(button); // there is one only for https and this machine
    await navigator.clipboard.writeText(button.dataset.place);
    button.dataset.said = said.textContent = "copied";
    setTimeout(() => delete button.dataset.said, 2000);
  }

  badge.addEventListener("click", () => chosen(panel.hidden));
  dock.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.stopPropagation();
    chosen(false);
  });
  document.addEventListener("click", copy);

  // ── the server ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  let socket = null;
  let tries = 0;
  let timer = 0;

  const ANSWERS = {
    hello: () => {},
    building: () => {},
    page: (message) => ((state.gone = false), patch(message)),
    gone: () => ((state.gone = true), panel.hidden || list()),
    troubles,
    follow,
  };

  function follow({ to }) {
    const [page, anchor = ""] = to.split("#");
    if (page === host.dataset.path) return show(anchor ? document.getElementById(anchor) : newest);
    sessionStorage.setItem("dossier-follow", anchor);
    location.assign(address(page, anchor));
  }

  function connect() {
    clearTimeout(timer);
    if (socket) return;
    socket = new WebSocket(`${location.protocol.replace("http", "ws")}//${location.host}/_dossier/live`);
    socket.onopen = () => {
      tries = 0;
      state.lost = false;
      say();
      look();
    };
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      state.building = message.type === "building";
      ANSWERS[message.type]?.(message);
      say();
    };
    socket.onclose = () => {
      socket = null;
      if (tries) (state.lost = true), say(); // a restart within the first try's time need not be told
      timer = setTimeout(connect, AGAIN[Math.min(tries++, AGAIN.length - 1)]);
    };
  }

  function look() {
    if (socket?.readyState !== WebSocket.OPEN) return;
    const { path, asked, digest } = host.dataset;
    socket.send(JSON.stringify({ type: "looking", path, asked, digest, focused: document.hasFocus() }));
  }

  function awake() {
    tries = 0;
    if (document.visibilityState !== "visible") return;
    connect();
    look(); // a connection that died asleep shows itself when it is used
  }

  addEventListener("focus", look);
  addEventListener("blur", look);
  addEventListener("online", awake);
  addEventListener("pageshow", awake);
  document.addEventListener("visibilitychange", awake);
  addEventListener("pagehide", () => socket?.close());

  const followed = sessionStorage.getItem("dossier-follow");
  if (followed !== null) {
    sessionStorage.removeItem("dossier-follow");
    show(document.getElementById(followed));
  }
  connect();
  setTimeout(know, SETTLED);
})();
