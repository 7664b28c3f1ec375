// SPDX-License-Identifier: MIT
/*
 * C++20: rows as views. Prints a line for each disk of a /proc/diskstats that has read or written, the largest first, and
 * the CPUs of a /proc/stat that had time stolen.
 *
 *     ranges DISKSTATS STAT
 */
#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <vector>

#include "vmmetrics.hpp"

namespace
{

std::string contents(const char *path)
{
    std::ifstream file(path, std::ios::binary);

    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/* Rows that are records, without those that are malformed. */
constexpr auto good = std::views::filter([](const auto &row) { return bool(row); }) |
                      std::views::transform([](const auto &row) { return *row; });

/* Unknown if a part of the sum is. */
std::optional<std::uint64_t> bytes_of(const vmm_disk &disk)
{
    auto read = vmm::known(disk.read_bytes), written = vmm::known(disk.write_bytes);

    return read && written ? std::optional(*read + *written) : std::nullopt;
}

/* A disk that does nothing is not shown. */
constexpr auto busy = std::views::filter([](const vmm_disk &disk) { return bytes_of(disk) != 0U; });

void print_disks(std::span<const std::byte> text)
{
    std::vector<vmm_disk> disks;

    std::ranges::copy(vmm::rows(vmm_disk_next, text) | good | busy, std::back_inserter(disks));
    std::ranges::sort(disks, std::greater(), bytes_of);
    for (const vmm_disk &disk : disks) {
        auto sum = bytes_of(disk);

        std::cout << vmm::known(disk.name).value_or("?") << ": " << (sum ? std::to_string(*sum) + " bytes" : "unknown")
                  << '\n';
    }
}

void print_cpus(std::string_view text)
{
    /* The first row is the total of all CPUs. */
    for (const vmm_cpu &cpu : vmm::rows(vmm_cpu_next, text) | good | std::views::drop(1) | std::views::take(64)) {
        if (auto stolen = vmm::known(cpu.steal_ticks); stolen.value_or(0) != 0)
            std::cout << "CPU " << cpu.id << ": " << *stolen << " ticks stolen\n";
    }
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 3) {
        std::cerr << "usage: ranges DISKSTATS STAT\n";
        return 2;
    }
    std::string disks = contents(arguments[1]);
    print_disks(std::as_bytes(std::span(disks)));
    print_cpus(contents(arguments[2]));
}
