// SPDX-License-Identifier: MIT
// The page of the manual on which one pastes files, in a browser, as a file without a server.
//
//     page.mjs CHROMIUM PAGE.html DATA [PICTURES]      PICTURES is a folder for pictures of the page
import { deepStrictEqual, ok } from "node:assert";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { complaints, launch, listen } from "./browser.mjs";

const [program, file, data, pictures] = process.argv.slice(2);
const browser = await launch(program);
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
listen(page);
await page.goto(pathToFileURL(file).href);

const first = page.getByRole("textbox", { name: "First sample" });
const second = page.getByRole("textbox", { name: "Second sample" });
const summary = page.locator(".vmm-summary");
const format = page.locator("#vmm-format");

/** The value of a member in a table, in the column of a row. */
async function cell(table, member, column = 0) {
    const box = page.locator(".vmm-record").filter({ has: page.getByRole("heading", { name: table, exact: true }) });
    const row = box.locator("tbody tr").filter({ has: page.locator("code").getByText(member, { exact: true }) });
    return row.locator("td").nth(column).textContent();
}

async function fill(area, text) {
    await area.fill(text);
    await page.locator("#vmm-paste[aria-busy=false]").waitFor();
}

/** Chooses files, and waits until they are read. */
async function choose(files) {
    await page.locator("#vmm-paste input[type=file]").first().setInputFiles(files);
    await page.locator("#vmm-paste[aria-busy=false]").waitFor();
}

const guessed = () => format.evaluate((list) => list.options[0].textContent.replace("Guessed: ", ""));

// Formats are found in the text.
const texts = {
    "proc-stat/linux-6.18-x86_64-firecracker": "/proc/stat: CPUs",
    "proc-meminfo/linux-6.18-x86_64-firecracker": "/proc/meminfo",
    "proc-meminfo/linux-3.10-x86_64-no-memavailable": "/proc/meminfo",
    "proc-vmstat/linux-6.18-x86_64-firecracker": "/proc/vmstat",
    "proc-pressure/linux-6.18-x86_64-cpu": "pressure (PSI)",
    "proc-net-dev/linux-6.18-x86_64-tap-veth-bridge": "/proc/net/dev",
    "proc-diskstats/linux-6.18-x86_64-partitions": "/proc/diskstats",
    "proc-net-tcp/linux-6.18-x86_64-tcp": "/proc/net/tcp, udp",
    "proc-pid-stat/linux-6.18-process": "/proc/PID/stat",
    "proc-pid-status/linux-6.18-process": "/proc/PID/status",
    "proc-pid-io/linux-6.18-process": "/proc/PID/io",
    "proc-net-snmp/linux-6.18-x86_64-firecracker": "/proc/net/snmp",
    "kmsg/linux-6.1-x86_64": "the kernel's log: killed processes",
    "proc-loadavg/linux-6.18-x86_64-firecracker": "/proc/loadavg",
    "cgroup-memory-stat/linux-6.1-v2": "cgroup/memory.stat",
    "cgroup-io/linux-5.4-io.stat": "cgroup/io.stat",
    "cgroup-io/linux-6.18-io.max": "cgroup/io.max",
    "cgroup-directory/linux-6.12-x86_64-v2-frozen/cpu.stat": "cgroup/cpu.stat",
    "cgroup-directory/linux-6.12-x86_64-v2-frozen/memory.events": "cgroup/memory.events",
    "cgroup-directory/linux-6.12-x86_64-v2-frozen/memory.current": "cgroup/memory.current",
    "cgroup-directory/linux-6.12-x86_64-v2-frozen/cgroup.max.depth": "cgroup/memory.max",
    "firecracker-metrics/firecracker-1.17-plain": "Firecracker's metrics",
    "firecracker-balloon/firecracker-1.14": "answer of a hypervisor: balloon, machine",
    "qemu-balloon/qemu-9.2-with-id": "answer of a hypervisor: balloon, machine",
    "cloud-hypervisor-counters/cloud-hypervisor-54": "hypervisor's devices",
};
for (const [name, label] of Object.entries(texts)) {
    await fill(first, readFileSync(join(data, name), "utf8"));
    deepStrictEqual(await guessed(), label, name);
}

// Another format than the one that was guessed.
await fill(first, "12\n");
ok((await summary.textContent()).includes("choose which file"));
await format.selectOption({ label: "pids.current" });
deepStrictEqual(await cell("cgroup", "pids_current"), "12");
await format.selectOption("");

// Values with their units, and the usage of one sample.
await fill(first, "MemTotal: 2097152 kB\nMemFree: 1024 kB\nMemAvailable: 1048576 kB\nBuffers: 0 kB\nCached: 4 kB\n");
deepStrictEqual(await cell("meminfo", "mem_total_bytes"), "2 GiB");
deepStrictEqual(await cell("memory_usage", "used_procps4_ratio"), "50 %");

// Two samples.
await page.getByRole("button", { name: "CPU of a cgroup, two samples" }).click();
deepStrictEqual(await cell("cgroup_usage", "cores_used"), "0.7");
await page.locator("#vmm-seconds").fill("2");
deepStrictEqual(await cell("cgroup_usage", "cores_used"), "0.35");
await page.locator("#vmm-seconds").fill("0");
ok((await page.locator(".vmm-status").textContent()).includes("no time passed between the samples"));
await page.locator("#vmm-seconds").fill("1");
await page.getByRole("button", { name: "Network, two samples" }).click();
deepStrictEqual(await cell("net_usage", "rx_bytes_per_second", 0), "244.1 KiB/s");
// Rows are found by their names, also in another order.
const swapped = (await second.inputValue()).split("\n");
[swapped[2], swapped[3]] = [swapped[3], swapped[2]];
await fill(second, swapped.join("\n"));
deepStrictEqual(await cell("net_usage", "rx_bytes_per_second", 1), "244.1 KiB/s");

// The head of a column is above its cells.
const lefts = (cells) =>
    page
        .locator(`.vmm-record ${cells}`)
        .evaluateAll((all) => all.slice(0, 3).map((each) => Math.round(each.getBoundingClientRect().left)));
deepStrictEqual(await lefts("thead th"), await lefts("tbody tr:first-child > *"));

// An error is shown at its byte, and the other rows are there. The key Enter on it leads to the byte.
await page.getByRole("button", { name: "An error" }).click();
deepStrictEqual(await page.locator(".vmm-errors li").count(), 1);
deepStrictEqual(await page.locator(".vmm-errors mark").textContent(), "x");
deepStrictEqual(await cell("cpu", "steal_ticks", 1), "3 ticks");
const place = page.getByRole("button", { name: "byte 27 (line 2, column 12)" });
await place.focus();
await page.keyboard.press("Enter");
deepStrictEqual(await first.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), "x");
if (pictures) await page.screenshot({ path: join(pictures, "paste-error.png") });

// The key / leads to the filter, and Escape clears it.
await place.focus();
await page.keyboard.press("/");
await page.keyboard.type("steal");
deepStrictEqual(await page.locator(".vmm-record tbody tr").count(), 1);
await page.keyboard.press("Escape");
ok((await page.locator(".vmm-record tbody tr").count()) > 5);

// All elements that take part are reached by the key Tab, and show that they have the focus.
await page.locator(".vmm-examples button").first().focus();
for (let i = 0; i < 16; i++) await page.keyboard.press("Tab");
ok(
    await page.evaluate(
        () =>
            document.activeElement.closest("#vmm-paste") !== null &&
            getComputedStyle(document.activeElement).outlineStyle !== "none",
    ),
);

// Files: two of one kind are two samples; a directory is one; a file's name says what it is.
const [one, other] = ["linux-6.18-x86_64-firecracker", "linux-6.1-i686"].map((name) => join(data, "proc-stat", name));
await choose([one, other]);
deepStrictEqual(
    [await first.inputValue(), await second.inputValue()],
    [readFileSync(one, "utf8"), readFileSync(other, "utf8")],
);
ok((await page.locator(".vmm-record h3").allTextContents()).includes("cpu_usage"));
await page.getByRole("button", { name: "Clear" }).last().click();
const cgroup = join(data, "cgroup-directory/linux-6.12-x86_64-v2-frozen");
const folder = mkdtempSync(join(tmpdir(), "vmm-page-"));
cpSync(cgroup, folder, { recursive: true });
cpSync(join(data, "cgroup-memory-stat/linux-6.1-v2"), join(folder, "memory.stat"));
cpSync(join(data, "cgroup-io/linux-5.4-io.stat"), join(folder, "io.stat"));
await choose(readdirSync(folder).map((name) => join(folder, name)));
const tables = await page.locator(".vmm-record h3").allTextContents();
deepStrictEqual(tables, ["cgroup_memory_usage", "cgroup_memory", "cgroup", "cgroup_io (io.stat)"]);
const bytes = Number(readFileSync(join(folder, "memory.current"), "utf8"));
ok(bytes > 0);
deepStrictEqual(
    await page
        .locator("td[title]")
        .evaluateAll((cells, text) => cells.some((each) => each.title === text), `${bytes} bytes`),
    true,
);

// A file that is too large costs only itself.
const large = join(folder, "memory.current");
truncateSync(large, (64 << 20) + 1);
await choose([large, join(folder, "memory.stat"), join(folder, "io.stat")]);
ok((await summary.textContent()).includes("Not read, or larger than 64 MB: memory.current."));
ok((await page.locator(".vmm-record h3").allTextContents()).includes("cgroup_memory"));
rmSync(folder, { recursive: true });

// Files that are dropped on the second sample.
await page.getByRole("button", { name: "Clear" }).first().click();
await fill(first, "usage_usec 1000\n");
await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["usage_usec 501000\n"], "cpu.stat"));
    const target = document.querySelectorAll("#vmm-paste .vmm-sample")[1];
    target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
});
await page.locator("#vmm-paste[aria-busy=false]").waitFor();
deepStrictEqual(await cell("cgroup_usage", "cores_used"), "0.5");
await page.getByRole("button", { name: "Clear" }).last().click();

// Many rows, and a text that is no format at all.
await page.getByRole("button", { name: "Clear" }).first().click();
await fill(first, Array.from({ length: 40 }, (_, i) => `cpu${i} 1 2 3 ${i} 0 0 0 0 0 0\n`).join(""));
deepStrictEqual(await page.locator(".vmm-pages span").textContent(), "1 to 12 of 40");
await page.getByRole("button", { name: "Later" }).click();
deepStrictEqual(await cell("cpu", "id"), "12");
await fill(first, "\u00e9\n");
ok(/No format|1 record/.test(await summary.textContent()));

// Dark, and narrow: nothing is wider than the window.
await page.getByRole("button", { name: "CPU, two samples" }).click();
const colour = () =>
    page.evaluate(() =>
        getComputedStyle(document.querySelector("#vmm-paste .vmm-errors, #vmm-paste")).getPropertyValue("--vmm-error"),
    );
const light = await colour();
if (pictures) await page.screenshot({ path: join(pictures, "paste-light.png"), fullPage: true });
await page.emulateMedia({ colorScheme: "dark" });
ok((await colour()) !== light);
if (pictures) await page.screenshot({ path: join(pictures, "paste-dark.png"), fullPage: true });
await page.setViewportSize({ width: 390, height: 800 });
ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    "the narrow page is wider than the window",
);
if (pictures) await page.screenshot({ path: join(pictures, "paste-narrow.png"), fullPage: true });

await browser.close();
deepStrictEqual(complaints, []);
console.log(`the page read ${Object.keys(texts).length} formats as expected`);
