// SPDX-License-Identifier: MIT
/*
 * What the program needs that test_vectors_cpp.py writes: it reads vectors from standard input, and prints what the C++ binding
 * gives. A vector is its usage or `-`, its numbers, and its inputs; an input is its record or `-`, whether it is read from files,
 * and the texts, each with the id of its file and its length. A line with a point follows the results of each vector.
 */
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "vmmetrics.hpp"

extern "C" {
#include "../../examples/tools/common/json.h"
}

struct input {
    std::string record;
    bool is_fed = false;
    std::vector<std::pair<vmm_file, std::string>> texts;
};

inline json out;

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

template <class Record> void print(const Record &record)
{
    json_open(&out, '{');
    json_open_member(&out, "values", '{');
    for (const vmm_member_info &member : vmm::members(vmm::type_of(record))) {
        json_key(&out, member.name);
        std::visit(printer(), vmm::value_of(member, record));
    }
    json_close(&out, "}}");
    json_end_line(&out);
}

/* `file` is the place of the file among those of the input; the test puts its name there. */
inline void print_failure(vmm_status status, std::optional<std::size_t> file, std::optional<std::size_t> offset)
{
    auto number = [](const char *key, std::optional<std::size_t> value) {
        json_key(&out, key);
        value ? json_integer(&out, *value) : json_null(&out);
    };

    json_open(&out, '{');
    json_key(&out, "failure");
    std::string_view words = vmm_status_text(status);
    json_string(&out, words.data(), words.size());
    number("file", file);
    number("offset", offset);
    json_close(&out, "}");
    json_end_line(&out);
}

template <class Record> void print(const vmm::result<Record> &found)
{
    if (found)
        print(*found);
    else
        print_failure(found.status, std::nullopt, found.offset);
}

/* Keeps a record that is one, and prints what was found. */
template <class Record> void take(std::vector<Record> &rows, const vmm::result<Record> &found, bool prints)
{
    if (found)
        rows.push_back(*found);
    if (prints)
        print(found);
}

template <class Record>
void take_files(std::vector<Record> &rows, const input &from, vmm_record_id record_id, bool prints)
{
    Record record = vmm::unknown<Record>(record_id);

    for (std::size_t i = 0; i < from.texts.size(); i++) {
        auto [status, offset] = vmm::read(from.texts[i].first, from.texts[i].second, record);
        if (status < 0 && prints)
            print_failure(status, i, offset);
    }
    rows.push_back(record);
    if (prints)
        print(record);
}

template <class Record> const Record *at(const std::vector<Record> &rows, std::size_t index)
{
    return index < rows.size() ? &rows[index] : nullptr;
}

inline std::string bytes_of(std::size_t length)
{
    std::string bytes(length, '\0');

    std::cin.ignore();
    std::cin.read(bytes.data(), static_cast<std::streamsize>(length));
    return bytes;
}

inline input next_input()
{
    input from;
    std::size_t count = 0;

    std::cin >> from.record >> from.is_fed >> count;
    for (std::size_t i = 0; i < count; i++) {
        unsigned file = 0;
        std::size_t length = 0;

        std::cin >> file >> length;
        from.texts.emplace_back(static_cast<vmm_file>(file), bytes_of(length));
    }
    return from;
}
