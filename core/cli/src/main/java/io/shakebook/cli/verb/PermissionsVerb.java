// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.Session;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.RolesReport;
import io.shakebook.engine.planning.Required;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shakebook permissions}. */
@Command(
        name = "permissions",
        description = "Print the Roles that a playbook needs, as YAML. Nothing is written.",
        footer = {
            "",
            "Run it as somebody who may read everything that the playbook reads. What it prints is as little as will do:",
            "objects are named wherever a rule can name them.",
            "",
            "Examples:",
            "  shakebook permissions playbooks/my-playbook.yaml -i inventories/live",
            "  shakebook permissions playbooks/my-playbook.yaml -i inventories/live --cluster site-a | kubectl apply -f -",
            ""
        })
public final class PermissionsVerb implements Callable<Integer> {
    private final Console console;
    private final Session.Opener opener;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    PlaybookOptions playbook = new PlaybookOptions();

    @Option(names = "--cluster", paramLabel = "NAME", description = "Only those of one cluster of the inventory.")
    Optional<String> cluster = Optional.empty();

    public PermissionsVerb(Console console, Session.Opener opener) {
        this.console = console;
        this.opener = opener;
    }

    @Override
    public Integer call() throws Exception {
        try (Session session = opener.open(playbook.request())) {
            Required required = session.permissions();
            demandKnown(required);
            console.result(new RolesReport("shakebook-" + roleName()).text(required, cluster));
            required.open().forEach(why -> console.note("not looked into, so there may be more: " + why + "\n"));
            return ExitCode.DONE.number();
        }
    }

    private void demandKnown(Required required) {
        if (cluster.isPresent() && !required.about().containsKey(cluster.get())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the playbook uses no cluster \"" + cluster.get() + "\"; it uses: "
                            + String.join(", ", required.about().keySet()));
        }
    }

    /** The playbook's file, which names it to people. */
    private String roleName() {
        String file = String.valueOf(Path.of(playbook.playbook).getFileName());
        return file.replaceFirst("\\.[^.]*$", "")
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9-]", "-");
    }
}
