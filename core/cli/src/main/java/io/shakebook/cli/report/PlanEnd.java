// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.plan.Plan;

/** What is said of a plan last, right before somebody says yes: danger once more, how much, how far back, what it covers. */
final class PlanEnd {
    private final Page page;

    PlanEnd(Page page) {
        this.page = page;
    }

    /** Of a preview less is said: how far back one can go, and what an approval covers, depends on all of it. */
    void add(Plan plan) {
        boolean preview = !plan.seen().unreachable().isEmpty();
        page.dangers(PlanDangers.of(plan));
        page.paragraph(Tone.STRONG, preview ? "So far: " : "", PlanTotals.counts(plan));
        if (!preview) {
            page.paragraph(Tone.STRONG, "", PlanTotals.wayBack(plan));
            PlanCovers.of(plan).forEach(covered -> page.paragraph(Tone.PLAIN, "Approving covers ", covered + "."));
        }
    }
}
