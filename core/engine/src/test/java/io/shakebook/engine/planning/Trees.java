// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Files in memory. */
public final class Trees {

    private Trees() {}

    /** By path. */
    public static SourceTree of(Map<String, String> files) {
        Map<String, String> all = Map.copyOf(files);
        return new SourceTree() {
            @Override
            public String shown(String path) {
                return path;
            }

            @Override
            public Optional<byte[]> read(String path) {
                return Optional.ofNullable(all.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public String revision() {
                return "test";
            }
        };
    }
}
