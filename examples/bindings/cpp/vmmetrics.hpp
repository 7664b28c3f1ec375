// SPDX-License-Identifier: MIT
/*
 * libvmmetrics from C++17 on, in one header: copy it beside the program. Unknown is an empty std::optional, rows are a
 * range, and from C++20 on a view; a text is anything that holds bytes; no call needs the size of a record.
 *
 *     auto memory = vmm::parse(vmm_meminfo_parse, bytes);
 *     if (auto total = vmm::known(memory->mem_total_bytes))
 *         std::cout << *total;
 *     for (const auto &row : vmm::rows(vmm_cpu_next, bytes))
 *         ...
 *
 * Records are plain structs without pointers. The std::string_view that vmm::known() returns for a name points into its
 * record; the structs of spans (vmm_mount, vmm_key_value, vmm_cgroup_membership) point into the bytes that were read.
 * Nothing here has a state, allocates or throws.
 */
#ifndef VMMETRICS_HPP
#define VMMETRICS_HPP

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vmmetrics/vmmetrics.h>

#if __cplusplus > 201703L
#include <ranges>
#endif

namespace vmm
{

/* ---- Texts ---- */

/* The bytes of a text, which another object keeps: of a std::string, a std::string_view, a std::span or std::vector of
 * char, unsigned char or std::byte, or a string literal. */
class bytes
{
  public:
    /* These are not explicit, so that each function that reads takes any text. */
    template <class Text, std::enable_if_t<std::is_convertible_v<const Text &, std::string_view>, int> = 0>
    // cppcheck-suppress noExplicitConstructor
    constexpr bytes(const Text &text) : bytes(std::string_view(text).data(), std::string_view(text).size())
    {
    }

    template <class Text, class Byte = std::remove_pointer_t<decltype(std::declval<const Text &>().data())>,
              std::enable_if_t<!std::is_convertible_v<const Text &, std::string_view> && sizeof(Byte) == 1, int> = 0>
    // cppcheck-suppress noExplicitConstructor
    bytes(const Text &text) : bytes(reinterpret_cast<const char *>(text.data()), text.size())
    {
    }

    constexpr const char *data() const
    {
        return data_;
    }

    vmm_text text() const
    {
        return vmm_text_of(data_, size_);
    }

  private:
    constexpr bytes(const char *data, std::size_t size) : data_(data), size_(size)
    {
    }

    const char *data_;
    std::size_t size_;
};

/* ---- Members ---- */

/* The value of a member, if it is known. */
constexpr std::optional<std::uint64_t> known(std::uint64_t member)
{
    return member == VMM_UNKNOWN ? std::nullopt : std::optional(member);
}

inline std::optional<double> known(double member)
{
    return std::isnan(member) ? std::nullopt : std::optional(member);
}

/* Characters of a name, which ends with NUL or with its room. */
inline std::size_t length_of(const char *name, std::size_t room)
{
    const void *end = std::memchr(name, 0, room);

    return end == nullptr ? room : static_cast<std::size_t>(static_cast<const char *>(end) - name);
}

template <std::size_t size> std::optional<std::string_view> known(const char (&name)[size])
{
    std::size_t length = length_of(name, size);

    return length == 0 ? std::nullopt : std::optional(std::string_view(name, length));
}

inline std::optional<std::string_view> known(const vmm_span &span)
{
    return span.start == nullptr ? std::nullopt : std::optional(std::string_view(span.start, span.length));
}

/* Whether a member of kind limit means "no limit". The value is larger than every limit. */
constexpr bool is_unlimited(std::uint64_t limit)
{
    return limit == VMM_UNLIMITED;
}

/* ---- Results ---- */

/* A record, or the reason why there is none. */
template <class Record> struct result {
    Record record;
    vmm_status status;
    /* Offset of the wrong byte in the text, if there is one. */
    std::optional<std::size_t> offset;

    explicit operator bool() const
    {
        return status == VMM_OK;
    }

    /* Valid without a record too: every member is unknown then. */
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

/* Reads the next record of a text that begins at `start`. */
template <class Record, class Parser> result<Record> read_next(Parser function, vmm_text &text, const char *start)
{
    result<Record> found{};

    found.status = function(&text, &found.record, sizeof found.record);
    if (text.error != nullptr)
        found.offset = static_cast<std::size_t>(text.error - start);
    return found;
}

/* Reads a file that is one record. */
template <class Record> result<Record> parse(parser<Record> function, bytes from)
{
    vmm_text text = from.text();

    return read_next<Record>(function, text, from.data());
}

/* A new record whose members are all unknown. */
template <class Record> Record unknown(vmm_record_id record_id)
{
    Record record{};

    vmm_record_init(record_id, &record, sizeof record);
    return record;
}

/* Reads one file of a record into it. The members that other files feed stay as they are. The file of another record is
 * VMM_E_ARGUMENT. */
template <class Record>
std::pair<vmm_status, std::optional<std::size_t>> read(vmm_file file, bytes from, Record &record)
{
    vmm_text text = from.text();
    vmm_status status = vmm_record_read(&text, file, &record, sizeof record);

    if (text.error == nullptr)
        return {status, std::nullopt};
    return {status, static_cast<std::size_t>(text.error - from.data())};
}

/* Computes a usage: compute<vmm_cpu_usage>(vmm_cpu_usage_between, &before, &after). */
template <class Usage, class Function, class... Inputs> result<Usage> compute(Function function, Inputs... inputs)
{
    result<Usage> usage{};

    usage.status = function(inputs..., &usage.record, sizeof usage.record);
    return usage;
}

/* Whether two records describe the same object; empty if no identity is known in both. */
template <class Record> std::optional<bool> same(const Record &before, const Record &after)
{
    vmm_status status = vmm_record_same(&before, &after);

    return status == VMM_OK || status == VMM_RESET ? std::optional(status == VMM_OK) : std::nullopt;
}

/* ---- Ranges ---- */

/* A function that can be assigned, as views must be: a lambda with captures cannot. */
template <class Function> class assignable
{
  public:
    explicit assignable(Function function) : function_(std::move(function))
    {
    }

    assignable(const assignable &) = default;

    assignable &operator=(const assignable &other)
    {
        if (this != &other)
            function_.emplace(*other.function_);
        return *this;
    }

    ~assignable() = default;

    template <class... Arguments> auto operator()(Arguments &&...arguments)
    {
        return (*function_)(std::forward<Arguments>(arguments)...);
    }

  private:
    std::optional<Function> function_;
};

/* The results of `next` until it returns nothing. `next` is called once for each element. An element is in the range, and
 * valid until the iterator moves on. */
template <class Item, class Next> class range
{
  public:
    class sentinel
    {
    };

    class iterator
    {
      public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Item;
        using difference_type = std::ptrdiff_t;
        using pointer = const Item *;
        using reference = const Item &;

        iterator() = default;

        explicit iterator(range *of) : of_(of)
        {
        }

        reference operator*() const
        {
            return *of_->item_;
        }

        pointer operator->() const
        {
            return &*of_->item_;
        }

        iterator &operator++()
        {
            of_->item_ = of_->next_();
            return *this;
        }

        void operator++(int)
        {
            ++*this;
        }

        bool is_at_end() const
        {
            return !of_->item_.has_value();
        }

        friend bool operator==(const iterator &at, sentinel)
        {
            return at.is_at_end();
        }

        friend bool operator==(sentinel end, const iterator &at)
        {
            return at == end;
        }

        friend bool operator!=(const iterator &at, sentinel end)
        {
            return !(at == end);
        }

        friend bool operator!=(sentinel end, const iterator &at)
        {
            return !(at == end);
        }

      private:
        range *of_ = nullptr;
    };

    explicit range(Next next) : next_(std::move(next))
    {
    }

    iterator begin()
    {
        item_ = next_();
        return iterator(this);
    }

    sentinel end()
    {
        return {};
    }

  private:
    assignable<Next> next_;
    std::optional<Item> item_;
};

template <class Item, class Next> range<Item, Next> range_of(Next next)
{
    return range<Item, Next>(std::move(next));
}

/* The rows of a file, each with its own status: after a malformed row the next one follows. The bytes must live as long
 * as the range. */
template <class Record, class Parser> auto rows(Parser parse, bytes from)
{
    return range_of<result<Record>>(
        [parse, text = from.text(), start = from.data()]() mutable -> std::optional<result<Record>> {
            result<Record> row = read_next<Record>(parse, text, start);

            return row.status == VMM_END ? std::nullopt : std::optional(row);
        });
}

template <class Record> auto rows(parser<Record> parse, bytes from)
{
    return rows<Record, parser<Record>>(parse, from);
}

/* A function of the library that reads the next row of one of several files. */
template <class Record>
using file_parser = vmm_status (*)(vmm_text *text, vmm_file file, Record *row, std::size_t row_size);

template <class Record> auto rows(file_parser<Record> parse, vmm_file file, bytes from)
{
    auto next = [parse, file](vmm_text *text, Record *row, std::size_t size) { return parse(text, file, row, size); };

    return rows<Record>(next, from);
}

/* Bytes that a temporary owns, such as those of a std::string, would be gone before the first row. */
template <class Text>
using if_temporary = std::enable_if_t<!std::is_lvalue_reference_v<Text> && std::is_convertible_v<Text, bytes> &&
                                      !std::is_trivially_copyable_v<std::remove_cv_t<Text>>>;

template <class Record, class Parser, class Text, class = if_temporary<Text>>
void rows(Parser parse, Text &&from) = delete;

template <class Record, class Text, class = if_temporary<Text>> void rows(parser<Record> parse, Text &&from) = delete;

template <class Record, class Text, class = if_temporary<Text>>
void rows(file_parser<Record> parse, vmm_file file, Text &&from) = delete;

/* ---- Descriptions ---- */

/* The type of a record that the library or vmm::unknown() filled. */
template <class Record> vmm_record_id type_of(const Record &record)
{
    return static_cast<vmm_record_id>(record.record);
}

/* The members of a record. */
inline auto members(vmm_record_id record_id)
{
    return range_of<vmm_member_info>([record_id, index = 0U]() mutable -> std::optional<vmm_member_info> {
        vmm_member_info info{};

        return vmm_member_at(record_id, index++, &info, sizeof info) == VMM_OK ? std::optional(info) : std::nullopt;
    });
}

/* The files that a record is read from. */
inline auto files(vmm_record_id record_id)
{
    return range_of<vmm_file_info>([record_id, index = 0U]() mutable -> std::optional<vmm_file_info> {
        vmm_file_info file{};

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

/* Value of any member: monostate is unknown. */
using value = std::variant<std::monostate, unlimited, std::uint64_t, double, std::string_view>;

template <class Record> value value_of(const vmm_member_info &member, const Record &record)
{
    const char *at = reinterpret_cast<const char *>(&record) + member.offset;

    /* A newer library may have members after the end of this struct. */
    if (member.offset + member.bytes > record.size || record.size > sizeof record)
        return {};
    if (member.type == VMM_TYPE_UINT64) {
        std::uint64_t number;
        std::memcpy(&number, at, sizeof number);
        if (number == VMM_UNKNOWN)
            return {};
        if (member.kind == VMM_KIND_LIMIT && is_unlimited(number))
            return unlimited{};
        return number;
    }
    if (member.type == VMM_TYPE_DOUBLE) {
        double number;
        std::memcpy(&number, at, sizeof number);
        return std::isnan(number) ? value{} : value{number};
    }
    if (member.type == VMM_TYPE_NAME && *at != '\0')
        return std::string_view(at, length_of(at, static_cast<std::size_t>(member.bytes)));
    return {};
}

} // namespace vmm

#if defined(__cpp_lib_ranges)
template <class Item, class Next> inline constexpr bool std::ranges::enable_view<vmm::range<Item, Next>> = true;
#endif

#endif
