// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of served kinds. */
public final class Kinds {
    private static final String TABLE = "/io/shakebook/embedded/kinds.txt";

    private final Map<String, Kind> byPlural = new LinkedHashMap<>();
    private final Map<String, Kind> byName = new LinkedHashMap<>();

    private Kinds(List<Kind> kinds) {
        for (Kind kind : kinds) {
            byPlural.put(kind.apiVersion() + " " + kind.plural(), kind);
            byName.put(kind.apiVersion() + " " + kind.name(), kind);
        }
    }

    /** Reads the table that is part of this jar. */
    public static Kinds load() {
        try (InputStream in = Kinds.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is not in the jar; please report this");
            }
            return new Kinds(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Kinds::row)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind row(String line) {
        String[] cells = line.trim().split("\\s+");
        int slash = cells[0].indexOf('/');
        return new Kind(
                slash < 0 ? "" : cells[0].substring(0, slash),
                cells[0].substring(slash + 1),
                cells[1],
                cells[2],
                words(cells[3]),
                cells[4].equals("namespaced"),
                new LinkedHashSet<>(words(cells[5])),
                new LinkedHashSet<>(words(cells[6])));
    }

    private static List<String> words(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split(","));
    }

    public Optional<Kind> byPlural(String apiVersion, String plural) {
        return Optional.ofNullable(byPlural.get(apiVersion + " " + plural));
    }

    public Optional<Kind> byName(String apiVersion, String name) {
        return Optional.ofNullable(byName.get(apiVersion + " " + name));
    }

    /** A kind this server itself works with; the table is known to hold it. */
    public Kind known(String apiVersion, String name) {
        return byName(apiVersion, name)
                .orElseThrow(() -> new IllegalStateException(apiVersion + " " + name + " is not in kinds.txt"));
    }

    public List<Kind> all() {
        return List.copyOf(byPlural.values());
    }

    public List<Kind> of(String apiVersion) {
        return all().stream()
                .filter(kind -> kind.apiVersion().equals(apiVersion))
                .toList();
    }

    /** Every group/version in the table's order, the core one ({@code v1}) first. */
    public List<String> apiVersions() {
        Set<String> versions = new LinkedHashSet<>();
        all().forEach(kind -> versions.add(kind.apiVersion()));
        return new ArrayList<>(versions);
    }
}
