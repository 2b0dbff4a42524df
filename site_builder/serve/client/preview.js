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
  const retired = new Set(); // style sheets that go when their successors have come
  const watch = new MutationObserver(() => {});
  watch.observe(last, OBSERVED);

  function pair(kept, shown) {
    onScreen.set(kept, shown);
    for (let a = kept.firstChild, b = shown.firstChild; a && b; a = a.nextSibling, b = b.nextSibling) pair(a, b);
  }

  function patch(html) {
    const next = new DOMParser().parseFromString(html, "text/html");
    const mark = next.querySelector("dossier-preview");
    if (mark?.dataset.path !== host.dataset.path || scripts(last) !== scripts(next)) return location.reload();
    Object.assign(host.dataset, mark.dataset);
    mark.remove();
    merge(last, next.documentElement);
    const done = repeat(watch.takeRecords());
    document.dispatchEvent(new CustomEvent("dossier:patched", { detail: { added: done.added } }));
    light(done.changed);
  }

  const scripts = (page) => [...page.querySelectorAll(RUNS)].map((one) => one.outerHTML).join();
  const alike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && a.id === b.id;

  /** Makes `old` equal to `next`; Idiomorph sees only the smallest parts that differ. */
  function merge(old, next) {
    if (old.nodeType !== Node.ELEMENT_NODE) return void Idiomorph.morph(old, next);
    for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
    for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    if (old.localName === "head") return mergeHead(old, next);
    const [ours, theirs] = [[...old.childNodes], [...next.childNodes]];
    let after = null;
    while (ours.length && theirs.length && ours[0].isEqualNode(theirs[0])) ours.shift(), theirs.shift();
    while (ours.length && theirs.length && ours.at(-1).isEqualNode(theirs.at(-1))) (after = ours.pop()), theirs.pop();
    if (ours.length === theirs.length && ours.every((one, n) => alike(one, theirs[n]))) {
      return ours.forEach((one, n) => one.isEqualNode(theirs[n]) || merge(one, theirs[n]));
    }
    const part = old.cloneNode(false);
    part.removeAttribute("id");
    part.append(...ours);
    beside.createDocumentFragment().append(part); // Idiomorph would put what has no parent into the document on the screen
    next.replaceChildren(...theirs);
    Idiomorph.morph(part, next, { callbacks: { beforeNodeMorphed: (a, b) => !a.isEqualNode(b) } });
    while (part.firstChild) old.insertBefore(part.firstChild, after);
  }

  /** What is equal in the head stays, the rest is replaced: to change a style sheet's address in place would leave the page bare. */
  function mergeHead(old, next) {
    const kept = [...old.childNodes];
    const wanted = [...next.childNodes].map((one) => {
      const n = kept.findIndex((other) => other.isEqualNode(one));
      return n < 0 ? one : kept.splice(n, 1)[0];
    });
    if (kept.length || wanted.length !== old.childNodes.length) old.replaceChildren(...wanted);
  }

  /** Does on the screen what was done to the server's last page. */
  function repeat(records) {
    const done = { changed: new Set(), added: [], placed: new Set(), sheets: [] };
    const parents = new Set();
    for (const { type, target, attributeName, oldValue, addedNodes, removedNodes } of records) {
      for (const node of addedNodes) done.placed.add(node);
      for (const node of removedNodes) if (!last.contains(node)) retire(onScreen.get(node), target, done);
      const shown = onScreen.get(target);
      if (!shown || !last.contains(target)) continue; // new: comes whole, with its parent
      if (type === "attributes") setAttribute(shown, attributeName, oldValue, target.getAttribute(attributeName));
      if (type === "characterData") setText(shown, target.data, done);
      if (type === "childList") parents.add(target);
    }
    for (const parent of parents) setChildren(parent, done, false);
    const replaced = [...retired]; // also those whose successor was itself replaced before it had come
    Promise.all(done.sheets.map((sheet) => new Promise((come) => (sheet.onload = sheet.onerror = come)))).then(() => replaced.forEach((one) => (one.remove(), retired.delete(one))));
    return done;
  }

  function retire(shown, from, done) {
    if (!shown) return;
    if (shown.localName === "link" && shown.relList.contains("stylesheet")) return void retired.add(shown); // goes when the new one has come
    const parent = onScreen.get(from);
    if (parent && parent.localName !== "head" && (shown.nodeType === 1 || shown.data?.trim())) done.changed.add(parent);
    shown.remove();
  }

  function setAttribute(shown, name, before, now) {
    const own = shown.getAttribute(name);
    if (name === "open") return now !== null && own === before ? shown.setAttribute(name, now) : undefined; // a folding closes for its reader alone
    if (name === "class" && own !== before) {
      const [was, is] = [before, now].map((names) => new Set((names ?? "").split(/\s+/).filter(Boolean)));
      for (const one of was) if (!is.has(one)) shown.classList.remove(one);
      for (const one of is) if (!was.has(one)) shown.classList.add(one);
    } else if (now === null) shown.removeAttribute(name);
    else shown.setAttribute(name, now);
  }

  /** Only the characters that differ are replaced, so that a selection round them stays. */
  function setText(shown, now, done) {
    const own = shown.data;
    let [start, end] = [0, 0];
    const most = Math.min(own.length, now.length);
    while (start < most && own[start] === now[start]) start += 1;
    while (end < most - start && own.at(-1 - end) === now.at(-1 - end)) end += 1;
    if (own === now) return;
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
    if (shown.localName === "link" && shown.relList.contains("stylesheet")) done.sheets.push(shown);
    if (shown.nodeType === Node.ELEMENT_NODE) done.added.push(shown);
    const changed = shown.nodeType === Node.ELEMENT_NODE ? shown : shown.data?.trim() && shown.parentElement;
    if (changed && document.body.contains(changed)) done.changed.add(changed);
  }

  /** Marks what has changed for a moment: the smallest elements. */
  function light(changed) {
    if (CALM.matches) return;
    const smallest = [...changed].filter((one) => one !== document.body && ![...changed].some((other) => other !== one && one.contains(other)));
    for (const one of smallest.slice(0, MOST_MARKED)) {
      const lit = [{ outline: "2px solid #d99a00", outlineOffset: "2px", backgroundColor: "rgb(255 196 0 / .35)" }, { outline: "2px solid transparent", outlineOffset: "2px" }];
      one.animate(lit, { duration: SHOWN, easing: "ease-in", id: "dossier-changed" });
    }
  }

  /** Brings a passage into sight, and marks it. */
  function show(anchor) {
    const passage = document.getElementById(anchor);
    if (!passage) return;
    for (let one = passage; one; one = one.parentElement) if (one.localName === "details") one.open = true;
    const { top, bottom } = passage.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) passage.scrollIntoView({ block: bottom - top > innerHeight ? "start" : "center", behavior: "instant" });
    light(new Set([passage]));
  }

  // ── the badge and the panel ────────────────────────────────────────────────────────────────────────────────────────────────────────

  const shadow = host.attachShadow({ mode: "open" });
  const style = make("link", { rel: "stylesheet", href: "/_dossier/preview.css" });
  const panel = make("section", { className: "panel", id: "panel", hidden: true, tabIndex: -1, ariaLabel: "Preview: problems of the site" });
  const badge = make("button", { type: "button", className: "badge waiting" }, "Preview");
  badge.setAttribute("aria-expanded", "false");
  badge.setAttribute("aria-controls", "panel");
  const said = make("span", { className: "unseen", role: "status" });
  const dock = make("div", { className: "dock", hidden: true }, panel, badge, said);
  style.onload = () => (dock.hidden = false);
  shadow.append(style, dock);

  const state = { troubles: null, gone: false, lost: false, building: false };

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  const counted = (n, what) => `${n} ${what}${n === 1 ? "" : "s"}`;

  function say() {
    const { errors = 0, warnings = 0 } = state.troubles ?? {};
    const found = [errors && counted(errors, "error"), warnings && counted(warnings, "warning")].filter(Boolean).join(", ");
    const waiting = state.lost ? "server is gone, waiting" : state.building ? "at work…" : state.gone ? "this page is gone" : "";
    const now = waiting || found || (state.troubles ? "all is well" : "");
    badge.className = `badge ${waiting || !state.troubles ? "waiting" : errors ? "error" : warnings ? "warning" : "well"}`;
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
    const { list: troubles = [], more = 0, errors = 0, warnings = 0 } = state.troubles ?? {};
    const scrolled = panel.scrollTop;
    const close = make("button", { type: "button", className: "close", ariaLabel: "Close", onclick: () => chosen(false) }, "×");
    const parts = [make("header", {}, make("h2", {}, [errors && counted(errors, "error"), warnings && counted(warnings, "warning")].filter(Boolean).join(", ") || "All is well"), close)];
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
    panel.replaceChildren(...parts);
    panel.scrollTop = scrolled;
  }

  function item(one) {
    const place = `${one.file}:${one.line}:${one.column}`;
    const ways = [
      one.open ? make("a", { href: one.open, ariaLabel: `Open ${place}` }, `line ${one.line}`) : make("button", { type: "button", title: "Copy", ariaLabel: `Copy ${place}` }, `line ${one.line}, column ${one.column}`),
    ];
    if (!one.open) ways[0].dataset.place = place;
    if (one.page) ways.push(make("a", { href: address(one.page, one.anchor) }, "where it shows"));
    const sign = make("span", { className: "sign" }, one.severity === "error" ? "✗ Error" : "! Warning");
    const hint = one.hint ? [make("p", { className: "hint" }, one.hint)] : [];
    return make("li", { className: one.severity }, sign, " ", make("span", { className: "code" }, one.code), make("p", {}, one.message), ...hint, make("div", { className: "ways" }, ...ways));
  }

  const address = (page, anchor) => ROOT + page.split("/").map(encodeURIComponent).join("/") + (anchor ? `#${encodeURIComponent(anchor)}` : "");

  function troubles(message) {
    state.troubles = message;
    const choice = sessionStorage.getItem("dossier-panel");
    if (!choice && panel.hidden && message.errors && !NARROW.matches) toggle(true);
    else if (!panel.hidden) list();
  }

  async function copy(event) {
    const button = event.composedPath().find((one) => one.dataset?.copy);
    if (!button) return;
    if (!navigator.clipboard) return getSelection().selectAllChildren(button); // not on this machine: browsers give a clipboard to https and localhost
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
  let focusedAt = document.hasFocus() ? Date.now() : 0;

  const ANSWERS = {
    hello: () => {},
    building: () => {},
    page: (message) => ((state.gone = false), patch(message.html)),
    gone: () => ((state.gone = true), panel.hidden || list()),
    troubles,
    follow,
  };

  function follow({ to }) {
    const [page, anchor = ""] = to.split("#");
    if (page === host.dataset.path) return show(anchor);
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
    socket.send(JSON.stringify({ type: "looking", path, asked, digest, focused: document.hasFocus(), since: focusedAt }));
  }

  function attention() {
    if (document.hasFocus()) focusedAt = Date.now();
    look();
  }

  function awake() {
    tries = 0;
    if (document.visibilityState === "visible") connect();
  }

  addEventListener("focus", attention);
  addEventListener("blur", attention);
  addEventListener("online", awake);
  addEventListener("pageshow", awake);
  document.addEventListener("visibilitychange", awake);
  addEventListener("pagehide", () => socket?.close());

  const followed = sessionStorage.getItem("dossier-follow");
  if (followed !== null) {
    sessionStorage.removeItem("dossier-follow");
    show(followed);
  }
  if (sessionStorage.getItem("dossier-panel") === "open") toggle(true);
  connect();
})();
