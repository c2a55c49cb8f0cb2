// Elements without a framework: text is always text, never markup.

/** An element; properties that begin with "on" are listeners, "style" is an object, false and null are left out. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (name === "style") {
      Object.assign(element.style, value);
    } else {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A heading's row: the title takes the focus when the view is opened. */
export const head = (title, ...beside) =>
  h("div", { class: "head" }, h("h1", { tabindex: "-1" }, title), ...beside);

/** A table with a caption for those who do not see the heading above it. */
export const table = (caption, columns, rows, classes = "") =>
  h(
    "table",
    { "aria-label": caption, class: classes },
    h("thead", {}, h("tr", {}, columns.map(([name, look = ""]) => h("th", { scope: "col", class: look }, name)))),
    h("tbody", {}, rows),
  );

export const facts = (...pairs) =>
  h(
    "dl",
    { class: "facts" },
    pairs.filter(Boolean).map(([name, ...values]) => [h("dt", {}, name), h("dd", {}, ...values)]),
  );

export const pill = (look, text) => h("span", { class: `pill pill--${look}` }, text);

export const empty = (text) => h("p", { class: "empty card" }, text);

/** A part that may be scrolled sideways or down, by keyboard as well. */
export const scroll = (label, look, ...children) =>
  h("div", { class: look, role: "region", "aria-label": label, tabindex: "0" }, ...children);
