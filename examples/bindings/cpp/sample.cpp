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
#include <unistd.h>
#include <vector>

#include "vmmetrics.hpp"

/* The JSON of the programs in C. */
extern "C" {
#include "../../tools/common/json.h"
}

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

json out;

void print_text(const char *key, std::string_view text)
{
    json_key(&out, key);
    json_string(&out, text.data(), text.size());
}

struct printer {
    void operator()(std::monostate) const
    {
        json_null(&out);
    }

    void operator()(vmm::unlimited) const
    {
        json_string(&out, "max", 3);
    }

    void operator()(std::uint64_t number) const
    {
        json_integer(&out, number);
    }

    void operator()(double number) const
    {
        json_double(&out, number);
    }

    void operator()(std::string_view name) const
    {
        json_string(&out, name.data(), name.size());
    }
};

void begin(vmm_record_id record_id)
{
    vmm_record_info record{};

    vmm_record_at(record_id, &record, sizeof record);
    json_open(&out, '{');
    print_text("record", record.name);
}

void end()
{
    json_close(&out, "}");
    json_end_line(&out);
}

template <class Record> void print(const Record &record)
{
    begin(vmm::type_of(record));
    for (const vmm_member_info &member : vmm::members(vmm::type_of(record))) {
        json_key(&out, member.name);
        std::visit(printer(), vmm::value_of(member, record));
    }
    end();
}

void print_failure(vmm_record_id record_id, const std::string &path, vmm_status status,
                   std::optional<std::size_t> offset)
{
    begin(record_id);
    print_text("file", path);
    print_text("status", vmm_status_text(status));
    json_key(&out, "offset");
    if (offset)
        json_integer(&out, *offset);
    else
        json_null(&out);
    end();
}

/* ---- Reading ---- */

/* A folder, and whether to print the records that are read from it. */
struct folder {
    std::string path;
    bool prints;

    template <class Record> std::optional<Record> one(const std::string &path_in, vmm::parser<Record> parse)
    {
        std::vector<Record> found = rows<Record>(path_in, [parse](std::string_view bytes) {
            return std::vector<vmm::result<Record>>{vmm::parse(parse, bytes)};
        });

        return found.empty() ? std::nullopt : std::optional(found.front());
    }

    /* `read` returns a range of results. */
    template <class Record, class Read> std::vector<Record> rows(const std::string &path_in, Read read)
    {
        std::vector<Record> good;
        std::optional<std::string> bytes = contents(path + "/" + path_in);

        if (!bytes)
            return good;
        for (const vmm::result<Record> &row : read(*bytes)) {
            if (row)
                good.push_back(*row);
            if (prints && row)
                print(*row);
            else if (prints && row.status < 0)
                print_failure(vmm::type_of(*row), path_in, row.status, row.offset);
        }
        return good;
    }

    template <class Record> Record directory(const std::string &path_in, vmm_record_id id)
    {
        Record record = vmm::unknown<Record>(id);

        for (const vmm_file_info &file : vmm::files(id)) {
            std::optional<std::string> bytes = contents(path + "/" + path_in + "/" + file.name);

            if (!bytes || bytes->empty())
                continue;
            auto [status, offset] = vmm::read(static_cast<vmm_file>(file.id), *bytes, record);
            if (prints && status < 0)
                print_failure(id, path_in + "/" + file.name, status, offset);
        }
        if (prints)
            print(record);
        return record;
    }
};

template <class Usage> void print_usage(const vmm::result<Usage> &usage)
{
    if (usage) {
        print(*usage);
        return;
    }
    begin(vmm::type_of(*usage));
    print_text("status", usage.words());
    end();
}

struct sample {
    folder before;
    folder after;
    vmm_interval interval;

    /* Reads the rows of a file, and prints the usage of each, computed from it and the earlier row of the same object.
     * Rows without an identity, such as the total of all CPUs, are found by their place. */
    template <class Record, class Read, class Use> void rows(const char *path, Read read, Use use)
    {
        std::vector<Record> old = before.rows<Record>(path, read);
        std::vector<Record> rows_now = after.rows<Record>(path, read);

        for (std::size_t place = 0; place < rows_now.size(); place++) {
            const Record *earlier = nullptr;

            for (std::size_t other = 0; other < old.size() && earlier == nullptr; other++) {
                if (vmm::same(old[other], rows_now[place]).value_or(other == place))
                    earlier = &old[other];
            }
            print_usage(use(earlier, &rows_now[place]));
        }
    }

    template <class Record, class Use> void rows(const char *path, vmm::parser<Record> next, Use use)
    {
        rows<Record>(
            path, [next](std::string_view bytes) { return vmm::rows(next, bytes); }, use);
    }

    void print_all();
};

template <class Record> const Record *address(const std::optional<Record> &record)
{
    return record ? &*record : nullptr;
}

void sample::print_all()
{
    std::int64_t elapsed_ns = interval.elapsed_ns;

    rows("proc/stat", vmm_cpu_next, [](const vmm_cpu *old, const vmm_cpu *row) {
        return vmm::compute<vmm_cpu_usage>(vmm_cpu_usage_between, old, row);
    });
    after.one("proc/stat", vmm_stat_parse);
    if (auto memory = after.one("proc/meminfo", vmm_meminfo_parse))
        print_usage(vmm::compute<vmm_memory_usage>(vmm_memory_usage_of, &*memory));
    after.one("proc/vmstat", vmm_vmstat_parse);
    auto old_pressure = before.one("proc/pressure/cpu", vmm_pressure_parse);
    if (auto pressure = after.one("proc/pressure/cpu", vmm_pressure_parse)) {
        print_usage(vmm::compute<vmm_pressure_usage>(vmm_pressure_usage_between, address(old_pressure), &*pressure,
                                                     elapsed_ns));
    }
    rows("proc/net/dev", vmm_net_next, [=](const vmm_net *old, const vmm_net *row) {
        return vmm::compute<vmm_net_usage>(vmm_net_usage_between, old, row, elapsed_ns);
    });
    rows("proc/diskstats", vmm_disk_next, [=](const vmm_disk *old, const vmm_disk *row) {
        return vmm::compute<vmm_disk_usage>(vmm_disk_usage_between, old, row, elapsed_ns);
    });
    after.directory<vmm_system>("proc", VMM_RECORD_SYSTEM);

    auto old_process = before.directory<vmm_process>("proc/self", VMM_RECORD_PROCESS);
    auto process = after.directory<vmm_process>("proc/self", VMM_RECORD_PROCESS);
    print_usage(vmm::compute<vmm_process_usage>(vmm_process_usage_between, &old_process, &process, &interval));

    auto old_cgroup = before.directory<vmm_cgroup>("sys/fs/cgroup", VMM_RECORD_CGROUP);
    auto cgroup = after.directory<vmm_cgroup>("sys/fs/cgroup", VMM_RECORD_CGROUP);
    print_usage(vmm::compute<vmm_cgroup_usage>(vmm_cgroup_usage_between, &old_cgroup, &cgroup, elapsed_ns));
    vmm::parser<vmm_cgroup_memory> memory_stat = [](vmm_text *text, vmm_cgroup_memory *memory, std::size_t size) {
        return vmm_record_read(text, VMM_FILE_CGROUP_MEMORY_STAT, memory, size);
    };
    if (auto memory = after.one("sys/fs/cgroup/memory.stat", memory_stat)) {
        print_usage(vmm::compute<vmm_cgroup_memory_usage>(vmm_cgroup_memory_usage_of, &cgroup, &*memory, VMM_UNKNOWN));
    }
    vmm::parser<vmm_cgroup_io> io_stat = [](vmm_text *text, vmm_cgroup_io *row, std::size_t size) {
        return vmm_cgroup_io_next(text, VMM_FILE_CGROUP_IO_STAT, row, size);
    };
    rows("sys/fs/cgroup/io.stat", io_stat, [=](const vmm_cgroup_io *old, const vmm_cgroup_io *row) {
        return vmm::compute<vmm_cgroup_io_usage>(vmm_cgroup_io_usage_between, old, row, elapsed_ns);
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
    json_init(&out, STDOUT_FILENO);
    out.exact = true;
    sample{{arguments[1], false}, {arguments[2], true}, {elapsed_ns, ticks_per_second}}.print_all();
    json_flush(&out);
    return out.error == 0 ? 0 : 1;
}
