// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.expression.Scalars;
import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Value;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values as texts with secret and pending parts. */
final class Texts {

    private Texts() {}

    /** Empty if the value is no text, or not known yet. */
    static Optional<Text> of(Value value) {
        List<Text.Part> parts = new ArrayList<>();
        for (Value piece : pieces(value)) {
            Optional<Text.Part> part = part(piece);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(Text.of(parts));
    }

    /** Whether it will be a text once everything is known. */
    static boolean open(Value value) {
        return pieces(value).stream()
                .allMatch(piece -> part(piece).isPresent()
                        || piece instanceof Value.Unknown unknown
                                && unknown.type() instanceof Type.Simple
                                && Fit.fits(Slot.Single.TEXT, unknown.type()));
    }

    private static List<Value> pieces(Value value) {
        return value instanceof Value.Joined joined ? joined.pieces() : List.of(value);
    }

    private static Optional<Text.Part> part(Value piece) {
        if (piece instanceof Value.Pending pending) {
            return Optional.of(new Text.Pending(pending.ref(), ""));
        }
        if (!(piece instanceof Value.Known known)) {
            return Optional.empty();
        }
        return known.value() instanceof SecretRef ref
                ? Optional.of(new Text.Secret(ref, ""))
                : Scalars.text(known.value()).map(Text.Literal::new);
    }
}
