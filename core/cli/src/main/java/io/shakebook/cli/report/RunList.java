// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.KeptRun;
import io.shakebook.engine.source.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The runs that are kept, one line each, and what comes next below those that are not finished. */
public final class RunList {
    private final Screen screen;
    private final UnaryOperator<String> resume;

    /** @param resume from a run's id to the command that goes on with it */
    public RunList(Screen screen, UnaryOperator<String> resume) {
        this.screen = screen;
        this.resume = resume;
    }

    public String text(List<KeptRun> runs) {
        Page page = new Page(screen);
        if (runs.isEmpty()) {
            return page.line("No run is kept.").toString();
        }
        int playbook = width(runs.stream().map(RunWords::playbook).toList());
        int state = width(runs.stream().map(RunWords::state).toList());
        for (KeptRun run : runs) {
            String when = run.history().at().map(RunWords::minute).orElse("");
            page.line(
                    run.unfinished() ? Tone.STRONG : Tone.PLAIN,
                    Page.pad(run.id(), 22)
                            + Page.pad(when, 22)
                            + Page.pad(Escaped.of(RunWords.playbook(run)), playbook)
                            + Page.pad(Escaped.of(RunWords.state(run)), state)
                            + Page.pad(run.history().sent().size() + " changed", 13)
                            + Escaped.of(RunWords.who(run)));
            run.damage().ifPresent(why -> page.paragraph(Tone.DANGER, "    ", Escaped.of(why)));
            RunWords.next(run, resume).ifPresent(next -> page.line("    " + next.line()));
        }
        return page.toString();
    }

    private static int width(List<String> words) {
        return 2 + words.stream().mapToInt(String::length).max().orElse(0);
    }

    public String json(List<KeptRun> runs) {
        return Json.pretty(Map.of("runs", runs.stream().map(this::tree).toList()));
    }

    private Map<String, Object> tree(KeptRun run) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("run", run.id());
        run.history().at().ifPresent(at -> tree.put("at", at.toString()));
        tree.put("playbook", RunWords.playbook(run));
        tree.put("state", RunWords.state(run));
        tree.put("changed", (long) run.history().sent().size());
        tree.put("by", RunWords.who(run));
        run.damage().ifPresent(why -> tree.put("damage", why));
        RunWords.next(run, resume).ifPresent(next -> tree.put("next", next.command()));
        return tree;
    }
}
