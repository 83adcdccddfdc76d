// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * One example of a module, look-up or inventory type, as a playbook for the demo sites.
 *
 * @param module the module's folder; {@code example-site-a.yaml} there holds objects that its examples need beside those
 *     of the demo
 * @param changes whether it would be a poor example if it changed nothing
 * @param entries what the demo inventory lacks, or says in another way
 */
record ShownExample(String title, Path module, String playbook, boolean changes, List<Entry> entries) {
    /** An entry of an inventory, with the section where it belongs. */
    record Entry(String section, String yaml) {
        /** The entry's own. */
        String name() {
            return yaml.lines().findFirst().orElseThrow().strip().replace(":", "");
        }

        /** The inventory with this entry, in place of one of the same name. */
        String in(String inventory) {
            String own = "(?m)^  " + name() + ":.*\\n(?: {3,}.*\\n|\\s*\\n)*";
            int start = ("\n" + inventory).indexOf("\n" + section + ":\n");
            if (start < 0) {
                return inventory + "\n" + section + ":\n" + yaml.indent(2);
            }
            int entries = start + section.length() + 2;
            return inventory.substring(0, entries)
                    + yaml.indent(2)
                    + inventory.substring(entries).replaceFirst(own, "");
        }
    }

    /** As the playbook says itself. */
    String name() {
        return playbook.lines()
                .findFirst()
                .orElseThrow()
                .replace("playbook:", "")
                .strip();
    }

    DemoSite on(DemoSite site) throws IOException {
        for (String seed : List.of("site-a", "site-b")) {
            Path more = module.resolve("example-" + seed + ".yaml");
            if (Files.exists(more)) {
                String objects = Files.readString(more).replaceFirst("(?s)^.*?objects:\\n", "\n");
                Files.writeString(site.file("demo/" + seed + ".yaml"), objects, StandardOpenOption.APPEND);
            }
        }
        Path inventory = site.file("demo/inventory.yaml");
        for (Entry entry : entries) {
            Files.writeString(inventory, entry.in(Files.readString(inventory)));
        }
        return site.playbook(name(), playbook);
    }

    @Override
    public String toString() {
        return module.getFileName() + ": " + title;
    }
}
