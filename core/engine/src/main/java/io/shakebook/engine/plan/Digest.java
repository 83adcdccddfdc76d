// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.source.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is approved when a plan is: SHA-256 over the canonical JSON of everything in it but the block {@code seen}. An
 * unchanged world gives the same digest tomorrow.
 *
 * @param text {@code sha256:} and 64 hexadecimal characters
 */
public record Digest(String text) {
    private static final int SHORT = "sha256:".length() + 8;

    public Digest {
        requireNonNull(text, "text");
        if (!text.matches("sha256:[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a digest: \"" + text + "\"");
        }
    }

    public static Digest of(Plan plan) {
        return of(PlanTree.of(plan));
    }

    /** The digest of a plan file's content as it was read. */
    static Digest of(Map<String, ? extends @Nullable Object> tree) {
        Map<String, @Nullable Object> covered = new LinkedHashMap<>(tree);
        covered.remove("digest");
        covered.remove("seen");
        byte[] bytes = Json.canonical(covered).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Digest("sha256:" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }

    /** For people: {@code sha256:6b1e04d2}. */
    public String shown() {
        return text.substring(0, SHORT);
    }

    @Override
    public String toString() {
        return text;
    }
}
