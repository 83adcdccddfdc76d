// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.FieldPath.Element;
import io.shakebook.spi.kube.FieldPath.Key;
import io.shakebook.spi.kube.FieldPath.Segment;
import io.shakebook.spi.kube.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which observed values are never shown, although nothing that is wanted says so: they may be passwords that somebody
 * put there. Rather too many than too few: a value that is masked costs a line of the diff and the way back.
 */
final class Confidential {
    /** Kinds whose data is in base64 and never shown. */
    private static final Set<Kind> KINDS = Set.of(Kind.SECRET);

    private static final Pattern NAME = Pattern.compile(
            "(?i).*(passw|passphrase|secret|token|auth|credential|(api|private|access)[-_.]?key).*|(.*[-_.])?pass");
    private static final Pattern NO_SECRET_NAME = Pattern.compile(".*([nN]ame|Ref|Policy|Type|Seconds|-digest|author)");
    private static final Pattern IN_TEXT = Pattern.compile(
            "(?is).*(://[^/@]*:[^@]+@|-----BEGIN |(passw|passphrase|secret|token|auth)[\\w.-]*[\"']?\\s*[ =:]).*");

    private Confidential() {}

    static boolean kind(Kind kind) {
        return KINDS.contains(kind);
    }

    /** Whether a field of this name holds what must not be shown; an environment variable counts by its own name. */
    static boolean field(FieldPath path, Object value) {
        List<Segment> segments = path.segments();
        int last = segments.size() - 1;
        if (last >= 0 && segments.get(last) instanceof Key key) {
            boolean variable = key.name().equals("value") && last > 0;
            return name(key.name(), value)
                    || (variable && segments.get(last - 1) instanceof Element element && names(element, value))
                    || value(value);
        }
        return value(value);
    }

    /** Whether an entry of an object's data holds what must not be shown, by its name. */
    static boolean entry(String name) {
        return name(name, name);
    }

    /** Whether a key of a file, by its last part, holds what must not be shown. */
    static boolean key(String dotted, Object value) {
        return name(dotted.substring(dotted.lastIndexOf('.') + 1), value) || value(value);
    }

    /** Whether a text of any form seems to hold a password. */
    static boolean text(String text) {
        return IN_TEXT.matcher(text).matches();
    }

    private static boolean names(Element element, Object value) {
        return element.keys().values().stream().anyMatch(key -> key instanceof String name && name(name, value));
    }

    private static boolean name(String name, Object value) {
        return !(value instanceof Boolean)
                && NAME.matcher(name).matches()
                && !NO_SECRET_NAME.matcher(name).matches();
    }

    private static boolean value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .anyMatch(
                            entry -> name(String.valueOf(entry.getKey()), entry.getValue()) || value(entry.getValue()));
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(Confidential::value);
        }
        return value instanceof String text && text(text);
    }
}
