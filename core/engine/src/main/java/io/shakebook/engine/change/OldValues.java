// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.value.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values that were there, in the form in which a plan may keep them: where a secret that is wanted now stood already, its
 * reference stands. Holds opened secrets, so it lives as long as one comparison.
 */
final class OldValues {
    private static final int SHORTEST = 4;

    private final Map<String, Text.Secret> opened = new java.util.LinkedHashMap<>();
    private final Mask mask;

    /** @param body what is wanted, with its secrets closed */
    OldValues(Manifest body, Secrets secrets, FileFormats formats) throws Secrets.Missing, Unanswered {
        this.mask = Mask.of(body.tree(), secrets);
        Opener opener = new Opener(secrets, formats);
        Set<Text.Secret> parts = new LinkedHashSet<>();
        Holes.secretParts(body.tree(), parts::add);
        for (Text.Secret part : parts) {
            String value = opener.open(part);
            if (value.length() >= SHORTEST) {
                opened.put(value, part);
            }
        }
    }

    /** Empty if it may hold what must not be kept. @param wanted what is wanted in its place */
    Optional<Object> kept(Object value, Optional<Object> wanted) {
        if (!(value instanceof String text)) {
            return Optional.of(value).filter(other -> !mask.holdsSecret(other));
        }
        Text closed = closed(text);
        boolean leaks = closed.parts().stream()
                .anyMatch(part -> part instanceof Text.Literal literal && mask.holdsSecret(literal.text()));
        return leaks || newSecrets(closed, wanted) ? Optional.empty() : Optional.of(plain(closed));
    }

    private static Object plain(Text text) {
        return text.literal().<Object>map(literal -> literal).orElse(text);
    }

    private Text closed(String text) {
        List<Text.Part> parts = new ArrayList<>(List.of(new Text.Literal(text)));
        for (Map.Entry<String, Text.Secret> secret : opened.entrySet()) {
            parts = split(parts, secret.getKey(), secret.getValue());
        }
        return Text.of(parts);
    }

    private static List<Text.Part> split(List<Text.Part> parts, String value, Text.Secret secret) {
        List<Text.Part> all = new ArrayList<>();
        for (Text.Part part : parts) {
            if (!(part instanceof Text.Literal literal)) {
                all.add(part);
                continue;
            }
            int from = 0;
            for (int at = literal.text().indexOf(value);
                    at >= 0;
                    at = literal.text().indexOf(value, from)) {
                all.add(new Text.Literal(literal.text().substring(from, at)));
                all.add(secret);
                from = at + value.length();
            }
            all.add(new Text.Literal(literal.text().substring(from)));
        }
        return all;
    }

    /** Whether a line that is not wanted any more looks as if it held a password, such as a comment. */
    private static boolean newSecrets(Text closed, Optional<Object> wanted) {
        Set<String> known = new HashSet<>(lines(wanted.map(OldValues::shown).orElse("")));
        return lines(shown(closed)).stream()
                .filter(line -> !known.contains(line) && !line.contains(Marker.TEXT))
                .anyMatch(Confidential::text);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).toList();
    }

    private static String shown(Object value) {
        if (!(value instanceof Text text)) {
            return String.valueOf(value);
        }
        StringBuilder shown = new StringBuilder();
        text.parts().forEach(part -> shown.append(part instanceof Text.Literal literal ? literal.text() : Marker.TEXT));
        return shown.toString();
    }

    /** Stands for a closed part of a line. */
    private static final class Marker {
        private static final String TEXT = "\0";
    }
}
