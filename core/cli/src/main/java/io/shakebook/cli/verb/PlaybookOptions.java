// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.PlanRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which playbook, over which inventory, with which parameters. */
final class PlaybookOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PLAYBOOK", description = "The playbook file.")
    String playbook = "";

    @Option(
            names = {"-i", "--inventory"},
            required = true,
            paramLabel = "INV",
            description = "The inventory folder.")
    String inventory = "";

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "Sets a parameter of the playbook; may be repeated.")
    List<String> parameters = List.of();

    @Mixin
    RevisionOptions revisions = new RevisionOptions();

    PlanRequest request() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw usage("-p takes NAME=VALUE, not \"" + parameter + "\"");
            }
            String name = parameter.substring(0, equals);
            if (values.put(name, parameter.substring(equals + 1)) != null) {
                throw usage("the parameter \"" + name + "\" is given twice");
            }
        }
        return new PlanRequest(playbook, inventory, values, revisions.conditions());
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
