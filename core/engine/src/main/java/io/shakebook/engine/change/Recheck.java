// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.change.FileChange.KeyChange;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.value.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares both sides of a planned change with the object as it is now. */
final class Recheck {
    private final Manifest live;
    private final Opener opener;
    private final FileFormats formats;
    private final DataFiles data;
    private final Mask mask;
    private final List<Staleness.Move> moves = new ArrayList<>();
    private boolean already = true;

    Recheck(Change change, Manifest live, Completion filled, Secrets secrets, FileFormats formats)
            throws StillPending, Secrets.Missing, Unanswered {
        this.live = live;
        this.opener = new Opener(secrets, formats);
        this.formats = formats;
        this.data = DataFiles.of(change.body().orElse(live));
        this.mask = Mask.of(change.body().map(Manifest::tree).orElse(Map.of()), secrets);
        for (FieldChange field : change.diff().fields()) {
            Optional<Object> now = observed(field.path());
            boolean hidden =
                    now.filter(value -> Confidential.field(field.path(), value)).isPresent();
            check(new Sides(field.path(), "", field.before(), field.after()), now, hidden, filled);
        }
        for (FileChange file : change.diff().files()) {
            check(file, change, filled);
        }
    }

    /** A planned before and after, of a field or of a key of a file. */
    private record Sides(FieldPath path, String key, Side before, Side after) {}

    /** Values that are not as planned on. */
    List<Staleness.Move> moves() {
        return moves;
    }

    /** Whether every value is as the change wants it. */
    boolean already() {
        return already;
    }

    private Optional<Object> observed(FieldPath path) {
        boolean entry = DataFiles.name(path).isPresent();
        return live.at(path).map(value -> entry && value instanceof String text ? data.observed(text) : value);
    }

    private void check(Sides planned, Optional<Object> now, boolean hidden, Completion filled)
            throws StillPending, Secrets.Missing, Unanswered {
        already &= isAfter(planned.after(), now, filled);
        if (!isBefore(planned, now, filled)) {
            boolean masked = hidden || hides(planned.path()) || planned.before() instanceof Side.Masked;
            Side shown = now.map(value -> mask.observed(value, masked)).orElse(Side.NONE);
            moves.add(StaleCheck.move(planned.path(), planned.key(), planned.before(), shown, live));
        }
    }

    private boolean hides(FieldPath path) {
        return DataFiles.name(path)
                .filter(name -> data.encoded() || Confidential.entry(name))
                .isPresent();
    }

    private boolean isBefore(Sides planned, Optional<Object> now, Completion filled)
            throws StillPending, Secrets.Missing, Unanswered {
        if (planned.before() instanceof Side.Value value) {
            return now.filter(value.value()::equals).isPresent();
        }
        if (planned.before() instanceof Side.Masked masked) {
            boolean known = planned.after() instanceof Side.Value value
                    && Holes.in(value.value()).isEmpty();
            return now.isPresent() && (!known || isAfter(planned.after(), now, filled) == masked.equal());
        }
        return now.isEmpty();
    }

    private boolean isAfter(Side after, Optional<Object> now, Completion filled)
            throws StillPending, Secrets.Missing, Unanswered {
        if (after instanceof Side.Value value) {
            Object wanted = complete(value.value(), filled);
            return now.isPresent() && FileComparer.same(now.get(), wanted, opener);
        }
        return after instanceof Side.Decided || now.isEmpty();
    }

    private static Object complete(Object wanted, Completion filled) throws StillPending {
        filled.complete(Map.of("value", wanted));
        return new Side.Value(filled.known(wanted)).value();
    }

    private void check(FileChange file, Change change, Completion filled)
            throws StillPending, Secrets.Missing, Unanswered {
        Optional<String> now = observed(file.file()).map(String::valueOf);
        Optional<Text> wanted =
                change.body().flatMap(body -> body.at(file.file())).flatMap(data::wanted);
        boolean sameText = sameText(now, wanted, filled);
        boolean lines = file.format().equals(LineComparer.FORMAT);
        already &= sameText || !(lines || file.keys().isEmpty());
        if (lines) {
            checkLines(file, now);
        } else {
            checkKeys(file, now, filled);
        }
    }

    private boolean sameText(Optional<String> now, Optional<Text> wanted, Completion filled)
            throws StillPending, Secrets.Missing, Unanswered {
        return wanted.isEmpty() || now.isEmpty()
                ? wanted.isEmpty() == now.isEmpty()
                : FileComparer.same(now.get(), filled.complete(wanted.get()), opener);
    }

    private void checkKeys(FileChange file, Optional<String> now, Completion filled)
            throws StillPending, Secrets.Missing, Unanswered {
        Optional<Map<String, Object>> keys = now.map(
                        text -> formats.named(file.format()).flatMap(format -> FileKeys.of(text, format)))
                .orElse(Optional.of(Map.of()));
        if (keys.isEmpty()) {
            already = false;
            moves.add(StaleCheck.move(file.file(), "", new Side.Masked(true), new Side.Masked(false), live));
            return;
        }
        for (KeyChange key : file.keys()) {
            Optional<Object> value = Optional.ofNullable(keys.get().get(key.key()));
            boolean hidden =
                    value.filter(found -> Confidential.key(key.key(), found)).isPresent();
            check(new Sides(file.file(), key.key(), key.before(), key.after()), value, hidden, filled);
        }
    }

    /** Lines that were masked, or not there, tell nothing; the write's own guard holds for them. */
    private void checkLines(FileChange file, Optional<String> now) {
        Map<String, String> lines = new HashMap<>();
        List<String> found = now.map(LineComparer::lines).orElse(List.of());
        for (int i = 0; i < found.size(); i++) {
            lines.put(LineComparer.key(i), found.get(i));
        }
        for (KeyChange key : file.keys()) {
            Optional<String> line = Optional.ofNullable(lines.get(key.key()));
            if (key.before() instanceof Side.Value value
                    && line.filter(value.value()::equals).isEmpty()) {
                Side shown = line.map(
                                text -> mask.observed(text, hides(file.file()) || Confidential.text(now.orElse(""))))
                        .orElse(Side.NONE);
                moves.add(StaleCheck.move(file.file(), key.key(), key.before(), shown, live));
            }
        }
    }
}
