// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.engine.source.Revision;
import io.shakebook.engine.source.SourceTree;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Which states of repositories a playbook and an inventory are in: looked up beside the first questions to clusters. */
final class Revisions {
    private final CompletableFuture<Void> looked;

    private Revisions(CompletableFuture<Void> looked) {
        this.looked = looked;
    }

    static Revisions lookUp(Engine.Checked checked) {
        CompletableFuture<Void> looked = new CompletableFuture<>();
        Thread thread = new Thread(() -> look(checked, looked), "revisions");
        thread.setDaemon(true);
        thread.start();
        return new Revisions(looked);
    }

    private static void look(Engine.Checked checked, CompletableFuture<Void> looked) {
        try {
            checked.inventory().tree().origin();
            checked.path().tree().origin();
            looked.complete(null);
        } catch (RuntimeException | Error failed) {
            looked.completeExceptionally(failed);
        }
    }

    /** @throws LocalFault if it cannot be found out */
    Optional<Revision> of(SourceTree tree) throws LocalFault {
        try {
            looked.join();
            return tree.origin();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException unread) {
                throw new LocalFault(
                        String.valueOf(Objects.requireNonNull(unread.getCause()).getMessage()),
                        "look with \"git status\"");
            }
            throw e;
        }
    }
}
