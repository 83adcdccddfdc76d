// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.engine.insight.Fleet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** For which entries of the inventory a playbook is meant, if for several. */
final class FleetOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--for-each-in",
            paramLabel = "GROUP",
            description =
                    "Once for every entry of this group, in its order: one plan each, one approval; ends at the first"
                            + " that fails.")
    Optional<String> group = Optional.empty();

    @Option(
            names = "--limit",
            split = ",",
            paramLabel = "NAME|GROUP|GLOB",
            description = "Only these entries of the group; may be repeated.")
    List<String> limit = List.of();

    Optional<Fleet.Query> query() {
        if (group.isEmpty() && !limit.isEmpty()) {
            throw usage("--limit picks from a group: name it with --for-each-in");
        }
        return group.map(name -> new Fleet.Query(name, limit));
    }

    ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The same entries, for the command that goes on. */
    TypedCommand repeated(TypedCommand command) {
        group.ifPresent(name -> command.add("--for-each-in", name));
        limit.forEach(one -> command.add("--limit", one));
        return command;
    }
}
