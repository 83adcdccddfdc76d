// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Admission;
import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.ServerPreview;
import io.shakebook.engine.change.Stale;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks the server what it would make of a wish, and reads its refusals. */
final class Previewer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int UNPROCESSABLE = 422;

    private final ServerPreview preview;
    private final AsNew anew;

    Previewer(ServerPreview preview) {
        this.preview = preview;
        this.anew = new AsNew(preview, PATIENCE);
    }

    /** Whether the object stands in the way, whatever the pending parts will be: asked with a stand-in for each. */
    boolean standsInTheWay(Wish wish, Manifest live) throws Stale, Refusal, Unanswered {
        Manifest body = new StandIns(wish.body().orElseThrow()).body();
        ReadyChange asked = new ReadyChange(
                wish.draft().cluster(),
                wish.wanted().ref(),
                Optional.of(body),
                new Guard.Unchanged(live.uid(), live.resourceVersion()),
                wish.manager(),
                true);
        try {
            return preview(wish, asked).replace();
        } catch (Refusal refused) {
            if (refused.code().equals("must-be-replaced")) {
                throw refused;
            }
            return false; // the stand-in may be what is refused: the write's own dry run will tell
        }
    }

    /** The server's answer. @param replace whether it would take a delete and a create, and the step allows that */
    record Previewed(Optional<Manifest> manifest, List<Conflict.Owner> conflicts, boolean replace) {}

    Previewed preview(Wish wish, Guard guard, boolean force) throws Stale, Refusal, Unanswered {
        String cluster = wish.draft().cluster();
        return preview(wish, new ReadyChange(cluster, wish.wanted().ref(), wish.body(), guard, wish.manager(), force));
    }

    private Previewed preview(Wish wish, ReadyChange asked) throws Stale, Refusal, Unanswered {
        try {
            return new Previewed(preview.preview(asked, PATIENCE), List.of(), false);
        } catch (Conflict e) {
            return new Previewed(Optional.empty(), e.owners(), false);
        } catch (NoAnswer e) {
            throw new Unanswered(asked.cluster(), String.valueOf(e.getMessage()));
        } catch (Refused e) {
            return refused(wish, asked, e);
        }
    }

    private Previewed refused(Wish wish, ReadyChange asked, Refused e) throws Refusal, Unanswered {
        String object = wish.wanted().ref().shown();
        Optional<String> demanded = Admission.remedy(e, wish.draft().cluster());
        if (demanded.isPresent()) {
            throw new Refusal("denied", "the server refuses " + object + ": " + e.getMessage(), demanded.get());
        }
        if (e.code() == 403) {
            throw new Forbidden(wish.draft().cluster(), "the server refuses " + object + ": " + e.getMessage());
        }
        if (e.code() == 401) {
            throw new Unanswered(
                    wish.draft().cluster(),
                    "the server refuses " + object + ": " + e.getMessage()); // not the step's fault
        }
        boolean inTheWay = e.immutable() || (e.code() == UNPROCESSABLE && anew.wouldDo(asked));
        if (inTheWay && wish.draft().replace()) {
            return new Previewed(Optional.empty(), List.of(), true);
        }
        if (inTheWay) {
            throw mustBeReplaced(wish, String.valueOf(e.getMessage()));
        }
        throw new Refusal(
                "refused-by-server",
                "the server refuses " + object + ": " + e.getMessage(),
                e.remedy("the step", wish.draft().cluster()));
    }

    static Refusal mustBeReplaced(Wish wish, String why) {
        return new Refusal(
                "must-be-replaced",
                wish.wanted().ref().shown() + " must be replaced: " + why,
                "add \"replace: true\" to the step if deleting and creating it again is what you want");
    }
}
