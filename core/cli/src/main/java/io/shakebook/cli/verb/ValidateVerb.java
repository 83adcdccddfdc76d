// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.LocalFault;
import io.shakebook.cli.Validation;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.DiagnosticsReport;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code shakebook validate}. */
@Command(
        name = "validate",
        description = "Check a playbook and an inventory. No cluster is contacted.",
        footer = {"", "Example:", "  shakebook validate playbooks/my-playbook.yaml -i inventories/demo", ""})
public final class ValidateVerb implements Callable<Integer> {
    private final Console console;
    private final Validation validation;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    PlaybookOptions playbook = new PlaybookOptions();

    public ValidateVerb(Console console, Validation validation) {
        this.console = console;
        this.validation = validation;
    }

    @Override
    public Integer call() throws Mistakes, LocalFault {
        List<Diagnostic> warnings = validation.validate(playbook.request());
        console.note(new DiagnosticsReport(console.noteScreen()).text(warnings));
        if (!common.quiet) {
            console.result(playbook.playbook + " is valid with " + playbook.inventory + "; nothing was contacted.\n");
        }
        return ExitCode.DONE.number();
    }
}
