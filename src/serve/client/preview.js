// Part of the preview only: loads the page again when the site changed, shows the messages of the build over it.
(() => {
  "use strict";
  const { site: shown, source: own } = document.currentScript.dataset;
  let source = null;
  let words = {};
  let last = "";
  let base = null;
  // Whether the data of search were still being made when this page was shown.
  let making = null;
  let parts = null;
  // Whether the panel came forward by itself: then it goes by itself as well.
  let forward = false;

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  // A shadow tree keeps the site's styles out of the panel, and the panel's out of the site.
  const build = () => {
    const host = element("kabinet-preview");
    const root = host.attachShadow({ mode: "open" });
    const style = element("link");
    style.rel = "stylesheet";
    style.href = "/_kabinet/preview.css";
    const badge = button("badge");
    badge.hidden = true;
    const dialog = element("dialog");
    dialog.setAttribute("aria-labelledby", "title");
    const title = element("h2");
    title.id = "title";
    const close = button("close");
    const kept = element("p", "kept");
    const drafts = element("a", "drafts");
    drafts.href = "/_kabinet/drafts";
    const list = element("div", "list");
    dialog.append(element("header", "", title, close), kept, drafts, list);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => (forward = false));
    badge.addEventListener("click", () => dialog.showModal());
    root.append(style, badge, dialog);
    document.body.append(host);
    return { badge, dialog, title, close, kept, drafts, list };
  };

  const button = (className, text = "") => {
    const made = element("button", className, text);
    made.type = "button";
    return made;
  };

  // The path as it is typed into an editor, and the page that is made of the file.
  const ways = ({ file, page }) => {
    const row = element("p", "ways");
    if (file) {
      const copy = button("", words.copy);
      copy.addEventListener("click", () => copied(copy, file));
      row.append(copy);
    }
    if (page && file !== own) {
      const link = element("a", "", words.visit);
      link.href = page;
      row.append(link);
    }
    return row;
  };

  const copied = async (copy, text) => {
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = words.copied;
    } catch {
      // What the browser does not let be copied is at least chosen, ready to be copied by hand.
      const place = copy.closest("li").querySelector(".place");
      getSelection().selectAllChildren(place);
    }
  };

  const item = (message) => {
    const made = element("li", message.weight, element("h3", "", message.headline));
    if (message.place) made.append(element("code", "place", message.place));
    if (message.details) {
      const details = element("pre", "", message.details);
      details.tabIndex = 0;
      made.append(details);
    }
    made.append(...message.help.map((text) => element("p", "help", text)), ways(message));
    if (message.rule) made.append(element("code", "rule", message.rule));
    return made;
  };

  // Errors first, then what this page is about; the rest waits folded.
  const groups = (messages) => {
    const of = (fits) => messages.filter(fits);
    const isError = ({ weight }) => weight === "error";
    const isOwn = (message) => !isError(message) && own !== "" && message.file === own;
    const isOther = (message) => !isError(message) && !isOwn(message);
    const rows = (some) => element("ol", "", ...some.map(item));
    const made = [rows(of(isError))];
    const mine = of(isOwn);
    if (mine.length > 0) made.push(element("h3", "group", words.here), rows(mine));
    const others = of(isOther);
    if (others.length === 0) return made;
    const fold = element("details", "", element("summary", "", `${words.elsewhere}: ${others.length}`), rows(others));
    fold.open = others.length === messages.length;
    return [...made, fold];
  };

  const show = (state) => {
    words = state.words;
    if (base === null) base = state.base;
    if (state.base !== base) {
      location.assign(state.base + "/");
      return;
    }
    if (state.site !== shown) {
      location.reload();
      return;
    }
    const searching = location.pathname === `${state.base}/search/`;
    if (searching && making && !state.making) {
      location.reload();
      return;
    }
    making = state.making;
    const waits = searching && making;
    const now = JSON.stringify([state.messages, state.drafts]);
    const silent = state.messages.length === 0 && state.drafts === 0 && !waits;
    if (!parts && silent) return;
    parts = parts || build();
    parts.badge.hidden = silent;
    parts.badge.textContent = waits ? words.making : words.title || words.drafts;
    parts.badge.title = words.open;
    parts.badge.classList.toggle("failed", state.errors > 0);
    if (now !== last) fill(state);
    last = now;
  };

  const fill = (state) => {
    parts.title.textContent = words.title || words.drafts;
    parts.drafts.textContent = words.drafts;
    parts.drafts.hidden = state.drafts === 0;
    parts.close.textContent = words.close;
    parts.kept.textContent = words.kept;
    parts.kept.hidden = state.errors === 0 || shown === "";
    parts.list.replaceChildren(...groups(state.messages));
    // Errors come forward by themselves, and go when they are mended; warnings wait in the corner.
    if (state.errors > 0 && !parts.dialog.open) {
      parts.dialog.showModal();
      forward = true;
    }
    if ((state.errors === 0 && forward) || state.messages.length + state.drafts === 0) parts.dialog.close();
  };

  const lost = () => {
    if (!words.offline) return;
    parts = parts || build();
    parts.badge.hidden = false;
    parts.badge.textContent = words.offline;
    parts.badge.classList.add("failed");
  };

  const listen = () => {
    if (source) return;
    source = new EventSource("/_kabinet/events");
    source.addEventListener("state", (event) => show(JSON.parse(event.data)));
    source.addEventListener("error", lost);
  };

  const rest = () => {
    if (source) source.close();
    source = null;
  };

  // Browsers open six connections to a host: pages in the background give theirs back.
  const attend = () => (document.hidden ? rest() : listen());
  document.addEventListener("visibilitychange", attend);
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", attend);
  attend();
})();
