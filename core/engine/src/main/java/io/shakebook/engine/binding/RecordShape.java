// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.spi.Doc;
import io.shakebook.spi.Output;
import io.shakebook.spi.diagnostic.InvalidArgument;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A record class taken apart: the only place that reflects. */
final class RecordShape {
    private final Class<? extends Record> type;
    private final List<Component> components;

    /**
     * A component of a record.
     *
     * @param name in kebab-case
     * @param camel as in the record
     */
    record Component(String name, String camel, Slot slot, Optional<Doc> doc, RecordComponent reflected) {

        boolean optional() {
            return slot instanceof Slot.Maybe;
        }

        Optional<String> defaultsTo() {
            return doc.map(Doc::defaultsTo).filter(text -> !text.isEmpty());
        }

        boolean required() {
            return !optional() && defaultsTo().isEmpty();
        }

        Object of(Record record) {
            try {
                var accessor = reflected.getAccessor();
                accessor.setAccessible(true);
                return accessor.invoke(record);
            } catch (ReflectiveOperationException wrong) {
                throw new IllegalStateException("please report: " + reflected + " cannot be read", wrong);
            }
        }
    }

    private RecordShape(Class<? extends Record> type, List<Component> components) {
        this.type = type;
        this.components = List.copyOf(components);
    }

    static RecordShape of(Class<? extends Record> type) {
        return new RecordShape(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(component -> new Component(
                                Kebab.of(component.getName()),
                                component.getName(),
                                Slot.of(withoutOutput(component.getGenericType())),
                                Optional.ofNullable(component.getAnnotation(Doc.class)),
                                component))
                        .toList());
    }

    List<Component> components() {
        return components;
    }

    Optional<Component> component(String name) {
        return components.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** @throws InvalidArgument if the record refuses the values */
    Record create(Object... values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof InvalidArgument refused) {
                throw refused;
            }
            throw new IllegalStateException("please report: " + type.getName() + " broke", thrown.getCause());
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException("please report: " + type.getName() + " cannot be made", wrong);
        }
    }

    private static Type withoutOutput(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Output.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }
}
