// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.run.Approvals;
import io.shakebook.engine.run.RunListener;
import io.shakebook.engine.run.StopSignal;
import java.util.Optional;

/** Carries out plans, with the connections that they need; closing it ends them. */
public interface Carrier extends AutoCloseable {

    /**
     * Carries out a plan; returns when nothing runs any more. The plan file's text is what is carried out, and nothing else.
     *
     * @param takeOver run whose locks are to be taken over, if it still has them
     * @param how the plan was approved: {@code prompt}, {@code --yes}, {@code nothing to change}
     * @throws LocalFault if the journal cannot be started; nothing was written
     */
    RunEnded run(
            Planned planned,
            Optional<String> takeOver,
            String how,
            Approvals approvals,
            RunListener listener,
            StopSignal stop)
            throws LocalFault;

    @Override
    void close();
}
