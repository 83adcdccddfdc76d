// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.Demo;
import io.shakebook.cli.ExitCode;
import io.shakebook.cli.Signals;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.DemoReport;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code shakebook demo}: the embedded clusters of an inventory. */
@Command(
        name = "demo",
        description = "Serve, look at or reset the embedded clusters of an inventory.",
        footer = {
            "",
            "Examples:",
            "  shakebook demo serve -i inventories/demo      # prints a kubeconfig for kubectl, runs until Ctrl-C",
            "  shakebook demo status -i inventories/demo",
            "  shakebook demo reset -i inventories/demo",
            ""
        })
public final class DemoVerb {
    private final Console console;
    private final Signals signals;
    private final Demo demo;

    @Mixin
    CommonOptions common = new CommonOptions();

    public DemoVerb(Surroundings around, Demo demo) {
        this.console = around.console();
        this.signals = around.signals();
        this.demo = demo;
    }

    @Command(
            name = "serve",
            description = "Serve the embedded clusters until Ctrl-C; prints the path of a kubeconfig for kubectl.")
    int serve(@Mixin InventoryOption where, @Mixin CommonOptions options) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Signals.Watch watch = signals.watch(asked::countDown);
        try (Demo.Served served = demo.serve(where.inventory)) {
            console.result(served.kubeconfig() + "\n");
            if (!options.quiet) {
                console.note(new DemoReport(console.noteScreen()).serving(served.kubeconfig(), served.clusters()));
            }
            asked.await();
        } finally {
            watch.close();
        }
        return ExitCode.DONE.number();
    }

    @Command(name = "status", description = "Show where the embedded clusters are served, and what is in them.")
    int status(@Mixin InventoryOption where, @Mixin CommonOptions options) throws Exception {
        console.result(new DemoReport(console.screen()).status(demo.status(where.inventory)));
        return ExitCode.DONE.number();
    }

    @Command(name = "reset", description = "Put the embedded clusters back to what the inventory starts them with.")
    int reset(@Mixin InventoryOption where, @Mixin CommonOptions options) throws Exception {
        console.result(new DemoReport(console.screen()).reset(demo.reset(where.inventory)));
        return ExitCode.DONE.number();
    }
}
