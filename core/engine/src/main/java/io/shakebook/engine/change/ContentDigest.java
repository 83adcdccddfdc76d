// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.source.Json;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Digests of parts of live objects: 32 hexadecimal characters. Files are digested by their keys, so that a comment does
 * not change them. The content may hold a password, so the digest is slow on purpose and salted with the object's name;
 * see docs/adr/digest-of-content.md.
 */
public final class ContentDigest {
    private static final int ITERATIONS = 10_000;
    private static final int BITS = 128;

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
        PBEKeySpec spec =
                new PBEKeySpec(content.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), ITERATIONS, BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return HexFormat.of().formatHex(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
