# SPDX-License-Identifier: MIT
"""Each number of a hypervisor's answer is in a member, or docs/firecracker.reasons says why not: key by key, on all samples.

Each number of a sample becomes a number of its own, and vmmetrics-parse prints which member has it."""

import fnmatch
import json

from programs import PARSE, SOURCE, Test, lines, main, run, samples

# What e2b-dev/infra reads at 54693ff, packages/orchestrator/pkg/sandbox/fc/fc_metrics.go.
E2B = {
    "net": "tx_bytes_count tx_packets_count tx_count tx_fails tx_rate_limiter_throttled tx_rate_limiter_event_count "
           "tx_remaining_reqs_count no_tx_avail_buffer tap_write_fails rx_bytes_count rx_packets_count rx_count rx_fails "
           "rx_rate_limiter_throttled no_rx_avail_buffer tap_read_fails",
    "block": "read_bytes write_bytes read_count write_count queue_event_count rate_limiter_throttled_events "
             "rate_limiter_event_count io_engine_throttled_events no_avail_buffer execute_fails event_fails "
             "remaining_reqs_count",
    "balloon": "free_page_hint_count free_page_hint_freed free_page_hint_fails free_page_report_count "
               "free_page_report_freed free_page_report_fails",
}


def numbers(value, path=""):
    """The path of each number in an answer."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from numbers(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, int) and not isinstance(value, bool):
        yield path


def numbered(value, count):
    """The same answer, with numbers from 1,000,000 on."""
    if isinstance(value, dict):
        return {key: numbered(inner, count) for key, inner in value.items()}
    if isinstance(value, int) and not isinstance(value, bool):
        count.append(1_000_000 + len(count))
        return count[-1]
    return value


def in_members(answer, *forms):
    """The paths of an answer's numbers that some member has."""
    paths, text = list(numbers(answer)), json.dumps(numbered(answer, []), separators=(",", ":")).encode() + b"\n"
    rows = [row for form in forms for row in lines(run(PARSE, form, text=text).stdout)]
    found = [value for row in rows for value in row.values() if isinstance(value, int) and value >= 1_000_000]
    return {paths[value - 1_000_000] for value in found}, found


def reasons(name):
    text = (SOURCE / "docs" / name).read_text()
    return dict(line.split(" | ", 1) for line in text.splitlines() if line and not line.startswith("#"))


class Firecracker(Test):
    def test_each_number_is_a_member_or_has_a_reason(self):
        left, used = reasons("firecracker.reasons"), set()
        for sample in samples("firecracker-metrics"):
            for answer in map(json.loads, sample.read_text().splitlines()):
                found, values = in_members(answer, "firecracker", "hypervisor_device")
                self.assertEqual(len(values), len(set(values)), "a number is in two members")
                for path in numbers(answer):
                    why = [key for key in left if fnmatch.fnmatchcase(path, key)]
                    with self.subTest(sample=sample.name, path=path):
                        self.assertEqual(bool(why), path not in found, why)
                    used.update(why)
        self.assertEqual(set(left) - used, set(), "no line has such a number")

    def test_the_newest_line(self):
        """Of 297 numbers 74 stay out: 68 of the API, the MMDS and devices of the board, and 6 that are always 0."""
        sample, = (sample for sample in samples("firecracker-metrics") if sample.name == "firecracker-1.17-plain")
        answer = json.loads(sample.read_text().splitlines()[0])
        found, _ = in_members(answer, "firecracker", "hypervisor_device")
        self.assertEqual((len(list(numbers(answer))), len(found)), (297, 223))

    def test_what_e2b_reads(self):
        answer = {group: dict.fromkeys(keys.split(), 0) for group, keys in E2B.items()}
        found, _ = in_members(answer, "firecracker")
        self.assertEqual(len(found), 34)
        self.assertEqual(found, set(numbers(answer)))


if __name__ == "__main__":
    main()
