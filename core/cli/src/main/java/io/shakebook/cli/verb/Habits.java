// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How other tools of the field call what is called otherwise here: whoever is used to them is told our word. */
final class Habits {
    private static final String PLAN = "shakebook plan shows what would change, and writes nothing";
    private static final String RUNS = "shakebook runs list, and runs show RUN, tell what was done";
    private static final String UNDO = "shakebook undo RUN goes back to what was before a run";
    private static final String INVENTORY =
            "contexts and namespaces of clusters stand in the inventory; what it says: shakebook clusters -i INV";

    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("diff", PLAN),
            Map.entry("preview", PLAN),
            Map.entry("check", "shakebook validate reads the files and contacts nothing; " + PLAN),
            Map.entry("lint", "shakebook validate reads the files and contacts nothing"),
            Map.entry("status", RUNS),
            Map.entry("history", RUNS),
            Map.entry("log", RUNS),
            Map.entry("logs", RUNS),
            Map.entry("list", RUNS),
            Map.entry("rollback", UNDO),
            Map.entry("revert", UNDO),
            Map.entry("destroy", UNDO),
            Map.entry("delete", UNDO),
            Map.entry("init", "shakebook inventory init --context A --context B writes an inventory"));

    private static final Map<Set<String>, String> OPTIONS = Map.of(
            Set.of("--dry-run", "--check", "--diff", "--noop"),
            PLAN,
            Set.of("--context", "--kubeconfig", "--namespace", "-n"),
            INVENTORY,
            Set.of("--inventory", "-i"),
            "a plan file and a run know their inventory; a playbook is carried out with shakebook run",
            Set.of("--target", "--tags", "-t", "--start-at-task"),
            "--until PHASE ends after a phase, and --from PHASE begins at one");

    /** By the option of ours that does the same. */
    private static final Map<String, Set<String>> SAME = Map.of(
            "--parameter NAME=VALUE", Set.of("--extra-vars", "-e", "--var", "-var", "--set"),
            "--yes", Set.of("--auto-approve", "-auto-approve", "-y", "--assume-yes"),
            "--out FILE", Set.of("-out", "-o"),
            "--format FORMAT", Set.of("--output", "-o", "-json", "--json"),
            "--parallel NUMBER", Set.of("--forks", "--parallelism", "-parallelism"));

    private Habits() {}

    /** A remedy for a command that we do not have. */
    static Optional<String> command(String word) {
        return Optional.ofNullable(COMMANDS.get(word));
    }

    /**
     * A remedy for an option that a command does not have.
     *
     * @param known options of that command
     */
    static Optional<String> option(String name, Set<String> known) {
        String same = SAME.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .filter(ours -> known.contains(ours.split(" ")[0]))
                .sorted()
                .collect(Collectors.joining(" or "));
        return same.isEmpty()
                ? OPTIONS.entrySet().stream()
                        .filter(entry -> entry.getKey().contains(name))
                        .map(Map.Entry::getValue)
                        .findFirst()
                : Optional.of("write " + same);
    }
}
