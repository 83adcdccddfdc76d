// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.inventory;

import io.shakebook.engine.source.Demands;
import io.shakebook.engine.source.KeyReader;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Entry;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.engine.source.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code demands: { clean: true, branch: main }}. */
public final class DemandParser {
    static final String SECTION = "demands";

    private static final String CLEAN = "clean";
    private static final String SIGNED = "signed";
    private static final String BRANCH = "branch";

    private DemandParser() {}

    static Demands parse(List<Entry> entries, Problems problems) {
        if (entries.isEmpty()) {
            return Demands.NONE;
        }
        Mapping section = new Mapping(entries.get(0).key().at(), entries);
        KeyReader keys = new KeyReader(section, "demands", problems);
        keys.only(List.of(CLEAN, SIGNED, BRANCH));
        Set<String> branches = keys.text(BRANCH).map(Scalar::text).stream().collect(Collectors.toSet());
        return new Demands(yes(CLEAN, keys, problems), yes(SIGNED, keys, problems), branches);
    }

    private static boolean yes(String key, KeyReader keys, Problems problems) {
        boolean said = keys.flag(key);
        Optional<Scalar> no = keys.scalar(key)
                .filter(one -> one.value().filter(Boolean.FALSE::equals).isPresent());
        no.ifPresent(one -> problems.error(
                "no-demand",
                "\"" + key + ": false\" demands nothing, and takes back nothing that others demand",
                one.at(),
                "delete it"));
        return said;
    }

    /** Of a file as it once was: what is wrong in it is nobody's mistake any more. */
    public static Demands ofEarlier(byte[] inventory) {
        Optional<YamlNode> root = YamlReader.read(InventoryParser.FILE, inventory, new Problems());
        return root.stream()
                .flatMap(node -> node instanceof Mapping map ? map.get(SECTION).stream() : Stream.empty())
                .filter(Mapping.class::isInstance)
                .map(node -> parse(((Mapping) node).entries(), new Problems()))
                .findFirst()
                .orElse(Demands.NONE);
    }
}
