// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.InventoryReading.Place;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which two inventories: revisions of one, or two places. */
final class DiffOptions {
    private static final String BETWEEN = "..";

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..2",
            paramLabel = "REF..REF | INV INV",
            description = "Two revisions of the inventory that -i names, or two inventories.")
    List<String> which = List.of();

    @Option(
            names = {"-i", "--inventory"},
            paramLabel = "INV",
            description = "The inventory whose revisions are compared.")
    Optional<String> inventory = Optional.empty();

    @Option(
            names = "--playbook",
            paramLabel = "FILE|DIR",
            description =
                    "A playbook whose parameters are resolved with both, or a folder of playbooks; may be repeated.")
    List<String> playbooks = List.of();

    Place before() {
        return revisions() ? new Place(typed(), Optional.of(refs().get(0))) : new Place(which.get(0), Optional.empty());
    }

    Place after() {
        return revisions() ? new Place(typed(), Optional.of(refs().get(1))) : new Place(which.get(1), Optional.empty());
    }

    private boolean revisions() {
        if (which.size() == 2 && inventory.isPresent()) {
            throw usage(
                    "-i names the inventory of two revisions, but here are two inventories: write REF..REF, or leave -i"
                            + " out");
        }
        return which.size() == 1;
    }

    private String typed() {
        return inventory.orElseThrow(
                () -> usage("-i is missing: it names the inventory of the two revisions; or give two inventories"));
    }

    /** A name of git holds no two dots. */
    private List<String> refs() {
        List<String> refs = List.of(which.get(0).split("\\.\\.", -1));
        boolean two = refs.size() == 2 && refs.stream().noneMatch(String::isBlank);
        if (!two) {
            throw usage("\"" + which.get(0) + "\" are not two revisions: write REF" + BETWEEN + "REF");
        }
        return refs;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
