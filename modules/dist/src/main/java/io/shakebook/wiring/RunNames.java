// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.LocalFault;
import io.shakebook.cli.NoRun;
import io.shakebook.engine.event.Journal;
import io.shakebook.engine.event.OtherFormat;
import io.shakebook.engine.event.RunFolder;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the run that somebody means: by its id, by a beginning or an end of it that no other has, or the last one. */
record RunNames(RunFolder folder, Path place) {
    private static final String LAST = "last";
    private static final int MOST_NAMED = 5;

    /** @throws NoRun if none or more than one is meant */
    String find(String typed) throws NoRun, LocalFault {
        List<String> all = all();
        if (typed.equals(LAST)) {
            return all.stream()
                    .max(Comparator.comparing(this::begun).thenComparing(id -> id))
                    .orElseThrow(() -> none());
        }
        if (all.contains(typed)) {
            return typed;
        }
        List<String> meant = all.stream()
                .filter(run -> !typed.isEmpty() && (run.startsWith(typed) || run.endsWith(typed)))
                .toList();
        if (meant.size() > 1) {
            throw refused("\"" + typed + "\" may be each of these runs: " + named(meant), "say more of the run's id");
        }
        if (meant.isEmpty()) {
            String there = all.isEmpty() ? "there is none" : "there are " + named(all);
            throw refused("no run is called \"" + typed + "\" in " + place + "; " + there, "correct the run's id");
        }
        return meant.get(0);
    }

    List<String> all() throws LocalFault {
        try {
            return folder.runs();
        } catch (OtherFormat e) {
            throw new LocalFault(String.valueOf(e.getMessage()), "use the newer version of Shakebook");
        } catch (IOException e) {
            throw new RunFaults(place).notRead(e);
        }
    }

    /** When a run began; long ago if its journal does not say. */
    private Instant begun(String run) {
        try {
            return folder.journal(run).entries().stream()
                    .findFirst()
                    .map(Journal.Entry::at)
                    .orElse(Instant.MIN);
        } catch (IOException | Journal.Corrupt e) {
            return Instant.MIN;
        }
    }

    private static String named(List<String> runs) {
        String some = runs.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return runs.size() > MOST_NAMED ? some + " and " + (runs.size() - MOST_NAMED) + " more" : some;
    }

    private NoRun none() {
        return refused("there is no run in " + place, "begin one with run or apply");
    }

    private static NoRun refused(String what, String remedy) {
        return new NoRun(ExitCode.USAGE, Diagnostic.error("no-such-run", what, remedy));
    }
}
