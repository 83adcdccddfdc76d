// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.value.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts secrets in their places. Its results go into requests and comparisons, never into anything that is shown or kept.
 */
public final class Opener {
    private final Secrets secrets;
    private final FileFormats formats;

    public Opener(Secrets secrets, FileFormats formats) {
        this.secrets = secrets;
        this.formats = formats;
    }

    /**
     * The whole object as the server is to see it: plain JSON leaves, base64 applied.
     *
     * @throws Secrets.Missing if a secret is not there
     * @throws Unanswered if the cluster that holds a secret gave no usable answer
     * @throws IllegalArgumentException if a part is still pending
     */
    public Opened open(Manifest manifest) throws Secrets.Missing, Unanswered {
        return new Opened(new Manifest(openedMap(manifest.tree())));
    }

    /** The characters of a text with its secrets in place; not encoded. Exceptions as of {@link #open(Manifest)}. */
    public String open(Text text) throws Secrets.Missing, Unanswered {
        StringBuilder opened = new StringBuilder();
        for (Text.Part part : text.parts()) {
            opened.append(open(part));
        }
        return opened.toString();
    }

    /** The characters that stand for one part. Exceptions as of {@link #open(Manifest)}. */
    String open(Text.Part part) throws Secrets.Missing, Unanswered {
        if (part instanceof Text.Literal literal) {
            return literal.text();
        }
        if (part instanceof Text.Secret secret) {
            return Escape.as(secret.escape(), secrets.open(secret.ref()), formats);
        }
        throw new IllegalArgumentException("still pending: " + ((Text.Pending) part).ref());
    }

    /** A tree of plain values. Exceptions as of {@link #open(Manifest)}. */
    Object open(Object node) throws Secrets.Missing, Unanswered {
        if (node instanceof Text text) {
            String opened = open(text);
            boolean plain = text.encoding() == Text.Encoding.PLAIN;
            return plain ? opened : Base64.getEncoder().encodeToString(opened.getBytes(StandardCharsets.UTF_8));
        }
        if (node instanceof List<?> list) {
            List<Object> opened = new ArrayList<>();
            for (Object item : list) {
                opened.add(open(item));
            }
            return opened;
        }
        return node instanceof Map<?, ?> map ? openedMap(map) : node;
    }

    private Map<String, Object> openedMap(Map<?, ?> map) throws Secrets.Missing, Unanswered {
        Map<String, Object> opened = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            opened.put((String) entry.getKey(), open(entry.getValue()));
        }
        return opened;
    }
}
