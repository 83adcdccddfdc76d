// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.Conditions;
import io.shakebook.engine.source.Demands;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What must hold of the revisions that files come from. */
final class RevisionOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--require",
            paramLabel = "DEMAND",
            split = ",",
            description = "Refuse revisions that are not so: clean, signed, branch=NAME.")
    List<String> require = List.of();

    @Option(names = "--signers", paramLabel = "FILE", description = "Who may sign commits, as ssh-keygen has it.")
    Optional<String> signers = Optional.empty();

    @Option(names = "--offline", description = "Take what was last fetched of other machines' repositories.")
    boolean offline;

    @Option(names = "--drop-demands", description = "Accept once that the inventory demands less than before.")
    boolean dropDemands;

    Conditions conditions() {
        try {
            return new Conditions(Demands.of(require), signers, offline, dropDemands);
        } catch (Demands.Unknown e) {
            throw new ParameterException(spec.commandLine(), "--require: " + e.getMessage());
        }
    }
}
