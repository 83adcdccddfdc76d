// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.InventoryDraft.Stub;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.RecordSchema;
import io.shakebook.spi.InventoryType;
import io.shakebook.spi.kube.ClusterRef;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Examples of the inventory types that are installed, with the clusters of a new inventory in place of their own. */
final class EntryStubs {
    private static final Pattern FIELD = Pattern.compile("(\\s+)([a-z0-9-]+): (\\S+)\\s*");

    private final Catalog catalog;

    EntryStubs(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Stub> of(List<String> clusters) {
        return catalog.types().values().stream()
                .<Stub>map(type -> new Stub(type.name(), type.summary(), lines(type, clusters)))
                .toList();
    }

    private List<String> lines(InventoryType<?> type, List<String> clusters) {
        Set<String> fields = clusterFields(type);
        List<String> named = new ArrayList<>();
        return type.examples().stream()
                .flatMap(example -> example.yaml().lines())
                .map(line -> renamed(line, fields, named, clusters))
                .toList();
    }

    /** The first cluster that the examples name becomes the first of the inventory, the second the second. */
    private static String renamed(String line, Set<String> fields, List<String> named, List<String> clusters) {
        Matcher field = FIELD.matcher(line);
        if (!field.matches() || !fields.contains(field.group(2))) {
            return line;
        }
        if (!named.contains(field.group(3))) {
            named.add(field.group(3));
        }
        String cluster = clusters.get(named.indexOf(field.group(3)) % clusters.size());
        return field.group(1) + field.group(2) + ": " + cluster;
    }

    /** Names of the fields that are a cluster, as they are written. */
    private Set<String> clusterFields(InventoryType<?> type) {
        List<String> written = RecordSchema.of(type.entry(), catalog).names();
        List<RecordComponent> components = Arrays.asList(type.entry().getRecordComponents());
        return components.stream()
                .filter(component -> component.getType() == ClusterRef.class)
                .map(component -> written.get(components.indexOf(component)))
                .collect(Collectors.toSet());
    }
}
