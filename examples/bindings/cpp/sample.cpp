// SPDX-License-Identifier: MIT
/*
 * examples/bindings/sample.c, in C++: it prints the same.
 *
 *     sample BEFORE AFTER NANOSECONDS
 */
#include <charconv>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vmmetrics.hpp"

namespace
{

/* USER_HZ of the machine that the files are from. */
constexpr std::uint64_t ticks_per_second = 100;

std::optional<std::string> contents(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);

    if (!file)
        return std::nullopt;
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return file.bad() ? std::nullopt : std::optional(std::move(bytes));
}

/* ---- JSON ---- */

/* How many bytes at the start of `text` are a character of UTF-8, or, as a negative number, how many could have begun one. */
int character_length(std::string_view text)
{
    auto byte = [text](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0; };
    int first = byte(0), low = 0x80, high = 0xbf;
    int wanted = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;

    if (wanted == 0)
        return -1;
    /* Second bytes that would make a longer spelling than needed, a surrogate, or a number beyond Unicode's last. */
    if (first == 0xe0)
        low = 0xa0;
    else if (first == 0xed)
        high = 0x9f;
    else if (first == 0xf0)
        low = 0x90;
    else if (first == 0xf4)
        high = 0x8f;
    for (int length = 1; length < wanted; length++) {
        int next = byte(static_cast<std::size_t>(length));

        if (next < low || next > high)
            return -length;
        low = 0x80;
        high = 0xbf;
    }
    return wanted;
}

std::string quoted(std::string_view text)
{
    static const char hex[] = "0123456789abcdef";
    std::string out = "\"";

    while (!text.empty()) {
        int length = character_length(text);
        auto byte = static_cast<unsigned char>(text[0]);

        if (length < 0)
            out += "\\ufffd";
        else if (byte == '"' || byte == '\\')
            out += {'\\', text[0]};
        else if (byte < 0x20 || byte == 0x7f)
            out += {'\\', 'u', '0', '0', hex[byte >> 4], hex[byte & 15]};
        else
            out += text.substr(0, static_cast<std::size_t>(length));
        text.remove_prefix(static_cast<std::size_t>(length < 0 ? -length : length));
    }
    return out + '"';
}

template <class Number> std::string decimal(Number number)
{
    char digits[32];
    /* Of a double the shortest number that reads back as the same. */
    auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;

    return std::string(digits, end);
}

struct printer {
    std::string operator()(std::monostate) const
    {
        return "null";
    }

    std::string operator()(vmm::unlimited) const
    {
        return "\"max\"";
    }

    std::string operator()(std::uint64_t number) const
    {
        return decimal(number);
    }

    std::string operator()(double number) const
    {
        return std::isfinite(number) ? decimal(number) : "null";
    }

    std::string operator()(std::string_view name) const
    {
        return quoted(name);
    }
};

std::string beginning(std::uint32_t record_id)
{
    vmm_record record{};

    vmm_record_at(record_id, &record, sizeof record);
    return "{\"record\": " + quoted(record.name);
}

template <class Record> void print(std::uint32_t record_id, const Record &record)
{
    std::string line = beginning(record_id);

    for (const vmm_field &field : vmm::fields(record_id))
        line += std::string(", \"") + field.name + "\": " + std::visit(printer(), vmm::member(field, record));
    std::cout << line << "}\n";
}

void print_failure(std::uint32_t record_id, const std::string &path, vmm_status status,
                   std::optional<std::size_t> offset)
{
    std::cout << beginning(record_id) << ", \"file\": " << quoted(path)
              << ", \"status\": " << quoted(vmm_status_text(status))
              << ", \"offset\": " << (offset ? decimal(*offset) : "null") << "}\n";
}

/* ---- Reading ---- */

template <class Record> bool same_thing(std::uint32_t record_id, const Record &one, const Record &other)
{
    bool same = true;

    for (const vmm_field &field : vmm::fields(record_id))
        same = same && (field.kind != VMM_KIND_IDENTITY || vmm::member(field, one) == vmm::member(field, other));
    return same;
}

/* A folder, and whether what is read there is printed. */
struct folder {
    std::string path;
    bool aloud;

    template <class Record>
    std::optional<Record> one(const std::string &path_in, std::uint32_t id, vmm::parser<Record> parse)
    {
        std::vector<Record> found = rows<Record>(path_in, id, [parse](std::string_view bytes) {
            return std::vector<vmm::result<Record>>{vmm::parse(parse, bytes)};
        });

        return found.empty() ? std::nullopt : std::optional(found.front());
    }

    /* `read` gives a range of results. */
    template <class Record, class Read>
    std::vector<Record> rows(const std::string &path_in, std::uint32_t id, Read read)
    {
        std::vector<Record> good;
        std::optional<std::string> bytes = contents(path + "/" + path_in);

        if (!bytes)
            return good;
        for (const vmm::result<Record> &row : read(*bytes)) {
            if (row)
                good.push_back(*row);
            if (aloud && row)
                print(id, *row);
            else if (aloud && row.status < 0)
                print_failure(id, path_in, row.status, row.offset);
        }
        return good;
    }

    template <class Record>
    Record directory(const std::string &path_in, std::uint32_t id, vmm::file_parser<Record> function)
    {
        Record record = vmm::unknown<Record>(id);

        for (const vmm_file &file : vmm::files(id)) {
            std::optional<std::string> bytes = contents(path + "/" + path_in + "/" + file.name);

            if (!bytes || bytes->empty())
                continue;
            auto [status, offset] = vmm::read(function, static_cast<std::uint32_t>(file.id), *bytes, record);
            if (aloud && status < 0)
                print_failure(id, path_in + "/" + file.name, status, offset);
        }
        if (aloud)
            print(id, record);
        return record;
    }
};

template <class Usage> void print_usage(std::uint32_t id, const vmm::result<Usage> &usage)
{
    if (usage)
        print(id, *usage);
    else
        std::cout << beginning(id) << ", \"status\": " << quoted(usage.words()) << "}\n";
}

struct sample {
    folder before;
    folder after;
    std::int64_t elapsed_ns;

    /* The rows of a file, and what follows from each and the row of the same thing before. */
    template <class Record, class Read, class Use>
    void rows(const char *path, std::uint32_t id, Read read, std::uint32_t usage_id, Use use)
    {
        std::vector<Record> old = before.rows<Record>(path, id, read);

        for (const Record &row : after.rows<Record>(path, id, read)) {
            const Record *earlier = nullptr;

            for (const Record &candidate : old) {
                if (earlier == nullptr && same_thing(id, candidate, row))
                    earlier = &candidate;
            }
            print_usage(usage_id, use(earlier, &row));
        }
    }

    /* Of a function whose Record is named by its own type. */
    template <class Record, class Use>
    void rows(const char *path, std::uint32_t id, vmm::parser<Record> next, std::uint32_t usage_id, Use use)
    {
        rows<Record>(
            path, id, [next](std::string_view bytes) { return vmm::rows(next, bytes); }, usage_id, use);
    }

    void print_all();
};

template <class Record> const Record *address(const std::optional<Record> &record)
{
    return record ? &*record : nullptr;
}

void sample::print_all()
{
    rows("proc/stat", VMM_RECORD_CPU, vmm_cpu_next, VMM_RECORD_CPU_USAGE, [](const vmm_cpu *old, const vmm_cpu *row) {
        return vmm::compute<vmm_cpu_usage>(vmm_cpu_usage_between, old, row);
    });
    after.one("proc/stat", VMM_RECORD_STAT, vmm_stat_parse);
    if (auto memory = after.one("proc/meminfo", VMM_RECORD_MEMINFO, vmm_meminfo_parse)) {
        print_usage(VMM_RECORD_MEMORY_USAGE, vmm::compute<vmm_memory_usage>(vmm_memory_usage_of, &*memory));
    }
    after.one("proc/vmstat", VMM_RECORD_VMSTAT, vmm_vmstat_parse);
    auto old_pressure = before.one("proc/pressure/cpu", VMM_RECORD_PRESSURE, vmm_pressure_parse);
    if (auto pressure = after.one("proc/pressure/cpu", VMM_RECORD_PRESSURE, vmm_pressure_parse)) {
        print_usage(VMM_RECORD_PRESSURE_USAGE,
                    vmm::compute<vmm_pressure_usage>(vmm_pressure_usage_between, address(old_pressure), &*pressure,
                                                     elapsed_ns));
    }
    rows("proc/net/dev", VMM_RECORD_NET, vmm_net_next, VMM_RECORD_NET_RATE,
         [this](const vmm_net *old, const vmm_net *row) {
             return vmm::compute<vmm_net_rate>(vmm_net_rate_between, old, row, elapsed_ns);
         });
    rows("proc/diskstats", VMM_RECORD_DISK, vmm_disk_next, VMM_RECORD_DISK_RATE,
         [this](const vmm_disk *old, const vmm_disk *row) {
             return vmm::compute<vmm_disk_rate>(vmm_disk_rate_between, old, row, elapsed_ns);
         });
    after.directory("proc", VMM_RECORD_SYSTEM, vmm_system_read);

    auto old_process = before.directory("proc/self", VMM_RECORD_PROCESS, vmm_process_read);
    auto process = after.directory("proc/self", VMM_RECORD_PROCESS, vmm_process_read);
    print_usage(VMM_RECORD_PROCESS_USAGE, vmm::compute<vmm_process_usage>(vmm_process_usage_between, &old_process,
                                                                          &process, elapsed_ns, ticks_per_second));

    auto old_cgroup = before.directory("sys/fs/cgroup", VMM_RECORD_CGROUP, vmm_cgroup_read);
    auto cgroup = after.directory("sys/fs/cgroup", VMM_RECORD_CGROUP, vmm_cgroup_read);
    print_usage(VMM_RECORD_CGROUP_USAGE,
                vmm::compute<vmm_cgroup_usage>(vmm_cgroup_usage_between, &old_cgroup, &cgroup, elapsed_ns));
    if (auto memory = after.one("sys/fs/cgroup/memory.stat", VMM_RECORD_CGROUP_MEMORY, vmm_cgroup_memory_parse)) {
        print_usage(VMM_RECORD_CGROUP_MEMORY_USAGE,
                    vmm::compute<vmm_cgroup_memory_usage>(vmm_cgroup_memory_usage_of, &cgroup, &*memory, VMM_UNKNOWN));
    }
    auto io_rows = [](std::string_view bytes) {
        return vmm::rows<vmm_cgroup_io>(
            [](vmm_text *text, vmm_cgroup_io *row, std::size_t size) {
                return vmm_cgroup_io_next(VMM_CGROUP_IO_FILE_IO_STAT, text, row, size);
            },
            bytes);
    };
    rows<vmm_cgroup_io>("sys/fs/cgroup/io.stat", VMM_RECORD_CGROUP_IO, io_rows, VMM_RECORD_CGROUP_IO_RATE,
                        [this](const vmm_cgroup_io *old, const vmm_cgroup_io *row) {
                            return vmm::compute<vmm_cgroup_io_rate>(vmm_cgroup_io_rate_between, old, row, elapsed_ns);
                        });
}

} // namespace

int main(int count, char **arguments)
{
    std::string_view time = count == 4 ? arguments[3] : "";
    std::int64_t elapsed_ns = 0;
    auto [end, error] = std::from_chars(time.data(), time.data() + time.size(), elapsed_ns);

    if (time.empty() || error != std::errc() || end != time.data() + time.size()) {
        std::cerr << "usage: sample BEFORE AFTER NANOSECONDS\n";
        return 2;
    }
    sample{{arguments[1], false}, {arguments[2], true}, elapsed_ns}.print_all();
    std::cout.flush();
    return std::cout ? 0 : 1;
}
