// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.playbook;

import io.shakebook.engine.source.TreePaths;
import io.shakebook.spi.diagnostic.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One file.
 *
 * @param path in its tree
 * @param name the end of the path, without the ending: {@code redis-dr/sync}
 * @param at of the name
 */
public record Playbook(
        String path,
        String name,
        Position at,
        String summary,
        List<Parameter> parameters,
        List<FactCall> facts,
        List<Phase> phases) {
    public Playbook {
        parameters = List.copyOf(parameters);
        facts = List.copyOf(facts);
        phases = List.copyOf(phases);
    }

    /** The steps of all phases, in the order in which they are written. */
    public Stream<Step> steps() {
        return phases.stream().flatMap(phase -> phase.steps().stream());
    }

    /** Names that several steps have, in a file that is wrong: it is open which of them is meant. */
    public Set<String> ambiguousSteps() {
        Set<String> seen = new HashSet<>();
        return steps().map(Step::name).filter(name -> !seen.add(name)).collect(Collectors.toUnmodifiableSet());
    }

    /** The folder that imports start from: the path without the name. */
    public String root() {
        int length = path.length() - name.length() - ".yaml".length() - 1;
        return length <= 0 ? "" : path.substring(0, length);
    }

    /** The folder that templates start from. */
    public String folder() {
        return TreePaths.folder(path);
    }
}
