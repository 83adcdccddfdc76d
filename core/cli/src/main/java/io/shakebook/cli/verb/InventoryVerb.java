// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.InventoryReading;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.InventoryReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code shakebook inventory}. */
@Command(
        name = "inventory",
        description = "Look at an inventory.",
        footer = {"", "Example:", "  shakebook inventory show -i inventories/demo", ""})
public final class InventoryVerb {
    private final Console console;
    private final InventoryReading inventories;

    @Mixin
    CommonOptions common = new CommonOptions();

    public InventoryVerb(Console console, InventoryReading inventories) {
        this.console = console;
        this.inventories = inventories;
    }

    @Command(name = "show", description = "Show clusters, entries, groups and parameters, and where each value stands.")
    int show(@Mixin InventoryOption where, @Mixin CommonOptions options) throws Exception {
        console.result(new InventoryReport(console.screen()).text(inventories.read(where.inventory)));
        return ExitCode.DONE.number();
    }
}
