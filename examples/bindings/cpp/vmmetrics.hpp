// SPDX-License-Identifier: MIT
/*
 * libvmmetrics from C++17, in one header: copy it beside the program. Unknown is an empty std::optional, rows are a range, and
 * the size of a record is never written down.
 *
 *     auto memory = vmm::parse(vmm_meminfo_parse, bytes);
 *     if (memory)
 *         std::cout << vmm::known(memory->mem_total_bytes).value_or(0);
 *     for (const auto &row : vmm::rows(vmm_cpu_next, bytes))
 *         ...
 *
 * Records are plain structs, good for as long as they live. Only what vmm::known() gives of a name points into one, and the
 * structs of spans (vmm_mount, vmm_key_value, vmm_cgroup_membership) into the bytes that were read. Nothing here has a state, so
 * threads need no care beyond what they share themselves; nothing allocates or throws.
 */
#ifndef VMMETRICS_HPP
#define VMMETRICS_HPP

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vmmetrics/vmmetrics.h>

namespace vmm
{

/* ---- Members ---- */

/* What is known of a member. */
constexpr std::optional<std::uint64_t> known(std::uint64_t member)
{
    return member == VMM_UNKNOWN ? std::nullopt : std::optional(member);
}

inline std::optional<double> known(double member)
{
    return std::isnan(member) ? std::nullopt : std::optional(member);
}

template <std::size_t size> std::optional<std::string_view> known(const char (&name)[size])
{
    const void *end = std::memchr(name, 0, size);
    std::size_t length = end == nullptr ? size : static_cast<std::size_t>(static_cast<const char *>(end) - name);

    return length == 0 ? std::nullopt : std::optional(std::string_view(name, length));
}

inline std::optional<std::string_view> known(const vmm_span &span)
{
    return span.start == nullptr ? std::nullopt : std::optional(std::string_view(span.start, span.length));
}

/* Whether a member of kind limit says that there is none. It is larger than any limit, so comparing needs no such care. */
constexpr bool is_unlimited(std::uint64_t limit)
{
    return limit == VMM_UNLIMITED;
}

/* ---- Results ---- */

/* A record, or why there is none. */
template <class Record> struct result {
    Record record;
    vmm_status status;
    /* Of the byte that is wrong, if it is a byte. */
    std::optional<std::size_t> offset;

    explicit operator bool() const
    {
        return status == VMM_OK;
    }

    /* Also where there is none: every member is unknown then. */
    const Record *operator->() const
    {
        return &record;
    }

    const Record &operator*() const
    {
        return record;
    }

    const char *words() const
    {
        return vmm_status_text(status);
    }
};

/* A function of the library that reads a record, or the next row. */
template <class Record> using parser = vmm_status (*)(vmm_text *text, Record *out, std::size_t out_size);

/* A function of the library that reads one file of several. */
template <class Record>
using file_parser = vmm_status (*)(std::uint32_t file_id, vmm_text *text, Record *out, std::size_t out_size);

/* Reads the next record of a text. `start` is where the text began, from which the offset is counted. */
template <class Record, class Parser> result<Record> read_next(Parser function, vmm_text &text, const char *start)
{
    result<Record> found{};

    found.status = function(&text, &found.record, sizeof found.record);
    if (text.error != nullptr)
        found.offset = static_cast<std::size_t>(text.error - start);
    return found;
}

/* Reads a file that is one record. */
template <class Record> result<Record> parse(parser<Record> function, std::string_view bytes)
{
    vmm_text text = vmm_text_of(bytes.data(), bytes.size());

    return read_next<Record>(function, text, bytes.data());
}

/* A new record, unknown in every member. */
template <class Record> Record unknown(std::uint32_t record_id)
{
    Record record{};

    vmm_record_init(record_id, &record, sizeof record);
    return record;
}

/* Reads one file of a directory into a record; what other files told it, it keeps. */
template <class Record>
std::pair<vmm_status, std::optional<std::size_t>> read(file_parser<Record> function, std::uint32_t file_id,
                                                       std::string_view bytes, Record &record)
{
    vmm_text text = vmm_text_of(bytes.data(), bytes.size());
    vmm_status status = function(file_id, &text, &record, sizeof record);

    if (text.error == nullptr)
        return {status, std::nullopt};
    return {status, static_cast<std::size_t>(text.error - bytes.data())};
}

/* What follows from records: compute<vmm_cpu_usage>(vmm_cpu_usage_between, &before, &after). */
template <class Usage, class Function, class... Inputs> result<Usage> compute(Function function, Inputs... inputs)
{
    result<Usage> usage{};

    usage.status = function(inputs..., &usage.record, sizeof usage.record);
    return usage;
}

/* ---- Ranges ---- */

/* What `next` gives, until it gives nothing; for range-for. `next` is called once for each element. */
template <class Item, class Next> class range
{
  public:
    class iterator
    {
      public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Item;
        using difference_type = std::ptrdiff_t;
        using pointer = const Item *;
        using reference = const Item &;

        explicit iterator(Next *next) : next_(next)
        {
            ++*this;
        }

        iterator() = default;

        const Item &operator*() const
        {
            return *item_;
        }

        iterator &operator++()
        {
            item_ = (*next_)();
            return *this;
        }

        bool operator!=(const iterator &) const
        {
            return item_.has_value();
        }

      private:
        Next *next_ = nullptr;
        std::optional<Item> item_;
    };

    explicit range(Next next) : next_(std::move(next))
    {
    }

    iterator begin()
    {
        return iterator(&next_);
    }

    iterator end()
    {
        return iterator();
    }

  private:
    Next next_;
};

template <class Item, class Next> range<Item, Next> range_of(Next next)
{
    return range<Item, Next>(std::move(next));
}

/* The rows of a file, each with its own status: after a bad one it goes on with the next. The bytes must live as long. */
template <class Record, class Parser> auto rows(Parser parse, std::string_view bytes)
{
    return range_of<result<Record>>([parse, text = vmm_text_of(bytes.data(), bytes.size()),
                                     start = bytes.data()]() mutable -> std::optional<result<Record>> {
        result<Record> row = read_next<Record>(parse, text, start);

        /* An argument that is wrong will not become right. */
        return row.status == VMM_END || row.status == VMM_E_ARGUMENT ? std::nullopt : std::optional(row);
    });
}

template <class Record> auto rows(parser<Record> parse, std::string_view bytes)
{
    return rows<Record, parser<Record>>(parse, bytes);
}

/* ---- Self-description ---- */

/* The members of a record. */
inline auto fields(std::uint32_t record_id)
{
    return range_of<vmm_field>([record_id, index = 0U]() mutable -> std::optional<vmm_field> {
        vmm_field field{};

        return vmm_field_at(record_id, index++, &field, sizeof field) == VMM_OK ? std::optional(field) : std::nullopt;
    });
}

/* The files that a record is read from. */
inline auto files(std::uint32_t record_id)
{
    return range_of<vmm_file>([record_id, index = 0U]() mutable -> std::optional<vmm_file> {
        vmm_file file{};

        return vmm_file_at(record_id, index++, &file, sizeof file) == VMM_OK ? std::optional(file) : std::nullopt;
    });
}

struct unlimited {
    friend bool operator==(unlimited, unlimited)
    {
        return true;
    }

    friend bool operator!=(unlimited, unlimited)
    {
        return false;
    }
};

/* Any member: monostate is unknown. */
using value = std::variant<std::monostate, unlimited, std::uint64_t, double, std::string_view>;

template <class Record> value member(const vmm_field &field, const Record &record)
{
    const char *at = reinterpret_cast<const char *>(&record) + field.offset;

    /* A newer library may have members that this program's struct has no room for. */
    if (field.offset + field.bytes > record.size || record.size > sizeof record)
        return {};
    if (field.type == VMM_TYPE_UINT64) {
        std::uint64_t number;
        std::memcpy(&number, at, sizeof number);
        if (number == VMM_UNKNOWN)
            return {};
        if (field.kind == VMM_KIND_LIMIT && is_unlimited(number))
            return unlimited{};
        return number;
    }
    if (field.type == VMM_TYPE_DOUBLE) {
        double number;
        std::memcpy(&number, at, sizeof number);
        return std::isnan(number) ? value{} : value{number};
    }
    if (field.type == VMM_TYPE_NAME && *at != '\0')
        return std::string_view(at, ::strnlen(at, static_cast<std::size_t>(field.bytes)));
    return {};
}

} // namespace vmm

#endif
