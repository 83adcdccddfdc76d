// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.engine.event.RunEvent.RunStarted;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.plan.Plan;
import io.shakebook.git.GitAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a run was begun: its plan says paths as they were typed there. */
final class Begun {
    private Begun() {}

    /**
     * The folder that relative paths of a run's plan are relative to, if it is another one than the current, and if the
     * inventory is still there: a state folder may have been carried to another machine.
     */
    static Optional<Path> elsewhere(RunHistory history, Plan plan, Machine here) {
        return history.started()
                .flatMap(RunStarted::folder)
                .map(Path::of)
                .filter(folder -> !folder.equals(here.folder().toAbsolutePath().normalize()))
                .filter(folder -> isThere(folder, plan.made().inventory().path()));
    }

    private static boolean isThere(Path folder, String inventory) {
        return Files.isDirectory(GitAddress.is(inventory) ? folder : folder.resolve(inventory));
    }
}
