#!/bin/bash -eu
# SPDX-License-Identifier: MIT
# Builds the fuzz targets in the folder of the sources, as ClusterFuzzLite and OSS-Fuzz ask for them. The environment has the
# compilers, their options with the sanitizer, the fuzzing engine, and the folders for the work (WORK) and the result (OUT).
# tests/fuzz/check_build tries this script without their image.
cmake -S . -B "$WORK/build" -G Ninja -DCMAKE_BUILD_TYPE=None -DVMMETRICS_BUILD_EXAMPLES=OFF -DVMMETRICS_BUILD_DOCS=OFF \
    -DVMMETRICS_FUZZ=ON -DVMMETRICS_FUZZ_ENGINE="$LIB_FUZZING_ENGINE"
cmake --build "$WORK/build" --target fuzz_targets
for program in "$WORK"/build/tests/fuzz/fuzz_* "$WORK"/build/tests/fuzz/fast_*; do
    [ -f "$program" ] && [ -x "$program" ] || continue
    name=${program##*/}
    target=${name#*_}
    cp "$program" "$OUT/"
    [ ! -f "tests/fuzz/$target.dict" ] || cp "tests/fuzz/$target.dict" "$OUT/$name.dict"
    { echo '[libfuzzer]' && echo 'max_len = 3000'; } >"$OUT/$name.options"
    # Eight texts of each input: how often an edge was passed says little.
    case $name in fast_*) echo 'use_counters = 0' >>"$OUT/$name.options" ;; esac
    (cd "tests/fuzz/corpus/$target" && cmake -E tar cf "$OUT/${name}_seed_corpus.zip" --format=zip -- *)
done
