// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.source.Json;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Digests of parts of live objects: 32 hexadecimal characters. Files are digested by their keys, so that a comment does
 * not change them. The content may hold a password, so the digest is slow on purpose and salted with the object's name;
 * see docs/adr/digest-of-content.md.
 */
public final class ContentDigest {
    private static final int ITERATIONS = 10_000;
    private static final int BYTES = 16;

    private final FileFormats formats;

    public ContentDigest(FileFormats formats) {
        this.formats = formats;
    }

    /** The digest of what stands at a path of a live object; empty if nothing stands there. */
    public Optional<String> of(String cluster, Manifest live, FieldPath path) {
        DataFiles data = DataFiles.of(live);
        return live.at(path)
                .map(part -> content(path, part, data))
                .map(content -> digest(cluster + "/" + live.ref(), Json.canonical(content)));
    }

    private Object content(FieldPath path, Object part, DataFiles data) {
        if (path.equals(DataFiles.DATA) && part instanceof Map<?, ?> entries) {
            Map<String, Object> content = new LinkedHashMap<>();
            entries.forEach((name, value) -> content.put((String) name, content(path.key((String) name), value, data)));
            return content;
        }
        Optional<String> name = DataFiles.name(path);
        if (name.isEmpty() || !(part instanceof String text)) {
            return part;
        }
        String observed = data.observed(text);
        return formats.ofFile(name.get())
                .flatMap(format -> FileKeys.of(observed, format))
                .<Object>map(keys -> keys)
                .orElse(observed);
    }

    private static String digest(String salt, String content) {
        return HexFormat.of().formatHex(SlowHash.of(content, salt, ITERATIONS, BYTES));
    }
}
