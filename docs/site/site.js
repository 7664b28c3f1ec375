// SPDX-License-Identifier: MIT
// What the manual's pages have beside Doxygen's: the place for the search, and the switch between light and dark.
"use strict";

/** The site's own parts, for search.js. */
const vmmSite = {
    /** An element with properties, and with children: elements or texts. */
    make(tag, properties = {}, ...children) {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(properties)) {
            if (name in element) element[name] = value;
            else element.setAttribute(name, value);
        }
        element.append(...children);
        return element;
    },
    tools: null,
};

document.addEventListener("DOMContentLoaded", () => {
    const { make } = vmmSite;
    vmmSite.tools = make("div", { id: "vmm-tools" });
    document.getElementById("titlearea").append(vmmSite.tools);

    // Wide tables scroll by themselves, also by the keyboard.
    for (const table of document.querySelectorAll(".contents table.markdownTable, .contents table.doxtable")) {
        const box = make("div", { className: "vmm-table", tabIndex: 0, role: "region", "aria-label": "Table" });
        table.replaceWith(box);
        box.append(table);
    }
    for (const box of document.querySelectorAll(
        ".contents div.fragment, .contents pre.fragment, .contents div.memproto, .contents div.image",
    ))
        box.tabIndex = 0;

    // Doxygen names a drawing below it only.
    for (const drawing of document.querySelectorAll(".image object")) {
        drawing.setAttribute("role", "img");
        drawing.setAttribute("aria-label", drawing.closest(".image").textContent.trim());
    }

    // The menu shows the topics from the beginning. Doxygen's script makes the menu after the page.
    const tree = document.getElementById("nav-tree-contents");
    const watch = new MutationObserver(() => {
        const topics = [...tree.querySelectorAll(".item")].find(
            (item) => item.querySelector(".label").textContent === "Topics",
        );
        if (!topics) return;
        watch.disconnect();
        if (!topics.parentElement.querySelector("ul")) topics.querySelector("a").click();
    });
    if (tree) watch.observe(tree, { childList: true, subtree: true });

    // Doxygen's menu has neither a name for its button nor landmarks.
    document.getElementById("main-menu-state")?.setAttribute("aria-label", "Menu");
    document.getElementById("main-nav")?.setAttribute("role", "navigation");
    document.getElementById("doc-content")?.setAttribute("role", "main");

    // The switch keeps its choice as doxygen-awesome does. The class is on the page before it is drawn.
    if (typeof DoxygenAwesomeDarkModeToggle === "undefined") return;
    const toggle = DoxygenAwesomeDarkModeToggle;
    const button = make("button", {
        id: "vmm-switch",
        type: "button",
        onclick: () => (toggle.userPreference = !isDark()),
    });
    const isDark = () => document.documentElement.classList.contains("dark-mode");
    const show = () => {
        button.textContent = isDark() ? "\u2600" : "\u263e";
        button.title = isDark() ? "Light colours" : "Dark colours";
        button.setAttribute("aria-label", button.title);
    };
    new MutationObserver(show).observe(document.documentElement, { attributeFilter: ["class"] });
    show();
    vmmSite.tools.append(button);
});
