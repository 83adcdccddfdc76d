// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shakebook.engine.change.FileFormat;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlReader;
import io.shakebook.formats.StandardFileFormats;
import io.shakebook.kubernetes.http.UnheardHello;
import io.shakebook.wiring.ModuleJars;
import java.util.List;
import java.util.Map;

/**
 * Reads a word of each language, and sets up a line to nobody, while the command line is being read on the other core. Most
 * of what a short command costs is loading and linking classes; whoever needs them later finds them there. It decides
 * nothing, contacts nobody, and nobody waits for it.
 */
final class HeadStart implements Runnable {
    private static final List<String> READING = List.of("validate", "plan", "run", "graph", "drift", "permissions");
    private static final List<String> ASKING = List.of("plan", "run", "drift", "permissions");
    private static final List<String> PLANNING = List.of("plan", "run");

    private final Foresight foresight;
    private final boolean asking;
    private final boolean planning;

    private HeadStart(Foresight foresight, boolean asking, boolean planning) {
        this.foresight = foresight;
        this.asking = asking;
        this.planning = planning;
    }

    /** Begins it if this command will read playbooks. */
    static void of(String... arguments) {
        if (arguments.length > 1 && READING.contains(arguments[0])) {
            Foresight foresight = new Foresight(List.of(arguments));
            String verb = arguments[0];
            Runnable work = new HeadStart(foresight, ASKING.contains(verb), PLANNING.contains(verb));
            Thread thread = new Thread(work, "head-start");
            thread.setDaemon(true);
            // what is broken here is met again by the command itself, which says it
            thread.setUncaughtExceptionHandler((where, broken) -> {});
            thread.start();
        }
    }

    @Override
    public void run() {
        YamlReader.read("", "a: [b, 1]\n".getBytes(UTF_8), new Problems());
        ModuleJars.shipped();
        if (asking && foresight.kubeconfig()) {
            UnheardHello.run();
        }
        if (foresight.toml()) {
            toml();
        }
        if (planning) {
            Rehearsal.run();
        }
    }

    private static void toml() {
        try {
            new StandardFileFormats().named("toml").orElseThrow().set("[a]\nb = \"c\" # d\n", Map.of("a.b", "e"));
        } catch (FileFormat.Broken | FileFormat.Unsettable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
