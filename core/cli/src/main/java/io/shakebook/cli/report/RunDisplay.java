// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.run.RunListener;

/** Shows a run while it goes on. Safe to use from several threads. */
public interface RunDisplay extends RunListener {

    /** Brings what depends on the clock up to date; called about once a second. */
    void redraw();

    /** Something beside the run that takes long. @param line fit to be printed */
    void remark(String line);

    /** Leaves the end of the screen to somebody else until the next event. */
    void pause();
}
