// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.planning.ParameterReader;
import io.shakebook.engine.planning.ParameterReader.Parameters;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that an inventory says, resolved: defaults are filled in, references are checked.
 *
 * @param revision of the files it was read from, as the tree names it
 * @param clusters by name
 * @param entries by type and name; types without entries are left out
 * @param groups names of entries by group
 * @param parameters by name
 * @param origins of the values that a file gives, by path: {@code redis.redis-a.namespace}
 * @param defaults what a value that is given overrides, by path, as it would be written
 * @param warnings of what is dubious in it
 */
public record Listing(
        String name,
        String summary,
        String revision,
        Map<String, Fields> clusters,
        Map<String, Map<String, Fields>> entries,
        Map<String, List<String>> groups,
        Map<String, Content> parameters,
        Map<String, Position> origins,
        Map<String, List<String>> defaults,
        List<Diagnostic> warnings) {
    /** The section of clusters, as paths and references have it. */
    public static final String CLUSTERS = "clusters";

    public Listing {
        requireNonNull(name, "name");
        requireNonNull(summary, "summary");
        requireNonNull(revision, "revision");
        clusters = ordered(clusters);
        entries = ordered(entries);
        groups = ordered(groups);
        parameters = ordered(parameters);
        origins = ordered(origins);
        defaults = ordered(defaults);
        warnings = List.copyOf(warnings);
    }

    /** The same, beside playbooks whose defaults its parameters override. */
    public Listing over(List<Parameters> playbooks) {
        Map<String, List<String>> more = new LinkedHashMap<>(defaults);
        for (Parameters playbook : playbooks) {
            for (ParameterReader.Read parameter : playbook.all()) {
                parameter
                        .defaultsTo()
                        .ifPresent(node -> more.merge(
                                "parameters." + parameter.name(),
                                List.of(Overridden.words(playbook.playbook(), parameter.name(), node)),
                                (some, others) -> Stream.concat(some.stream(), others.stream())
                                        .toList()));
            }
        }
        return new Listing(name, summary, revision, clusters, entries, groups, parameters, origins, more, warnings);
    }

    /** Clusters, then entries by their type. */
    public Map<String, Map<String, Fields>> sections() {
        Map<String, Map<String, Fields>> sections = new LinkedHashMap<>();
        sections.put(CLUSTERS, clusters);
        sections.putAll(entries);
        return sections;
    }

    /** Where the value at a path stands; empty if no file gives it. */
    public Optional<Position> origin(String path) {
        return Optional.ofNullable(origins.get(path));
    }

    /** What a value that is given at a path overrides. */
    public List<String> overridden(String path) {
        return origins.containsKey(path) ? defaults.getOrDefault(path, List.of()) : List.of();
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
