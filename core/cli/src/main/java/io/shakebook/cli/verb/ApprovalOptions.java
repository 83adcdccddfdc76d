// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is answered on the command line. */
final class ApprovalOptions extends ConfirmOptions {

    @Option(names = "--yes", description = "Carry out the plan without asking; confirmations are still asked.")
    boolean yes;

    @Option(
            names = "--approve-digest",
            paramLabel = "DIGEST",
            description = "Carry out exactly the plan with this digest, without asking; 12 of its digits are enough.")
    void approve(String typed) {
        digest = Optional.of(GivenDigest.parse(typed)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--approve-digest takes at least " + GivenDigest.FEWEST
                                + " hexadecimal digits of a digest, not \"" + typed + "\"")));
    }

    Optional<GivenDigest> digest = Optional.empty();

    /** Whether {@code --yes} says nothing: of this plan, somebody approved another one. */
    boolean byDigestAlone;

    /** For a plan that is not the one that was meant when this was typed. */
    void demandDigest() {
        byDigestAlone = true;
        yes = false;
    }

    /** The same answers, for the command that goes on. The digest is of one plan alone, and is not among them. */
    TypedCommand repeated(TypedCommand command) {
        if (yes) {
            command.add("--yes");
        }
        confirm.forEach(given -> command.add("--confirm", given));
        return command;
    }
}
