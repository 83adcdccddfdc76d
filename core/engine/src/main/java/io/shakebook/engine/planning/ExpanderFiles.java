// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.playbook.Playbook;
import io.shakebook.engine.playbook.PlaybookParser;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.engine.source.YamlReader;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads playbooks, each once. */
final class ExpanderFiles {
    private final SourceTree tree;
    private final Problems problems;
    private final Map<String, Optional<Playbook>> read = new HashMap<>();

    ExpanderFiles(SourceTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /** @param named where another file names it. @return empty if it cannot be used; why was reported then */
    Optional<Playbook> playbook(String path, Optional<Position> named) {
        Optional<Playbook> known = read.get(path);
        if (known == null) {
            known = bytes(path, named)
                    .flatMap(bytes -> YamlReader.read(tree.shown(path), bytes, problems))
                    .flatMap(root -> new PlaybookParser(problems).parse(root, path));
            read.put(path, known);
        }
        return known;
    }

    private Optional<byte[]> bytes(String path, Optional<Position> named) {
        try {
            Optional<byte[]> bytes = tree.read(path);
            if (bytes.isEmpty()) {
                String summary = "there is no playbook \"" + tree.shown(path) + "\"";
                problems.add(named.map(at -> Diagnostic.error(
                                "no-playbook",
                                summary,
                                at,
                                "name a file that there is, from the playbooks' folder, without .yaml"))
                        .orElseGet(() -> Diagnostic.error("no-playbook", summary, "name a file that there is")));
            }
            return bytes;
        } catch (SourceTree.Unreadable unreadable) {
            String summary = String.valueOf(unreadable.getMessage());
            problems.add(named.map(at -> Diagnostic.error("unreadable-file", summary, at, "name another file"))
                    .orElseGet(() -> Diagnostic.error("unreadable-file", summary, "name another file")));
            return Optional.empty();
        }
    }
}
