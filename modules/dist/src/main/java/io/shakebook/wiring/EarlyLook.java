// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.wiring.Places.Found;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Finds out a commit on the other core while files are parsed: it is asked for soon, and JGit takes its time to load. */
final class EarlyLook implements Found {
    private final FutureTask<Optional<GitState>> looked;

    private EarlyLook(Found found) {
        this.looked = new FutureTask<>(found::get);
    }

    static EarlyLook at(Found found) {
        EarlyLook look = new EarlyLook(found);
        Thread thread = new Thread(look.looked, "commit");
        thread.setDaemon(true);
        thread.start();
        return look;
    }

    @Override
    public Optional<GitState> get() throws Mistakes, LocalFault {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return looked.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Mistakes mistakes) {
                throw mistakes;
            }
            if (e.getCause() instanceof LocalFault fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
