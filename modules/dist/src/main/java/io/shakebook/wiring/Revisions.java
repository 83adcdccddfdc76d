// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.cli.PlanRequest;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.source.Revision;
import io.shakebook.engine.source.SourceTree;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Which states of repositories a playbook and an inventory are in: looked up beside the questions to clusters. */
final class Revisions {
    private final Engine.Checked checked;
    private final PlanRequest request;
    private final CompletableFuture<Void> looked = new CompletableFuture<>();

    private Revisions(Engine.Checked checked, PlanRequest request) {
        this.checked = checked;
        this.request = request;
    }

    static Revisions lookUp(Engine.Checked checked, PlanRequest request) {
        Revisions revisions = new Revisions(checked, request);
        Thread thread = new Thread(revisions::look, "revisions");
        thread.setDaemon(true);
        thread.start();
        return revisions;
    }

    private void look() {
        try {
            checked.inventory().tree().origin();
            checked.path().tree().origin();
            looked.complete(null);
        } catch (RuntimeException | Error failed) {
            looked.completeExceptionally(failed);
        }
    }

    /** Without its state. Waits for nothing. */
    Made.Playbook namedPlaybook() {
        return new Made.Playbook(checked.playbook().name(), request.playbook(), "");
    }

    /** Without its state. Waits for nothing. */
    Made.Inventory namedInventory() {
        return new Made.Inventory(checked.inventory().inventory().name(), request.inventory(), "");
    }

    /** @throws LocalFault if its state cannot be found out */
    Made.Playbook playbook() throws LocalFault {
        SourceTree tree = checked.path().tree();
        Optional<Revision> git = of(tree);
        return new Made.Playbook(checked.playbook().name(), request.playbook(), tree.revision(), git);
    }

    /** @throws LocalFault if its state cannot be found out */
    Made.Inventory inventory() throws LocalFault {
        SourceTree tree = checked.inventory().tree();
        Optional<Revision> git = of(tree);
        return new Made.Inventory(checked.inventory().inventory().name(), request.inventory(), tree.revision(), git);
    }

    private Optional<Revision> of(SourceTree tree) throws LocalFault {
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
