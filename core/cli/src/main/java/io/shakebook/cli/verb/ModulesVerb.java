// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.LocalFault;
import io.shakebook.cli.Modules;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.ModulesReport;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.source.Nearest;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shakebook modules}. */
@Command(
        name = "modules",
        description = "Show what playbooks and inventories can use: modules, gates, look-ups and inventory types.",
        footer = {"", "Examples:", "  shakebook modules list", "  shakebook modules show service", ""})
public final class ModulesVerb implements Verbs.Completing {
    private final Console console;
    private final Modules modules;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    public ModulesVerb(Console console, Modules modules) {
        this.console = console;
        this.modules = modules;
    }

    /** Names for {@code modules show}; none if a jar cannot be used, which {@code modules list} says. */
    @Override
    public void complete(CommandLine self) {
        self.getSubcommands().values().forEach(show -> {
            CommandSpec its = show.getCommandSpec();
            for (PositionalParamSpec name : List.copyOf(its.positionalParameters())) {
                its.remove(name);
                its.addPositional(name.toBuilder().completionCandidates(names()).build());
            }
        });
    }

    private List<String> names() {
        try {
            return new ModulesReport(console.screen(), modules.catalog()).names();
        } catch (LocalFault unusable) {
            return List.of();
        }
    }

    @Command(name = "list", description = "List them with one line each.")
    int list(@Mixin CommonOptions options) throws Exception {
        console.result(new ModulesReport(console.screen(), modules.catalog()).list());
        return ExitCode.DONE.number();
    }

    @Command(name = "show", description = "Show one: its arguments, outputs, permissions and examples.")
    int show(
            @Parameters(paramLabel = "NAME", description = "Name of a module, look-up or inventory type.") String name,
            @Mixin CommonOptions options)
            throws Exception {
        Catalog catalog = modules.catalog();
        ModulesReport report = new ModulesReport(console.screen(), catalog);
        Optional<String> page = report.page(name);
        if (page.isEmpty()) {
            List<String> names = report.names();
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no module, look-up or inventory type \"" + name + "\"; "
                            + Nearest.remedy(name, "names", names));
        }
        console.result(page.get());
        return ExitCode.DONE.number();
    }
}
