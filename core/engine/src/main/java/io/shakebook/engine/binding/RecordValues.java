// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.expression.Value;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.value.FileContent;
import io.shakebook.spi.value.Late;
import io.shakebook.spi.value.Text;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records, and what is in them, as values of expressions. */
public final class RecordValues {

    private RecordValues() {}

    /** @param key row key; empty if the record is no row */
    public static Value.Struct struct(Record record, String key) {
        RecordShape shape = RecordShape.of(record.getClass());
        return new Value.Struct(
                name -> shape.component(name)
                        .map(component -> of(component.of(record)))
                        .orElse(Value.FAULTY),
                Optional.of(record),
                key);
    }

    /** The values of all components of a record, by their names as they are written. */
    public static Map<String, Value> members(Record record) {
        Map<String, Value> members = new LinkedHashMap<>();
        RecordShape.of(record.getClass())
                .components()
                .forEach(component -> members.put(component.name(), of(component.of(record))));
        return members;
    }

    /** Any value that a record of the language can hold; also maps of scalars, as outputs are. */
    public static Value of(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.<Value>map(RecordValues::of).orElse(new Value.Absent(""));
        }
        if (value instanceof Late<?> late) {
            return late instanceof Late.Pending<?> pending
                    ? new Value.Pending(pending.ref())
                    : of(((Late.Known<?>) late).value());
        }
        if (value instanceof List<?> list) {
            return new Value.Listed(list.stream().map(RecordValues::of).toList());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Value> entries = new LinkedHashMap<>();
            map.forEach((name, entry) -> entries.put((String) name, of(entry)));
            return new Value.Mapped(entries);
        }
        return value instanceof Record record ? ofRecord(record) : single(value);
    }

    private static Value ofRecord(Record record) {
        if (record instanceof Text text) {
            return text(text);
        }
        if (record instanceof FileContent file) {
            return text(file.text());
        }
        if (record instanceof FieldPath) {
            return Value.of(record.toString());
        }
        if (Slot.SINGLES.containsKey(record.getClass())
                && !Slot.SINGLES.get(record.getClass()).equals(Slot.Single.CLUSTER)) {
            return Value.of(record);
        }
        if (Slot.of(record.getClass()) instanceof Slot.Wrapped) {
            return of(RecordShape.of(record.getClass()).components().get(0).of(record));
        }
        return struct(record, "");
    }

    private static Value text(Text text) {
        List<Value> pieces = text.parts().stream()
                .map(part -> part instanceof Text.Literal literal
                        ? Value.of(literal.text())
                        : part instanceof Text.Secret secret
                                ? Value.of(secret.ref())
                                : new Value.Pending(((Text.Pending) part).ref()))
                .toList();
        return pieces.isEmpty() ? Value.of("") : pieces.size() == 1 ? pieces.get(0) : new Value.Joined(pieces);
    }

    private static Value single(Object value) {
        if (value instanceof Integer whole) {
            return Value.of(whole.longValue());
        }
        if (value instanceof Double number) {
            return Value.of(new BigDecimal(number.toString()));
        }
        return value instanceof Enum<?> constant ? Value.of(Kebab.of(constant)) : Value.of(value);
    }
}
