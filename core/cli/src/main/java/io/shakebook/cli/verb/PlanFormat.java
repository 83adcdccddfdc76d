// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.Planned;
import io.shakebook.cli.report.PlanMarkdown;
import io.shakebook.cli.report.PlanReport;
import io.shakebook.cli.report.Screen;
import java.util.Optional;

/** The forms in which a plan is shown. Named as they are typed. */
enum PlanFormat {
    text {
        @Override
        String of(Planned planned, Screen screen, Optional<String> next) {
            return new PlanReport(screen).text(planned.plan(), planned.digest(), next);
        }
    },
    json {
        @Override
        String of(Planned planned, Screen screen, Optional<String> next) {
            return planned.file().get();
        }
    },
    markdown {
        @Override
        String of(Planned planned, Screen screen, Optional<String> next) {
            return new PlanMarkdown(PlanMarkdown.LONGEST_COMMENT).text(planned.plan(), planned.digest(), next);
        }
    };

    /** @param next the command that comes next; empty if there is none */
    abstract String of(Planned planned, Screen screen, Optional<String> next);
}
