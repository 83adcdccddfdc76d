// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.event.RunEvent;

/** Shows nothing of a run but its end, which others print. */
final class NoDisplay implements RunDisplay {

    @Override
    public void heard(RunEvent event) {
        // asked to be quiet
    }

    @Override
    public void redraw() {
        // nothing was drawn
    }

    @Override
    public void remark(String line) {
        // asked to be quiet
    }

    @Override
    public void pause() {
        // nothing is in the way
    }
}
