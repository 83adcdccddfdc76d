// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.run.Questions.Question;
import java.util.List;
import java.util.Optional;

/** Questions to a person, and which of them are answered already. */
public final class QuestionReport {
    private static final String YES = "yes";
    private final Screen screen;

    public QuestionReport(Screen screen) {
        this.screen = screen;
    }

    /** Whether to carry out a plan: its dangers, how much it is, what a yes covers, and its digest. */
    public String plan(Plan plan, Optional<String> digest) {
        Page page = new Page(screen).blank();
        new PlanEnd(page).add(plan);
        digest.ifPresent(sum -> page.line("Digest " + sum));
        return page + "Carry out this plan? Type " + YES + ": ";
    }

    /** A confirmation or a point of no return. */
    public String question(String address, String question) {
        Page page = new Page(screen);
        page.blank().paragraph(Tone.STRONG, "? " + Escaped.of(address) + "  ", Escaped.of(question));
        return page + "  Type " + YES + ", or " + YES + " and a reason; anything else pauses the run here: ";
    }

    /** Whether an answer says yes. */
    public static boolean isYes(String answer) {
        return answer.equals(YES) || answer.startsWith(YES + " ");
    }

    /** What follows the yes; may be empty. */
    public static String reason(String answer) {
        return answer.substring(YES.length()).strip();
    }

    /** Why a run paused. */
    static String unanswered(RunEvent.Paused paused) {
        return paused.refusedBy().isPresent() ? "you answered no" : "nobody answered";
    }

    /** What becomes of a confirmation in a plan without changes. */
    static String notAsked(String what) {
        return "not asked, since nothing changes: " + what;
    }

    /** For where nobody can be asked: every question that the run will meet, and whether it is answered. */
    public String preview(List<Question> questions, List<Question> open) {
        Page page = new Page(screen);
        page.line(
                Tone.STRONG,
                "This run meets " + Counted.of(questions.size(), "question") + ", " + open.size() + " unanswered:");
        for (Question question : questions) {
            String state = open.contains(question) ? "  PAUSES HERE  " : "  answered     ";
            page.entry(
                    open.contains(question) ? Tone.DANGER : Tone.PLAIN,
                    state + Escaped.of(question.address()),
                    44,
                    Escaped.of(question.text()),
                    "");
        }
        return page.toString();
    }
}
