// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.event.RunEvent.Failure;
import io.shakebook.engine.event.RunEvent.StepFailed;
import io.shakebook.engine.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why steps of a run failed: what, where, the cause, and what to look at. */
public final class FailureReport {
    private final Screen screen;

    public FailureReport(Screen screen) {
        this.screen = screen;
    }

    /** Why a run could not be begun. */
    public String text(Failure failure) {
        Page page = new Page(screen);
        add(page, failure, failure.details());
        return page.toString();
    }

    public String text(Plan plan, List<StepFailed> failures) {
        Page page = new Page(screen);
        ChangeWords words = new ChangeWords(plan);
        failures.forEach(failed -> {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("step", failed.step() + "   " + words.of(failed.step()));
            details.putAll(failed.failure().details());
            add(page, failed.failure(), details);
        });
        return page.toString();
    }

    private static void add(Page page, Failure failure, Map<String, String> details) {
        page.paragraph(Tone.DANGER, "error[" + Escaped.of(failure.code()) + "]: ", Escaped.of(failure.summary()));
        int column =
                4 + details.keySet().stream().mapToInt(String::length).max().orElse(0);
        details.forEach((name, value) -> page.entry(
                Tone.PLAIN, "  " + Escaped.of(name), column, Escaped.of(value).stripTrailing(), ""));
        page.blank();
    }
}
