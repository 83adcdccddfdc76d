// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.inventory.InventoryParser;
import io.shakebook.engine.source.FolderTree;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.Rows;
import io.shakebook.spi.value.OutputRef;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Playbooks and an inventory to try the language on. */
final class Site {
    private static final Path SHIPPED = Path.of("src/test/resources/site");

    private final SourceTree playbooks;
    private final Inventory inventory;

    private Site(SourceTree playbooks, Inventory inventory) {
        this.playbooks = playbooks;
        this.inventory = inventory;
    }

    static Site shipped() {
        return new Site(new FolderTree(SHIPPED.resolve("playbooks")), inventory());
    }

    /** The shipped inventory, and playbooks by their path. */
    static Site of(Map<String, String> files) {
        return new Site(Trees.of(files), inventory());
    }

    static Site of(Map<String, String> files, String inventory) {
        Problems problems = new Problems();
        return new Site(
                Trees.of(files),
                new InventoryParser(Fakes.catalog(), problems)
                        .parse(Trees.of(Map.of("inventory.yaml", inventory)))
                        .orElseThrow(() -> new AssertionError(problems.all())));
    }

    static Inventory inventory() {
        Problems problems = new Problems();
        return new InventoryParser(Fakes.catalog(), problems)
                .parse(new FolderTree(SHIPPED.resolve("inventory")))
                .orElseThrow(() -> new AssertionError(problems.all()));
    }

    Expander expander() {
        return new Expander(Fakes.catalog(), new ConfFormat());
    }

    CheckedPlaybook check(String name, Map<String, String> typed) throws Mistakes {
        return expander().check(playbooks, name + ".yaml", inventory, typed);
    }

    Expansion expand(String name, Optional<String> address) throws Exception {
        Map<String, Fakes.Shard> shards = new LinkedHashMap<>();
        shards.put("0", new Fakes.Shard("-0", new BigDecimal("6.0"), Map.of("pod", "orders-0")));
        shards.put("1", new Fakes.Shard("-1", new BigDecimal("6.0"), Map.of("pod", "orders-1")));
        return expander().expand(check(name, Map.of()), reader(shards, address));
    }

    FactReader reader(Map<String, Fakes.Shard> shards, Optional<String> address) {
        return new FactReader() {
            @Override
            @SuppressWarnings("unchecked")
            public <A extends Record, R extends Record> Answer<R> rows(
                    Lookup<A, R> lookup, A args, String cluster, String namespace) {
                Rows<R> rows = (Rows<R>)
                        (lookup.spec().single()
                                ? Rows.single(new Fakes.Receiver("single", address), "test")
                                : new Rows<>(shards, "test"));
                return new Answer<>(rows, Set.of());
            }
        };
    }

    StepDraft step(Expansion expansion, String address) {
        return expansion.steps().stream()
                .filter(step -> step.address().toString().equals(address))
                .findFirst()
                .orElseThrow();
    }

    Outputs nothingKnown() {
        return known(Map.of());
    }

    Outputs known(Map<String, Object> values) {
        return new Outputs() {
            @Override
            public Optional<Object> known(StepAddress step, String output) {
                return Optional.ofNullable(values.get(step + "." + output));
            }

            @Override
            public OutputRef pending(StepAddress step, String output) {
                return new OutputRef(step.toString(), output, "");
            }
        };
    }
}
