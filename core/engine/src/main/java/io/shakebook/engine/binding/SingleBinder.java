// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.binding.Slot.Single;
import io.shakebook.engine.expression.Scalars;
import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.source.Nearest;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.value.FileContent;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.util.List;
import java.util.Optional;

/** Binds a value in one piece: scalars, enums, records around a scalar, texts. */
final class SingleBinder {
    private final BindingContext context;

    SingleBinder(BindingContext context) {
        this.context = context;
    }

    Bound bind(String name, Slot slot, Arg.Leaf leaf) {
        Value value = leaf.value();
        if (slot == Single.TEXT) {
            return text(name, leaf);
        }
        if (slot == Single.SECRET) {
            return secret(name, slot, leaf);
        }
        if (value instanceof Value.Pending) {
            return pending(name, leaf);
        }
        if (holdsSecret(value)) {
            return context.failed(
                    "secret-not-allowed",
                    "\"" + name + "\" cannot take a secret: it must be known while planning",
                    leaf.at(),
                    "give the secret to an argument that takes texts, such as the content of a file");
        }
        if (value instanceof Value.Unknown unknown) {
            return Fit.fits(slot, unknown.type()) ? Bound.OPEN : context.wrongType(name, slot, leaf);
        }
        if (value instanceof Value.Joined joined) {
            return joined(name, slot, leaf, joined);
        }
        return value instanceof Value.Known known
                ? known(name, slot, leaf, known.value())
                : context.wrongType(name, slot, leaf);
    }

    Bound pending(String name, Arg.Leaf leaf) {
        Value.Pending pending = (Value.Pending) leaf.value();
        return context.failed(
                "pending-value",
                "\"" + name + "\" must be known while planning, but \""
                        + pending.ref().output() + "\" is known only after the step "
                        + pending.ref().step(),
                leaf.at(),
                "use a value that is known before, or give it to an argument that may be pending");
    }

    private Bound secret(String name, Slot slot, Arg.Leaf leaf) {
        if (leaf.value() instanceof Value.Known known && known.value() instanceof SecretRef ref) {
            return new Bound.Done(ref);
        }
        boolean open = leaf.value() instanceof Value.Unknown unknown && Fit.fits(slot, unknown.type());
        return open
                ? Bound.OPEN
                : context.failed(
                        "wrong-type",
                        "\"" + name + "\" must be a reference to a secret",
                        leaf.at(),
                        "name the secret; never write the value itself");
    }

    private Bound joined(String name, Slot slot, Arg.Leaf leaf, Value.Joined joined) {
        for (Value piece : joined.pieces()) {
            if (piece instanceof Value.Pending) {
                return pending(name, new Arg.Leaf(leaf.at(), piece, false, leaf.written()));
            }
        }
        boolean textual = slot == Single.STRING
                || slot == Single.FIELD_PATH
                || slot instanceof Slot.Choice
                || slot instanceof Slot.Wrapped wrapped && wrapped.inner() == Single.STRING;
        if (!textual) {
            return context.wrongType(name, slot, leaf);
        }
        return slot instanceof Slot.Wrapped wrapped ? tried(wrapped, leaf, joined) : Bound.OPEN;
    }

    /** What is known of a name is checked with a letter in the place of what is not. */
    private Bound tried(Slot.Wrapped slot, Arg.Leaf leaf, Value.Joined joined) {
        Optional<InvalidArgument> refused = refusal(slot, filled(joined, "a"));
        if (refused.isEmpty()) {
            return Bound.OPEN;
        }
        String mark = "x0x0";
        InvalidArgument shown = refusal(slot, filled(joined, mark)).orElse(refused.get());
        return context.failed(
                "invalid-value",
                BindingContext.message(shown).replace(mark, "${…}"),
                leaf.at(),
                shown.remedy().replace(mark, "${…}"));
    }

    private static Optional<InvalidArgument> refusal(Slot.Wrapped slot, String text) {
        try {
            RecordShape.of(slot.type()).create(text);
            return Optional.empty();
        } catch (InvalidArgument refused) {
            return Optional.of(refused);
        }
    }

    private static String filled(Value.Joined joined, String unknown) {
        StringBuilder text = new StringBuilder();
        for (Value piece : joined.pieces()) {
            text.append(
                    piece instanceof Value.Known known
                            ? Scalars.text(known.value()).orElse(unknown)
                            : unknown);
        }
        return text.toString();
    }

    private Bound text(String name, Arg.Leaf leaf) {
        Value value = leaf.value();
        if (leaf.literal() && !(value instanceof Value.Known known && known.value() instanceof String)) {
            return context.wrongType(name, Single.TEXT, leaf);
        }
        return Texts.of(value)
                .<Bound>map(Bound.Done::new)
                .orElseGet(() -> Texts.open(value) ? Bound.OPEN : context.wrongType(name, Single.TEXT, leaf));
    }

    private Bound known(String name, Slot slot, Arg.Leaf leaf, Object given) {
        if (slot instanceof Slot.Wrapped wrapped) {
            return wrapped(name, wrapped, leaf, given);
        }
        if (slot instanceof Slot.Choice choice) {
            return choice(name, choice, leaf, given);
        }
        Optional<Object> converted =
                slot instanceof Single single ? Conversion.to(single, given, leaf.literal()) : Optional.empty();
        return converted.<Bound>map(Bound.Done::new).orElseGet(() -> context.wrongType(name, slot, leaf));
    }

    private Bound wrapped(String name, Slot.Wrapped slot, Arg.Leaf leaf, Object given) {
        Bound inner = known(name, slot.inner(), leaf, given);
        if (!(inner instanceof Bound.Done done)) {
            return inner;
        }
        try {
            return new Bound.Done(RecordShape.of(slot.type()).create(done.value()));
        } catch (InvalidArgument refused) {
            return context.refused(refused, leaf.at());
        }
    }

    private Bound choice(String name, Slot.Choice slot, Arg.Leaf leaf, Object given) {
        for (Enum<?> constant : slot.type().getEnumConstants()) {
            if (Kebab.of(constant).equals(given)) {
                return new Bound.Done(constant);
            }
        }
        List<String> options = slot.options();
        return context.failed(
                "unknown-value",
                "\"" + name + "\" must be " + slot.words() + ", but this is " + ValueWords.of(leaf, context),
                leaf.at(),
                Nearest.remedy(String.valueOf(given), "values", options));
    }

    private static boolean holdsSecret(Value value) {
        return value instanceof Value.Known known && known.value() instanceof SecretRef
                || value instanceof Value.Unknown unknown && unknown.type() == Type.Simple.SECRET
                || value instanceof Value.Joined joined
                        && joined.pieces().stream().anyMatch(SingleBinder::holdsSecret);
    }

    /** For {@link FileBinder}. */
    Bound plain(String name, Arg.Leaf leaf) {
        Bound bound = text(name, leaf);
        return bound instanceof Bound.Done done ? new Bound.Done(FileContent.of((Text) done.value())) : bound;
    }
}
