// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.Verdict;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges what is seen of a link by the rules of the procedure; what cannot heal by itself comes first. */
record LinkOrder(LinkOrderArgs args, LinkSight sight) {

    Verdict verdict() {
        return place().or(this::oppositeRuns)
                .or(this::wrongNumber)
                .or(this::strayRuns)
                .or(this::podsLeft)
                .or(this::mastersDown)
                .orElseGet(() -> Verdict.ready("only this direction copies, and every master is up"));
    }

    private Optional<Verdict> place() {
        LinkSight.Place right = LinkSight.Place.of(args.target());
        return sight.place().equals(right)
                ? Optional.empty()
                : failed(DrRule.R6.broken("this step is in " + sight.place().shown() + ", and \""
                        + args.target().name() + "\" is in " + right.shown()));
    }

    private Optional<Verdict> oppositeRuns() {
        RunningShakes opposite = sight.opposite();
        return opposite.running().isEmpty()
                ? Optional.empty()
                : failed(DrRule.oneDirection(opposite.shownRunning() + " beside \""
                        + args.source().name() + "\" copies the other way; stop it first"));
    }

    private Optional<Verdict> wrongNumber() {
        int masters = sight.source().all().size();
        int wanted = sight.wanted().size();
        return masters == wanted
                ? Optional.empty()
                : failed(DrRule.R7.broken("\"" + args.source().name() + "\" has " + count(masters, "master") + ", and "
                        + count(wanted, "shake") + " would run"));
    }

    private Optional<Verdict> strayRuns() {
        RunningShakes strays = sight.strays();
        return strays.running().isEmpty()
                ? Optional.empty()
                : failed(DrRule.R7.broken("stray: " + strays.shownRunning() + " beside \""
                        + args.target().name() + "\" runs, and this link does not want it; stop it: " + stop(strays)));
    }

    private Optional<Verdict> podsLeft() {
        if (!sight.opposite().left().isEmpty()) {
            return waiting(DrRule.oneDirection(
                    "pods that copy the other way are left: " + sight.opposite().shownLeft()));
        }
        return sight.strays().left().isEmpty()
                ? Optional.empty()
                : waiting(DrRule.R7.broken(
                        "pods of stray shakes are left: " + sight.strays().shownLeft()));
    }

    private Optional<Verdict> mastersDown() {
        if (!sight.source().problems().isEmpty()) {
            return waiting(DrRule.R7.broken(sight.source().shownProblems()));
        }
        return sight.target().problems().isEmpty()
                ? Optional.empty()
                : waiting(DrRule.R3.broken(sight.target().shownProblems()));
    }

    private String stop(RunningShakes strays) {
        return "kubectl -n " + args.target().namespace() + " scale --replicas=0"
                + strays.running().stream()
                        .map(shake -> " deployment/" + shake.name())
                        .collect(Collectors.joining());
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static Optional<Verdict> failed(String reason) {
        return Optional.of(Verdict.failed(reason));
    }

    private static Optional<Verdict> waiting(String reason) {
        return Optional.of(Verdict.waiting(reason));
    }
}
