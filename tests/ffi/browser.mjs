// SPDX-License-Identifier: MIT
// A browser for pages that are files: it asks no server, and a test fails if a page complains or asks for anything else.
import { chromium } from "playwright-core";

/** What pages have complained of. It is printed at the end, also if the test ends early because of it. */
export const complaints = [];
process.on("exit", () => complaints.forEach((complaint) => console.log(complaint)));

export const launch = (executablePath) =>
    chromium.launch({
        executablePath,
        args: [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    });

/** Notes what a page complains of. */
export function listen(page) {
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.stack}`));
    page.on("console", (message) => message.type() === "error" && complaints.push(`${page.url()}: ${message.text()}`));
    page.on("request", (request) => request.url().startsWith("file:") || complaints.push(`asks for ${request.url()}`));
}
