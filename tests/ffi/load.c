/* SPDX-License-Identifier: MIT */
/* Loads the library of a wheel, and prints what it reads: for a machine or a C library for which there is no Python here. */
#include <stdio.h>
#include <string.h>

#include "vmmetrics/vmmetrics.h"

#ifdef _WIN32
#include <windows.h>
#define OPEN(path) ((void *)LoadLibraryA(path))
#define FIND(library, name) ((void *)GetProcAddress((HMODULE)(library), name))
#else
#include <dlfcn.h>
#define OPEN(path) dlopen(path, RTLD_NOW)
#define FIND(library, name) dlsym(library, name)
#endif

int main(int count, char **arguments)
{
    void *library = count == 2 ? OPEN(arguments[1]) : NULL;
    struct vmm_text (*text_of)(const char *, size_t);
    vmm_status (*parse)(struct vmm_text *, struct vmm_meminfo *, size_t);
    const char *file = "MemTotal: 5 kB\n";
    struct vmm_meminfo memory;

    if (library == NULL) {
        fprintf(stderr, "%s is not loaded\n", count == 2 ? arguments[1] : "nothing");
        return 1;
    }
    *(void **)&text_of = FIND(library, "vmm_text_of");
    *(void **)&parse = FIND(library, "vmm_meminfo_parse");
    struct vmm_text text = text_of(file, strlen(file));
    if (parse(&text, &memory, sizeof memory) != VMM_OK)
        return 1;
    printf("%llu bytes\n", (unsigned long long)memory.mem_total_bytes);
    return 0;
}
